/**
 * What a page says its words are to be copied and read aloud as (`ActualText`, ISO 32000-1, 14.9.4).
 *
 * `/Span <</ActualText (not)>> BDC (gladly) Tj EMC` shows `gladly`, and gives `not` to whoever copies it or has it read aloud.
 * pdf.js passes the marks on and leaves the text out, so the text is looked up in the content stream, by the mark's turn.
 */

import { operationsOf } from './content.ts';
import { folded } from './doubts.ts';
import type { Glyph } from './drawn.ts';
import { type Dictionary, inherited, parseValues, type Value, type Values } from './values.ts';

/** The actual texts of a page's marked content, by the turn of the mark among those of the page itself. */
export function actualTexts(values: Values, page: Dictionary, content: string): ReadonlyMap<number, string> {
  const resources = values.dictionary(inherited(values, page, 'Resources'));
  const named = values.dictionary(resources.get('Properties'));
  const texts = new Map<number, string>();
  let turn = 0;
  for (const { operator, operands } of operationsOf(content)) {
    if (operator !== 'BDC' && operator !== 'BMC') continue;
    const [tag, list] = operandsOf(operator, operands);
    // Optional content has no turn: pdf.js puts in marks of its own for it.
    if (tag === undefined || tag === '/OC') continue;
    const text = actualTextOf(list, values, named);
    if (text !== null) texts.set(turn, text);
    turn += 1;
  }
  return texts;
}

/** Marks glyphs whose actual text says other words than they do. `outer` has for each mark the one around it. */
export function doubtActualTexts(
  glyphs: readonly Glyph[],
  texts: ReadonlyMap<number, string>,
  outer: readonly number[],
): void {
  if (texts.size === 0) return;
  /** For each mark the nearest that has an actual text, itself or around it. */
  const nearest: (number | undefined)[] = [];
  for (const [mark, around] of outer.entries()) nearest.push(texts.has(mark) ? mark : nearest[around]);
  const groups = new Map<number | undefined, Glyph[]>();
  for (const glyph of glyphs) {
    const mark = nearest[glyph.ink.mark];
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [glyph]);
    else group.push(glyph);
  }
  for (const [mark, text] of texts) {
    const group = groups.get(mark) ?? [];
    const drawn = words(group.map((glyph) => glyph.text).join(''));
    if (drawn !== words(text)) for (const glyph of group) glyph.doubt ??= 'ActualText';
  }
}

/** Letters and digits alone, whose order on the page may differ from that of reading: hyphens and spaces are often given so. */
function words(text: string): string {
  return Array.from(folded(text).replace(/[^\p{L}\p{N}]/gu, ''))
    .sort()
    .join('');
}

/** The tag and the property list of a mark, the last operands before it; none where pdf.js takes it for no mark. */
function operandsOf(operator: 'BDC' | 'BMC', source: string): readonly Value[] {
  const given = parseValues(source);
  if (operator === 'BMC') return given.slice(-1);
  return String(given.at(-2)).startsWith('/') ? given.slice(-2) : [];
}

/** What a property list, or the one of the resources that it names, has as `ActualText`. */
function actualTextOf(list: Value | undefined, values: Values, named: Dictionary): string | null {
  const properties = typeof list === 'string' ? named.get(list.slice(1)) : list;
  const text = values.resolved(values.dictionary(properties).get('ActualText'));
  if (typeof text !== 'string') return null;
  if (text.startsWith('(')) return decoded(literal(text.slice(1, -1)));
  return text.startsWith('<') ? decoded(fromHex(text)) : null;
}

/** A string in hexadecimal digits (ISO 32000-1, 7.3.4.3). */
function fromHex(source: string): string {
  return source
    .replace(/[^0-9A-Fa-f]/gu, '')
    .replace(/..?/gu, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));
}

/** A literal string without its escapes (ISO 32000-1, 7.3.4.2); those of white space and of control signs say no words. */
function literal(source: string): string {
  return source.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, sign: string) => {
    if (/^[0-7]/u.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 255);
    return /[nrtbf]/u.test(sign) ? ' ' : sign;
  });
}

/** The marks of encodings before a text string (ISO 32000-2, 7.9.2.2). */
const ENCODINGS = [
  ['\u00FE\u00FF', 'utf-16be'],
  ['\u00FF\u00FE', 'utf-16le'],
  ['\u00EF\u00BB\u00BF', 'utf-8'],
] as const;
/** The letters of PDFDocEncoding that latin-1 has not, from 0x93 on (ISO 32000-1, annex D). */
const LETTERS = 'ﬁﬂŁŒŠŸŽıłœšž';

/** A text string: behind a mark in the encoding it stands for, with languages between escapes; or one byte a letter. */
function decoded(bytes: string): string {
  for (const [mark, encoding] of ENCODINGS) {
    if (!bytes.startsWith(mark)) continue;
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    return text.replace(/\u001B[^\u001B]*\u001B/gu, '');
  }
  return bytes.replace(/[\u0093-\u009E]/gu, (byte) => LETTERS[byte.charCodeAt(0) - 0x93]!);
}
