/** The fixture texts, made into PDFs by real programs, are read back word for word. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../../../src/core/canon/index.ts';
import type { Block } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';

const FOLDER = new URL('../../../../fixtures/read/pdf/', import.meta.url);
const made = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));

function source(name: string): string {
  return readFileSync(new URL(`${name.split('.')[0]}.txt`, FOLDER), 'utf8');
}

async function blocksOf(name: string): Promise<readonly Block[]> {
  return (await readPdf(new Uint8Array(readFileSync(new URL(name, FOLDER))))).blocks;
}

/** The block's text with each break in the reading that makes words of `known`. */
function resolved({ text, breaks }: Block, known: ReadonlySet<string>): string {
  return breaks.reduceRight((whole, { start, end }) => {
    const before = whole.slice(0, start).match(/\S+$/u)?.[0] ?? '';
    const after = whole.slice(end).match(/^\S+/u)?.[0] ?? '';
    const readings = ['', '-', ' ', '- '].filter((reading) =>
      tokenise(before + reading + after).text.every((word) => known.has(word)),
    );
    return whole.slice(0, start) + (readings[0] ?? '\n') + whole.slice(end);
  }, text);
}

describe.each(made)('%s', (name) => {
  test('has every word of its source in order', async () => {
    const words = tokenise(source(name)).text;
    const known = new Set(words);
    const blocks = (await blocksOf(name)).filter(({ setOff }) => setOff === null);
    expect(blocks.flatMap((block) => tokenise(resolved(block, known)).text)).toEqual(words);
  });

  test('keeps the paragraphs of its source apart', async () => {
    const firstWords = (text: string): string => tokenise(text).text.slice(0, 3).join(' ');
    const blocks = (await blocksOf(name)).map(({ text }) => firstWords(text));
    for (const paragraph of source(name).trim().split('\n\n')) expect(blocks).toContain(firstWords(paragraph));
  });
});

test('the fixtures come from several producers', () => {
  expect(new Set(made.map((name) => name.split('.')[1]))).toEqual(
    new Set(['cairo', 'chromium', 'groff', 'libreoffice']),
  );
});
