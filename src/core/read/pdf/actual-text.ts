/**
 * What a page says its words are to be copied and read aloud as (`ActualText`, ISO 32000-1, 14.9.4).
 *
 * `/Span <</ActualText (not)>> BDC (gladly) Tj EMC` shows `gladly`, and gives `not` to whoever copies it or has it read aloud.
 * pdf.js passes the marks on and leaves the text out, so the text is looked up in the content stream, by the mark's turn.
 */

import { operationsOf, referencesOf } from './content.ts';
import { folded } from './doubts.ts';
import type { Glyph } from './drawn.ts';
import type { FileObjects } from './file-objects.ts';
import { stringEnd } from './values.ts';

/** The actual texts of a page's marked content, by the turn of the mark among those of the page itself. */
export function actualTexts(objects: FileObjects, page: number, content: string): ReadonlyMap<number, string> {
  return content.includes('ActualText') || content.includes('BDC')
    ? marksOf(content, propertiesOf(objects.source(page), objects))
    : new Map();
}

/** Marks glyphs whose actual text says other words than they do. */
export function doubtActualTexts(
  glyphs: readonly Glyph[],
  texts: ReadonlyMap<number, string>,
  outer: readonly number[],
): void {
  if (texts.size === 0) return;
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    let mark = glyph.ink.mark;
    while (mark >= 0 && !texts.has(mark)) mark = outer[mark] ?? -1;
    if (mark < 0) continue;
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [glyph]);
    else group.push(glyph);
  }
  for (const [mark, group] of groups) {
    const drawn = words(group.map(({ text }) => text).join(''));
    if (drawn !== words(texts.get(mark) ?? '')) for (const glyph of group) glyph.doubt ??= 'ActualText';
  }
}

/** Letters and digits alone, whose order on the page may differ from that of reading: hyphens and spaces are often given so. */
function words(text: string): string {
  return Array.from(folded(text).replace(/[^\p{L}\p{N}]/gu, ''))
    .sort()
    .join('');
}

/** The actual texts of property lists that the page's resources name. */
function propertiesOf(page: string, objects: FileObjects): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const [resources] = referencesOf(page, 'Resources', objects);
  const source = resources === undefined ? page : objects.source(resources);
  const [list] = referencesOf(source, 'Properties', objects);
  const properties =
    list === undefined ? (/\/Properties\s*<<([^>]*)>>/u.exec(source)?.[1] ?? '') : objects.source(list);
  for (const [, name = '', number] of properties.matchAll(/\/([^\s/<>[\]()]+)\s+(\d{1,10})\s+\d{1,5}\s+R/gu)) {
    const text = actualTextIn(objects.source(Number(number)));
    if (text !== null) named.set(name, text);
  }
  return named;
}

/** Follows the marks of a content stream. Optional content has no turn: pdf.js puts in marks of its own for it. */
function marksOf(content: string, named: ReadonlyMap<string, string>): Map<number, string> {
  const texts = new Map<number, string>();
  let turn = 0;
  for (const { operator, operands } of operationsOf(content)) {
    if ((operator !== 'BDC' && operator !== 'BMC') || /^\s*\/OC\b/u.test(operands)) continue;
    const text = operator === 'BDC' ? (actualTextIn(operands) ?? named.get(lastName(operands))) : undefined;
    if (text !== undefined) texts.set(turn, text);
    turn += 1;
  }
  return texts;
}

/** The name at the end of a list of operands. */
function lastName(list: string): string {
  return list.trimEnd().split('/').at(-1) ?? '';
}

/** The value of `ActualText` in a property list. */
function actualTextIn(list: string): string | null {
  const key = list.indexOf('/ActualText');
  if (key < 0) return null;
  const at = list.slice(key + 11).search(/\S/u) + key + 11;
  if (list[at] === '(') return decoded(literal(list.slice(at + 1, stringEnd(list, at) - 1)));
  const hex = /^<([0-9A-Fa-f\s]*)>/u.exec(list.slice(at))?.[1];
  return hex === undefined
    ? null
    : decoded(hex.replace(/\s/gu, '').replace(/../gu, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
}

/** A literal string without its escapes (ISO 32000-1, 7.3.4.2). */
function literal(source: string): string {
  return source.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, sign: string) => {
    if (/^[0-7]/u.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 255);
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[sign] ?? sign;
  });
}

/** A text string: UTF-16 or UTF-8 behind a mark, or one byte a letter. */
function decoded(bytes: string): string {
  if (bytes.startsWith('\u00FE\u00FF')) {
    return bytes
      .slice(2)
      .replace(/([\s\S])([\s\S])/gu, (_, high: string, low: string) =>
        String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0)),
      );
  }
  if (bytes.startsWith('\u00EF\u00BB\u00BF'))
    return new TextDecoder().decode(Uint8Array.from(bytes.slice(3), (byte) => byte.charCodeAt(0)));
  return bytes;
}
