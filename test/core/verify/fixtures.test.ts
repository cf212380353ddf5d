/** Walks `fixtures/verify`: each folder holds a transcript, a copy and what must be found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Finding, Reading } from '../../../src/core/judge/finding.ts';
import { read } from '../../../src/core/read/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import type { Conventions, Transcript } from '../../../src/core/structure/transcript.ts';
import { judged } from './support.ts';

interface Spot {
  readonly text: string;
  readonly line?: number;
  readonly column?: number;
}

interface Expected {
  readonly about: string;
  readonly verdict: string;
  readonly pass: boolean;
  /** How many findings of each code there are: all of them, notes too. */
  readonly findings: Readonly<Record<string, number>>;
  /** Findings that must be there, with what they say. */
  readonly at?: readonly {
    readonly code: string;
    readonly sealed?: Spot;
    readonly copy?: Spot;
    readonly speaker?: string;
    readonly count?: number;
    readonly data?: Readonly<Record<string, string | number>>;
  }[];
  readonly around?: number;
  readonly structure?: { readonly speakers: readonly string[]; readonly roles: string; readonly marks?: number };
  readonly conventions?: Partial<Pick<Conventions, 'labels' | 'marks'>> & {
    readonly aliases?: Readonly<Record<string, readonly string[]>>;
  };
  readonly furniture?: readonly string[];
}

const ROOT = 'fixtures/verify';

function fileOf(folder: string, stem: string): string {
  const found = readdirSync(folder).filter((name) => name.startsWith(`${stem}.`));
  if (found.length !== 1) throw new Error(`${folder} has ${found.length} files called ${stem}`);
  return join(folder, found[0] ?? '');
}

function conventionsOf({ conventions = {} }: Expected): Conventions {
  const { labels = [], marks = [], aliases = {} } = conventions;
  return { labels, marks, aliases: new Map(Object.entries(aliases)) };
}

function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function spotOf(reading: Reading | null): Spot | null {
  if (reading === null) return null;
  const { text, place } = reading;
  return place?.by === 'line' ? { text, line: place.line, column: place.column } : { text };
}

/** What a finding says, as far as `wanted` asks for it. */
function told(finding: Finding, wanted: NonNullable<Expected['at']>[number]): object {
  const pick = (spot: Spot | null, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(spot ?? {}).filter(([key]) => keys.includes(key)));
  return {
    code: finding.code,
    ...(wanted.sealed && { sealed: pick(spotOf(finding.sealed), Object.keys(wanted.sealed)) }),
    ...(wanted.copy && { copy: pick(spotOf(finding.copy), Object.keys(wanted.copy)) }),
    ...(wanted.speaker !== undefined && { speaker: finding.speaker }),
    ...(wanted.count !== undefined && { count: finding.count }),
    ...(wanted.data && {
      data: Object.fromEntries(Object.keys(wanted.data).map((key) => [key, finding.data[key] ?? null])),
    }),
  };
}

function outline({ speakers, passages, marks }: Transcript, wanted: NonNullable<Expected['structure']>): object {
  return {
    speakers: speakers.map(({ name }) => name),
    roles: passages.map(({ role }) => role).join(' '),
    ...(wanted.marks !== undefined && { marks: marks.length }),
  };
}

it.each(readdirSync(ROOT))('%s', async (name) => {
  const folder = join(ROOT, name);
  const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const conventions = conventionsOf(expected);
  const load = (file: string) =>
    read(new Uint8Array(readFileSync(file)), { name: file, furniture: expected.furniture ?? [] });
  const transcript = structure(await load(fileOf(folder, 'transcript')), conventions);
  const judgement = judged(transcript, await load(fileOf(folder, 'copy')), conventions);

  expect({
    verdict: judgement.verdict,
    pass: judgement.pass,
    findings: countsOf(judgement.findings),
    ...(expected.around !== undefined && { around: judgement.words.around }),
    ...(expected.structure && { structure: outline(transcript, expected.structure) }),
  }).toEqual({
    verdict: expected.verdict,
    pass: expected.pass,
    findings: expected.findings,
    ...(expected.around !== undefined && { around: expected.around }),
    ...(expected.structure && { structure: expected.structure }),
  });
  for (const wanted of expected.at ?? []) {
    const same = judgement.findings.filter(({ code }) => code === wanted.code);
    expect(same.map((one) => told(one, wanted))).toContainEqual(wanted);
  }
});
