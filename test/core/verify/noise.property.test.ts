/** Typography never fails: whatever a typesetter or a program does to signs and spaces, the words are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from '../read/pdf/typeset.ts';
import { WRITERS, written } from '../write/index.ts';
import { interviews, textOf, textParagraphs } from './interview.ts';
import { LAYOUTS } from './renderings.ts';
import { compare } from './support.ts';

type Noise = (text: string, pick: (most: number) => number) => string;

const SINGLE = ["'", '’', 'ʼ', '´', '′'] as const;
const DOUBLE = ['"', '“', '”', '„', '«', '»', '‟'] as const;
const DASHES = [' - ', ' – ', ' — ', ' — ', ' -- '] as const;
const SPACES = [' ', ' ', ' ', '  ', '\t'] as const;

const each =
  (pattern: RegExp, by: readonly string[]): Noise =>
  (text, pick) =>
    text.replace(pattern, () => by[pick(by.length)] ?? '');

/** Breaks lines at random spaces inside paragraphs; never before a dash, which would begin a list. */
const rewrap: Noise = (text, pick) =>
  text.replace(/(?<=\S) (?=[\p{L}"(])/gu, (space) => (pick(4) === 0 ? '\n' : space));

/** Soft hyphens between letters. */
const soften: Noise = (text, pick) => text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (pick(6) === 0 ? '\u00ad' : ''));

const NOISE: Readonly<Record<string, Noise>> = {
  apostrophes: each(/(?<=\p{L})'(?=\p{L})/gu, SINGLE),
  'quotation marks': each(/"/gu, DOUBLE),
  dashes: each(/ - /gu, DASHES),
  hyphens: each(/(?<=\p{L})-(?=\p{L})/gu, ['-', '‐', '‑']),
  ellipses: each(/…/gu, ['…', '...', '. . .']),
  spaces: each(/ /gu, SPACES),
  'lines broken elsewhere': rewrap,
  'decomposed letters': (text) => text.normalize('NFD'),
  'soft hyphens': soften,
  'carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  ligatures: (text) => text.replaceAll('fi', 'ﬁ'),
  'blank lines': (text) => text.replaceAll('\n\n', '\n\n\n\n'),
};

/** A copy in the noise's own order of picks, so that a failing case can be run again. */
function noisy(text: string, noise: Noise, picks: readonly number[]): string {
  let at = 0;
  return noise(text, (most) => (picks[at++ % picks.length] ?? 0) % most);
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8], 2 + 2 * i);
  return bytes;
}

const picks = fc.array(fc.nat({ max: 999 }), { minLength: 7, maxLength: 40 });

async function expectVerbatim(sealed: string, copy: string | Uint8Array, name?: string): Promise<void> {
  const judgement = await compare(sealed, copy, name);
  expect(judgement.findings.filter(({ level }) => level === 'fail')).toEqual([]);
  expect(judgement).toMatchObject({ verdict: 'verbatim', pass: true });
}

describe('typography never fails', () => {
  it.each(Object.entries(NOISE))('%s', async (_, noise) => {
    await fc.assert(
      fc.asyncProperty(interviews, picks, async (interview, numbers) => {
        const text = textOf(interview);
        await expectVerbatim(text, noisy(text, noise, numbers));
      }),
      { numRuns: 60 },
    );
  });

  it('all of it at once, in UTF-16 too', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, picks, fc.boolean(), async (interview, numbers, wide) => {
        const text = textOf(interview);
        const copy = Object.values(NOISE).reduce((all, noise) => noisy(all, noise, numbers), text);
        await expectVerbatim(text, wide ? utf16(copy) : copy);
        await expectVerbatim(copy, text);
      }),
      { numRuns: 150 },
    );
  });

  /** What else a page changes (lines, columns, spaces, ligatures) the layouts bring with them. */
  it.each(Object.entries(LAYOUTS))('its signs set in type: %s', async (_, layout) => {
    const signs = ['apostrophes', 'quotation marks', 'dashes', 'hyphens', 'ellipses', 'decomposed letters'];
    await fc.assert(
      fc.asyncProperty(interviews, picks, async (interview, numbers) => {
        const text = textOf(interview);
        const copy = signs.reduce((all, sign) => noisy(all, NOISE[sign]!, numbers), text);
        const paragraphs = copy.trim().split('\n\n');
        const words = paragraphs.map((line) => line.split(' ').map((one) => ({ text: one })));
        await expectVerbatim(text, typeset(words, layout).bytes, 'copy.pdf');
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

/** What says something about the whole file, which not every format can say. */
const OF_THE_FILE: readonly string[] = ['carriage returns', 'blank lines'];

describe.each(WRITERS.map((writer) => [writer.format, writer] as const))('nor in %s', (_format, writer) => {
  const names = Object.keys(NOISE).filter((name) => !OF_THE_FILE.includes(name));
  it('whichever noise it is', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, picks, fc.subarray(names, { minLength: 1 }), async (interview, numbers, chosen) => {
        const paragraphs = textParagraphs(interview).map(({ label, text }) => ({
          label,
          text: chosen.reduce((all, name) => noisy(all, NOISE[name]!, numbers), text),
        }));
        await expectVerbatim(textOf(interview), written(writer, paragraphs), writer.name);
      }),
      { numRuns: 40 },
    );
  });
});
