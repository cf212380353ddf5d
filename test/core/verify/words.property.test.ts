/** Any word dropped, added, changed, doubled, swapped or moved, in any format: never `verbatim`, and named at its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import type { Place } from '../../../src/core/read/document.ts';
import { read } from '../../../src/core/read/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import type { Verified } from '../../../src/core/verify.ts';
import { type Interview, interviews, lineOf, paragraphsOf, replaceParagraph, textOf } from './interview.ts';
import { RENDERINGS, type Rendered } from './renderings.ts';
import { judged, readString } from './support.ts';

/** A place for an edit: a number that any interview has a word for. */
const spot = fc.nat({ max: 100_000 });

interface Chosen {
  /** Index of the paragraph, its words, and the index of the word. */
  readonly index: number;
  readonly words: readonly string[];
  readonly at: number;
}

/** The first plain word from the spot on. */
function choose(interview: Interview, spot: number): Chosen {
  const all = paragraphsOf(interview).flatMap(({ words }, index) => words.map((_, at) => ({ index, words, at })));
  for (let i = 0; i < all.length; i++) {
    const one = all[(spot + i) % all.length]!;
    if (isPlain(one)) return one;
  }
  throw new Error('no plain word');
}

function withWords(interview: Interview, index: number, words: readonly string[]): Interview {
  const label = paragraphsOf(interview)[index]?.label ?? '';
  return replaceParagraph(interview, index, [{ label, words }]);
}

/** Without the signs that hang on a word. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/, \(\*\)$/u, '');
}

/** A word without signs on it, unlike its neighbours, so that there is only one place where it can be missed. */
function isPlain({ words, at }: Chosen): boolean {
  const word = words[at] ?? '';
  const near = [words[at - 1], words[at + 1]].map((one) => bare(one ?? '').toLowerCase());
  return word === bare(word) && !near.includes(word.toLowerCase()) && at > 0;
}

function says(finding: Finding, side: 'sealed' | 'copy', word: string, line: number): boolean {
  const reading = finding[side];
  if (finding.level !== 'fail' || reading === null) return false;
  const atLine = reading.place?.by === 'line' ? reading.place.line === line : true;
  return atLine && reading.text.split(' ').some((one) => bare(one) === word);
}

function expectNamed(judgement: Verified, side: 'sealed' | 'copy', word: string, line: number): void {
  expect(judgement.pass).toBe(false);
  expect(judgement.verdict).toBe('altered');
  expect(judgement.findings.some((one) => says(one, side, word, line))).toBe(true);
}

/** A judgement, and the file that was judged. */
type Judged = Verified & Rendered;

async function judgeIn(format: string, interview: Interview, edited: Interview): Promise<Judged> {
  const transcript = structure(await readString(textOf(interview)));
  const rendered = RENDERINGS[format]!(edited);
  return { ...judged(transcript, await read(rendered.bytes, { name: rendered.name })), ...rendered };
}

/** Whether a failing finding names the word in the copy, broken or not, with ligatures or without, at the place where it stands. */
function isNamedAt(judgement: Judged, word: string, spot: Omit<Chosen, 'words'>): boolean {
  return judgement.findings.some(
    ({ copy, level }) =>
      level === 'fail' &&
      copy?.text.normalize('NFKC').replace('- ', '') === word &&
      standsAt(judgement, copy.place, word, spot),
  );
}

/** Whether a word stands at a place: on the page, in the paragraph, or in the line and column of the file. */
function standsAt(file: Rendered, place: Place | null, word: string, { index, at }: Omit<Chosen, 'words'>): boolean {
  if (file.pageOf !== undefined) return place?.by === 'page' && place.page === file.pageOf(index, at);
  // The title is the first paragraph.
  if (file.places === 'paragraphs') return place?.by === 'paragraph' && place.paragraph === index + 2;
  if (file.places !== 'lines') return true;
  if (place === null || !('line' in place) || place.line === undefined) return false;
  const line = new TextDecoder().decode(file.bytes).split('\n')[place.line - 1] ?? '';
  return line.startsWith(word, (place.column ?? 1) - 1);
}

