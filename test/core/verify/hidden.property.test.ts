/** Any way of hiding a word, in any format, never passes: one too many inside a sentence, or one of the speaker's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verified } from '../../../src/core/verify.ts';
import { marked, type Way, WRITERS, type Writer } from '../write/index.ts';
import { type Interview, interviews, textOf, textParagraphs } from './interview.ts';
import { compare } from './support.ts';

/** What stands in the document for a word of the speaker's. */
type Change = (say: Writer['say'], word: string) => string;

const tooMany =
  ({ mark }: Way): Change =>
  (say, word) =>
    `${mark('secretly')}${say(` ${word}`)}`;
const ownWord =
  ({ mark }: Way): Change =>
  (_say, word) =>
    mark(word);

/** The interview with one word of its paragraphs changed; which one, `spot` says. */
function doctored(writer: Writer, interview: Interview, spot: number, change: Change): string[] {
  const paragraphs = textParagraphs(interview);
  const index = 1 + (spot % (paragraphs.length - 3));
  return paragraphs.map((paragraph, i) => {
    if (i !== index) return marked(writer, paragraph);
    const words = paragraph.text.split(' ');
    // A dash between two words is none.
    const from = 2 + (spot % (words.length - 2));
    const at = words.findLastIndex((word, k) => k <= from && /[\p{L}\p{N}]/u.test(word));
    const before = marked(writer, { ...paragraph, text: `${words.slice(0, at).join(' ')} ` });
    const behind = words.slice(at + 1).map((word) => ` ${word}`);
    return before + change(writer.say, words[at]!) + writer.say(behind.join(''));
  });
}

async function eachTime(writer: Writer, way: Way, change: Change, test: (judged: Verified) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(interviews, fc.nat({ max: 9999 }), async (interview, spot) => {
      const copy = writer.write(doctored(writer, interview, spot, change), way.needs);
      test(await compare(textOf(interview), copy, writer.name));
    }),
    { numRuns: 6 },
  );
}

const withheld = ({ pass, verdict, findings }: Verified): void => {
  expect(pass).toBe(false);
  expect(['altered', 'suspect']).toContain(verdict);
  const codes = findings.filter(({ level }) => level === 'fail').map(({ code }) => code);
  expect(codes.includes('hidden-text') || codes.includes('drawn-otherwise')).toBe(true);
};

const leftOut = ({ pass, verdict }: Verified): void => {
  expect({ pass, verdict }).toEqual({ pass: false, verdict: 'altered' });
};

const withoutFail = ({ findings }: Verified): void => {
  expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
};

/** A plain text has no way to hide a word. */
const HIDING = WRITERS.filter(({ hides }) => Object.keys(hides).length > 0);

describe.each(HIDING.map((writer) => [writer.format, writer] as const))('in %s', (_format, writer) => {
  for (const [name, way] of Object.entries(writer.hides)) {
    it(`${name}: a word too many`, () => eachTime(writer, way, tooMany(way), withheld));
    it(`${name}: a word of the speaker’s`, () => eachTime(writer, way, ownWord(way), withheld));
  }

  for (const [name, way] of Object.entries(writer.drops)) {
    it(`${name}: a word that is no part of the text`, () => eachTime(writer, way, tooMany(way), withoutFail));
    it(`${name}: a word of the speaker’s is missed`, () => eachTime(writer, way, ownWord(way), leftOut));
  }
});
