/** Any way of hiding a word in a PDF never passes: one too many inside a sentence, or one of the speaker's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../src/core/judge/judgement.ts';
import { typeset, type Word } from '../read/pdf/typeset.ts';
import { type Interview, interviews, linesOf, textOf } from './interview.ts';
import { CONTRADICTING, HIDING, MEANS, SHOWING, VEILING, type Way } from './pdf-ways.ts';
import { LAYOUTS, wordsOf } from './renderings.ts';
import { compare } from './support.ts';

/** The line and the word in it that `spot` stands for. */
function chosen(lines: readonly string[], spot: number): { readonly index: number; readonly at: number } {
  const index = 1 + (spot % (lines.length - 3));
  const words = lines[index]!.split(' ');
  // A dash between two words is none.
  const from = 2 + (spot % (words.length - 2));
  return { index, at: words.findLastIndex((word, k) => k <= from && /[\p{L}\p{N}]/u.test(word)) };
}

/** The interview as a PDF; the word at `spot` is what `change` makes of it. */
function pdfOf(interview: Interview, spot: number, change: (word: Word) => readonly Word[]): Uint8Array {
  const { index, at } = chosen(linesOf(interview), spot);
  const lines: readonly (readonly Word[])[] = wordsOf(interview);
  const words = lines[index]!;
  return typeset(lines.with(index, words.toSpliced(at, 1, ...change(words[at]!))), LAYOUTS.book, MEANS).bytes;
}

function inPdf(change: (word: Word) => readonly Word[], expected: (judgement: Judgement) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(interviews, fc.nat({ max: 9999 }), async (interview, spot) => {
      expected(await compare(textOf(interview), pdfOf(interview, spot, change), 'a.pdf'));
    }),
    { numRuns: 4, endOnFailure: true },
  );
}

const tooMany = (draw: Way) => (word: Word) => [{ text: 'secretly', draw }, word];
const instead = (draw: Way) => (word: Word) => [{ ...word, draw }];

/** Fails by a finding of this code. */
const fails =
  (code: string) =>
  ({ verdict, pass, findings }: Judgement): void => {
    expect(pass).toBe(false);
    expect(['altered', 'suspect']).toContain(verdict);
    expect(findings.filter(({ level }) => level === 'fail').map((finding) => finding.code)).toContain(code);
  };

describe.each(Object.entries(HIDING))('hidden in a PDF by %s', (_, way) => {
  it('a word too many', () => inPdf(tooMany(way), fails('hidden-text')));
  it('a word of the speaker’s', () => inPdf(instead(way), fails('hidden-text')));
});

it.each(Object.entries(VEILING))('a word veiled in a PDF by %s', async (_, way) => {
  await inPdf(instead(way), fails('drawn-otherwise'));
});

it.each(Object.entries(CONTRADICTING))('a word contradicted in a PDF by %s', async (_, way) => {
  await inPdf(instead(way), fails('drawn-otherwise'));
});

it.each(Object.entries(SHOWING))('a word shown in a PDF by %s', async (_, way) => {
  await inPdf(tooMany(way), fails('drawn-otherwise'));
});

it('the PDF itself is verbatim', async () => {
  const plainly: Way = ({ show }) => show;
  await inPdf(instead(plainly), ({ findings, verdict }) => {
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(verdict).toBe('verbatim');
  });
});