describe.each(Object.keys(RENDERINGS))('in %s', (format) => {
  const runs = { endOnFailure: true, numRuns: format.startsWith('pdf') ? 12 : 25 };
  const property = (test: (interview: Interview, chosen: Chosen, other: Chosen) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(interviews, spot, spot, async (interview, first, second) => {
        await test(interview, choose(interview, first), choose(interview, second));
      }),
      runs,
    );
  /** Lines are places of the text's own; other formats have others. */
  const copyLine = (index: number): number => (format === 'text' ? lineOf(index) : -1);
  const named = (judgement: Judged, word: string, spot: Omit<Chosen, 'words'>): void => {
    if (format === 'text') expectNamed(judgement, 'copy', word, copyLine(spot.index));
    else expect(isNamedAt(judgement, word, spot)).toBe(true);
    expect(judgement.verdict).toBe('altered');
  };

  it('a faithful copy is verbatim', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, async (interview) => {
        const judgement = await judgeIn(format, interview, interview);
        expect(judgement.findings.filter(({ level }) => level === 'fail')).toEqual([]);
        expect(judgement).toMatchObject({ verdict: 'verbatim', pass: true });
      }),
      runs,
    );
  });

  it('a word dropped', async () => {
    await property(async (interview, { index, words, at }) => {
      const judgement = await judgeIn(format, interview, withWords(interview, index, words.toSpliced(at, 1)));
      expectNamed(judgement, 'sealed', words[at]!, lineOf(index));
    });
  });

  it('a word added', async () => {
    await property(async (interview, { index, words, at }) => {
      const judgement = await judgeIn(format, interview, withWords(interview, index, words.toSpliced(at, 0, 'gladly')));
      named(judgement, 'gladly', { index, at });
    });
  });

  it('a negation added', async () => {
    await property(async (interview, { index, words, at }) => {
      fc.pre(![words[at - 1], words[at]].some((one) => bare(one ?? '').toLowerCase() === 'not'));
      const judgement = await judgeIn(format, interview, withWords(interview, index, words.toSpliced(at, 0, 'not')));
      named(judgement, 'not', { index, at });
    });
  });

  it('a word changed', async () => {
    await property(async (interview, { index, words, at }) => {
      const judgement = await judgeIn(format, interview, withWords(interview, index, words.with(at, 'cathedral')));
      expectNamed(judgement, 'sealed', words[at]!, lineOf(index));
      named(judgement, 'cathedral', { index, at });
    });
  });

  it('a word doubled', async () => {
    await property(async (interview, { index, words, at }) => {
      const doubled = withWords(interview, index, words.toSpliced(at, 0, words[at]!));
      const judgement = await judgeIn(format, interview, doubled);
      named(judgement, words[at]!, { index, at });
    });
  });

  it('two words exchanged', async () => {
    await property(async (interview, one, other) => {
      fc.pre(one.words[one.at]!.toLowerCase() !== other.words[other.at]!.toLowerCase());
      const [a, b] = [one.words[one.at]!, other.words[other.at]!];
      const first = withWords(interview, one.index, one.words.with(one.at, b));
      const words = paragraphsOf(first)[other.index]!.words;
      const judgement = await judgeIn(format, interview, withWords(first, other.index, words.with(other.at, a)));
      expect(judgement.verdict).toBe('altered');
      const isNamed = (word: string, index: number) =>
        judgement.findings.some((finding) => says(finding, 'sealed', word, lineOf(index)));
      expect(isNamed(a, one.index) || isNamed(b, other.index)).toBe(true);
      if (one.index !== other.index) expect(isNamed(a, one.index) && isNamed(b, other.index)).toBe(true);
    });
  });

  it('a word moved', async () => {
    await property(async (interview, one, other) => {
      const word = one.words[one.at]!;
      const without = withWords(interview, one.index, one.words.toSpliced(one.at, 1));
      const words = paragraphsOf(without)[other.index]!.words;
      fc.pre(other.index !== one.index || Math.abs(other.at - one.at) > 1);
      const moved = withWords(without, other.index, words.toSpliced(other.at, 0, word));
      fc.pre(textOf(moved) !== textOf(interview));
      const judgement = await judgeIn(format, interview, moved);
      expect(judgement.verdict).toBe('altered');
      if (one.index !== other.index) expectNamed(judgement, 'sealed', word, lineOf(one.index));
    });
  });
});
