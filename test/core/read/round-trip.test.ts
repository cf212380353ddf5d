/**
 * The same interview in every format gives the same words, whatever the typesetter did to it; a word hidden in it never does.
 *
 * Places, styles and notes differ from format to format; the tokens of the seen text must not.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/core/canon/index.ts';
import type { Document } from '../../../src/core/read/document.ts';
import { read } from '../../../src/core/read/index.ts';
import { type Way, WRITERS, type Writer } from '../write/index.ts';

const paragraphsOf = (language: string): string[] =>
  readFileSync(new URL(`../../../fixtures/read/office/interview.${language}.txt`, import.meta.url), 'utf8')
    .split(/\n\n+/)
    .map((each) => each.trim());
const tokensOf = (texts: readonly string[]): string[] => texts.flatMap((text) => [...tokenise(text).text]);
/** Without what the writer puts around the text. */
const seenTokens = ({ blocks }: Document): string[] =>
  tokensOf(blocks.filter(({ setOff }) => setOff === null).map(({ text }) => text));
const readBack = (writer: Writer, paragraphs: readonly string[], needs?: string): Promise<Document> =>
  read(writer.write(paragraphs, needs), { name: writer.name });

const GERMAN = paragraphsOf('de');

/** Some paragraph's words, one of them chosen. */
const chosen = fc.tuple(fc.nat(), fc.nat()).map(([which, at]) => {
  const index = which % GERMAN.length;
  const words = (GERMAN[index] ?? '').split(' ');
  return { index, words, at: at % words.length };
});

/** The interview with a word, or one more than it has, put in by `way`. */
function doctored(writer: Writer, way: Way, index: number, words: readonly string[], at: number): Promise<Document> {
  const [before, after] = [words.slice(0, at), words.slice(at + 1)];
  const markup = [
    writer.say(before.map((each) => `${each} `).join('')),
    way.mark(words[at] ?? ''),
    writer.say(after.map((each) => ` ${each}`).join('')),
  ];
  return readBack(
    writer,
    GERMAN.map((text, i) => (i === index ? markup.join('') : writer.say(text))),
    way.needs,
  );
}

const without = (index: number, words: readonly string[], at: number): string[] =>
  GERMAN.map((text, i) => (i === index ? words.toSpliced(at, 1).join(' ') : text));

describe.each(WRITERS.map((writer) => [writer.format, writer] as const))('%s', (_format, writer) => {
  it.each(['de', 'uk'])('gives the words of the interview (%s) as they are', async (language) => {
    const paragraphs = paragraphsOf(language);
    const document = await readBack(writer, paragraphs.map(writer.say));
    expect(document.format).toBe(writer.format);
    expect(seenTokens(document)).toEqual(tokensOf(paragraphs));
    expect(document.hidden).toEqual([]);
    expect(document.caveats).toEqual([]);
  });

  it('gives any words as they are, however they are divided', async () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}&<"'«»—.,]{0,7}[\p{L}\p{N}]$/u), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 4 }), async (texts) => {
        const pieces = texts.map((each) => each.map((text, i) => writer.say(i === 0 ? text : ` ${text}`)).join(''));
        expect(seenTokens(await readBack(writer, pieces))).toEqual(tokensOf(texts.map((each) => each.join(' '))));
      }),
      { numRuns: 40 },
    );
  });

  for (const [name, way] of Object.entries(writer.hides)) {
    it(`never shows a word hidden by ${name}, and tells of it`, async () => {
      await fc.assert(
        fc.asyncProperty(chosen, async ({ index, words, at }) => {
          const document = await doctored(writer, way, index, words, at);
          const told = document.hidden.some(({ text }) => text.trim() === words[at]);
          const doubted = document.caveats.some((caveat) => caveat.at !== null);
          expect(told || doubted).toBe(true);
          if (told) expect(seenTokens(document)).toEqual(tokensOf(without(index, words, at)));
        }),
        { numRuns: 12 },
      );
    });
  }

  for (const [name, way] of Object.entries(writer.drops)) {
    it(`leaves out a word that is there as ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(chosen, async ({ index, words, at }) => {
          const document = await doctored(writer, way, index, words, at);
          expect(seenTokens(document)).toEqual(tokensOf(without(index, words, at)));
        }),
        { numRuns: 12 },
      );
    });
  }
});
