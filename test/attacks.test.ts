/**
 * Walks `fixtures/attacks`: tricks by which a doctored copy could pass, one in each folder, and faithful twins that must pass.
 *
 * A copy that is a folder is the inside of an archive (DOCX, ODT, EPUB), so that the trick can be read in a diff.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../src/core/read/index.ts';
import { Refusal } from '../src/core/refusal.ts';
import { structure } from '../src/core/structure/structure.ts';
import { zipOf } from './core/read/archive/make.ts';
import { judged } from './core/verify/support.ts';

interface Expected {
  readonly about: string;
  readonly verdict: string;
  readonly pass: boolean;
  /** Codes of the findings that fail, each once, in alphabetical order. */
  readonly codes: readonly string[];
}

const ROOT = 'fixtures/attacks';
const NAMES = readdirSync(ROOT);

function partsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted((one, other) => Number(other === 'mimetype') - Number(one === 'mimetype') || (one < other ? -1 : 1));
}

function bytesOf(path: string): Uint8Array {
  if (statSync(path).isFile()) return new Uint8Array(readFileSync(path));
  return zipOf(Object.fromEntries(partsBelow(path).map((name) => [name, readFileSync(join(path, name), 'utf8')])));
}

function fileOf(folder: string, stem: string): string {
  const found = readdirSync(folder).find((name) => name.startsWith(`${stem}.`));
  if (found === undefined) throw new Error(`${folder} has no ${stem}`);
  return join(folder, found);
}

async function outcome(folder: string): Promise<Omit<Expected, 'about'>> {
  const open = (stem: string) => read(bytesOf(fileOf(folder, stem)), { name: fileOf(folder, stem) });
  const transcript = structure(await open('transcript'));
  try {
    const { verdict, pass, findings } = judged(transcript, await open('copy'));
    const codes = findings.filter(({ level }) => level === 'fail').map(({ code }) => code);
    return { verdict, pass, codes: [...new Set(codes)].toSorted() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { verdict: 'unreadable', pass: false, codes: [error.reason] };
  }
}

it.each(NAMES)('%s', async (name) => {
  const { about, ...expected }: Expected = JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8'));
  expect(await outcome(join(ROOT, name)), about).toEqual(expected);
});

describe('the attacks', () => {
  const expectations = NAMES.map(
    (name): Expected => JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8')),
  );

  it('are more rejects than accepts', () => {
    expect(expectations.filter(({ pass }) => !pass).length).toBeGreaterThan(
      4 * expectations.filter(({ pass }) => pass).length,
    );
  });

  it('fail for a reason', () => {
    expect(expectations.filter(({ pass, codes }) => pass !== (codes.length === 0))).toEqual([]);
  });
});
