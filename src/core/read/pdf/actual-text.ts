/**
 * What a page says its words are to be copied and read aloud as (`ActualText`, ISO 32000-1, 14.9.4).
 *
 * `/Span <</ActualText (not)>> BDC (gladly) Tj EMC` shows `gladly`, and gives `not` to whoever copies it or has it read aloud.
 * pdf.js passes the marks on and leaves the text out, so the text is looked up in the content stream, by the mark's turn.
 */

import { folded } from './doubts.ts';
import type { Glyph } from './drawn.ts';
import type { FileObjects } from './file-objects.ts';
import { stringEnd } from './values.ts';

/** The tokens of a content stream that matter here (ISO 32000-1, 7.8.2); a string may hold anything, so strings are stepped over. */
const TOKEN = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|\(|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gu;
/** Content streams of one page. */
const MAX_STREAMS = 10_000;

/** The actual texts of a page's marked content, by the turn of the mark among those of the page itself. */
export async function actualTexts(objects: FileObjects, pageNumber: number): Promise<ReadonlyMap<number, string>> {
  const page = objects.source(pageNumber);
  const pieces: string[] = [];
  for (const number of referencesOf(page, 'Contents', objects)) pieces.push((await objects.content(number)) ?? '');
  const content = pieces.join('\n');
  return content.includes('ActualText') || content.includes('BDC')
    ? marksOf(content, propertiesOf(page, objects))
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

/** The numbers of the objects an entry of a dictionary refers to, itself or through an array. */
function referencesOf(dictionary: string, key: string, objects: FileObjects): number[] {
  const value = new RegExp(`/${key}\\s*(\\[[^\\]]*\\]|\\d{1,10}\\s+\\d{1,5}\\s+R)`, 'u').exec(dictionary)?.[1] ?? '';
  const numbers = [...value.matchAll(/(\d{1,10})\s+\d{1,5}\s+R/gu)].map(([, number]) => Number(number));
  const single = numbers[0];
  if (numbers.length === 1 && single !== undefined) {
    const target = objects.source(single).trim();
    if (target.startsWith('[')) return referencesOf(`/${key} ${target}`, key, objects);
  }
  return numbers.slice(0, MAX_STREAMS);
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
  /** Where the operands of the next operator begin. */
  let operands = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(content); match !== null; match = TOKEN.exec(content)) {
    const [token] = match;
    if (token === '(') TOKEN.lastIndex = stringEnd(content, match.index);
    else if (token === 'ID') TOKEN.lastIndex = imageEnd(content, match.index);
    if (!/^[A-Za-z'"]/u.test(token)) continue;
    const list = content.slice(operands, match.index);
    if ((token === 'BDC' || token === 'BMC') && !/^\s*\/OC\b/u.test(list)) {
      const text = token === 'BDC' ? (actualTextIn(list) ?? named.get(lastName(list))) : undefined;
      if (text !== undefined) texts.set(turn, text);
      turn += 1;
    }
    operands = TOKEN.lastIndex;
  }
  return texts;
}

/** The name at the end of a list of operands. */
function lastName(list: string): string {
  return list.trimEnd().split('/').at(-1) ?? '';
}

/** Behind the data of an inline image. */
function imageEnd(content: string, start: number): number {
  const end = /\sEI\s/u.exec(content.slice(start, start + 100_000));
  return end === null ? start + 2 : start + end.index + 3;
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
