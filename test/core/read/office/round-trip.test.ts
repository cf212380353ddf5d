/**
 * The same interview in every format gives the same words; a word dropped, changed or hidden in it does not.
 *
 * Places, styles and notes differ from format to format; the tokens of the seen text must not.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src/core/canon/index.ts';
import type { Document } from '../../../../src/core/read/document.ts';
import { readDocx } from '../../../../src/core/read/docx/index.ts';
import { readEpub } from '../../../../src/core/read/epub/index.ts';
import { readOdt } from '../../../../src/core/read/odt/index.ts';
import { readRtf } from '../../../../src/core/read/rtf/index.ts';
import { readXml } from '../../../../src/core/read/xml/index.ts';
import { zipOf } from '../archive/make.ts';
import { docxOf, paragraph, run } from '../docx/make.ts';
import { odtOf, span, style } from '../odt/make.ts';

interface Piece {
  readonly text: string;
  readonly hidden: 'seen' | 'hidden';
}
type Paragraphs = readonly (readonly Piece[])[];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rtfText = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${(text.charCodeAt(i) << 16) >> 16}?`).join('');
const inner = (pieces: readonly Piece[], seen: (text: string) => string, hidden: (text: string) => string): string =>
  pieces.map((piece) => (piece.hidden === 'hidden' ? hidden(piece.text) : seen(piece.text))).join('');

const xhtml = (paragraphs: Paragraphs): string =>
  paragraphs
    .map((pieces) => `<p>${inner(pieces, escaped, (text) => `<span hidden="">${escaped(text)}</span>`)}</p>`)
    .join('');

const WRITE_AND_READ: Readonly<Record<string, (paragraphs: Paragraphs) => Promise<Document>>> = {
  docx: (paragraphs) =>
    readDocx(
      docxOf(paragraphs.map((pieces) => paragraph(inner(pieces, run, (text) => run(text, '<w:vanish/>')))).join('')),
    ),
  odt: (paragraphs) =>
    readOdt(
      odtOf(
        paragraphs
          .map((pieces) => `<text:p>${inner(pieces, escaped, (text) => span(escaped(text)))}</text:p>`)
          .join(''),
        style('T', 'text:display="none"'),
      ),
    ),
  rtf: (paragraphs) =>
    readRtf(
      strToU8(
        `{\\rtf1\\ansi ${paragraphs.map((pieces) => `${inner(pieces, rtfText, (text) => `{\\v ${rtfText(text)}}`)}\\par `).join('')}}`,
      ),
    ),
  epub: (paragraphs) =>
    readEpub(
      zipOf({
        'META-INF/container.xml':
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="p.opf"/></container>',
        'p.opf':
          '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body>${xhtml(paragraphs)}</body></html>`,
      }),
    ),
  tei: (paragraphs) =>
    readXml(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${paragraphs.map((pieces) => `<p>${inner(pieces, escaped, (text) => `<del>${escaped(text)}</del>`)}</p>`).join('')}</body></text></TEI>`,
    ),
};

const textOf = (language: string): string =>
  readFileSync(new URL(`../../../../fixtures/read/office/interview.${language}.txt`, import.meta.url), 'utf8');
const paragraphsOf = (text: string): string[] => text.split(/\n\n+/).map((each) => each.trim());
const tokensOf = (texts: readonly string[]): string[] => texts.flatMap((text) => [...tokenise(text).text]);
const seenTokens = ({ blocks }: Document): string[] => tokensOf(blocks.map(({ text }) => text));
const whole = (texts: readonly string[]): Paragraphs => texts.map((text) => [{ text, hidden: 'seen' }]);

describe.each(Object.entries(WRITE_AND_READ))('%s', (_format, writeAndRead) => {
  it.each(['de', 'uk'])('gives the words of the interview (%s) as they are', async (language) => {
    const paragraphs = paragraphsOf(textOf(language));
    const document = await writeAndRead(whole(paragraphs));
    expect(seenTokens(document)).toEqual(tokensOf(paragraphs));
    expect(document.blocks).toHaveLength(paragraphs.length);
    expect(document.hidden).toEqual([]);
    expect(document.caveats).toEqual([]);
  });

  it('gives any words as they are, however they are divided', async () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}&<"'«»—.,]{1,8}$/u), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 4 }), async (texts) => {
        const paragraphs = texts.map((each) => each.join(' '));
        const pieces = texts.map((each) =>
          each.map((text, i) => ({ text: i === 0 ? text : ` ${text}`, hidden: 'seen' as const })),
        );
        expect(seenTokens(await writeAndRead(pieces))).toEqual(tokensOf(paragraphs));
      }),
      { numRuns: 40 },
    );
  });

  it('never shows a word that is hidden, and always tells of it', async () => {
    const paragraphs = paragraphsOf(textOf('de'));
    await fc.assert(
      fc.asyncProperty(fc.nat(paragraphs.length - 1), fc.nat(1_000), async (which, at) => {
        const words = (paragraphs[which] ?? '').split(' ');
        const cut = at % words.length;
        const [before, word, after] = [words.slice(0, cut), words[cut] ?? '', words.slice(cut + 1)];
        const pieces: Piece[] = [
          { text: before.map((each) => `${each} `).join(''), hidden: 'seen' },
          { text: `${word} `, hidden: 'hidden' },
          { text: after.join(' '), hidden: 'seen' },
        ];
        const doctored = paragraphs.map((text, i): readonly Piece[] =>
          i === which ? pieces : [{ text, hidden: 'seen' }],
        );
        const left = paragraphs.map((text, i) => (i === which ? [...before, ...after].join(' ') : text));
        const document = await writeAndRead(doctored);
        expect(seenTokens(document)).toEqual(tokensOf(left));
        const told = document.hidden.map(({ text }) => text.trim()).join('');
        expect(told === word || document.caveats.some(({ kind }) => kind === 'deleted-text')).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
