/**
 * Weighs the tables that give codes their letters (CMaps; ISO 32000-1, 9.7.5 and 9.10.3) before pdf.js unfolds them: one range of
 * twenty characters can stand for sixteen million codes, each of which is kept.
 */
import { Refusal } from '../../refusal.ts';
import type { FileObjects } from './file-objects.ts';

/** Codes of one table: sixteen times what two bytes can say. */
const MAX_CODES = 2 ** 20;
/** Codes of all tables together. */
const MAX_CODES_IN_ALL = 2 ** 24;
/** Characters of all tables together: they may lie over one another in the file, and each is then read to its end. */
const MAX_CHARACTERS = 64 * 1024 * 1024;
const RANGES = /begin(?:bf|cid|notdef)range(.*?)(?:end|$)/gsu;
/** One range: its first code, its last, and what they mean. */
const RANGE = /\s*<([\da-f\s]*)>\s*<([\da-f\s]*)>\s*(?:<[\da-f\s]*>|\[[^\]]*\]|\d+)/giuy;
const VALUES = /<([^>]*)>?|\(((?:\\.|[^\\)])*)\)?/gsu;
const DEFLATED = /\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?=\/|>>)/u;

/** Refuses `too-large` when the CMaps of fonts stand for more codes than fonts have, `damaged` when one breaks off. */
export async function weighCMaps(objects: FileObjects): Promise<void> {
  let total = 0;
  let characters = 0;
  for (const number of new Set([...objects.referredAs('/ToUnicode'), ...objects.referredAs('/Encoding')])) {
    const content = await objects.content(number);
    if (content === null && DEFLATED.test(objects.source(number)))
      throw new Refusal('damaged', 'the letters of a font cannot be read');
    const codes = codesOf(content ?? '');
    total += codes;
    characters += content?.length ?? 0;
    if (codes > MAX_CODES || total > MAX_CODES_IN_ALL || characters > MAX_CHARACTERS)
      throw new Refusal('too-large', 'fonts of more codes than there are');
  }
}

/** How many codes the ranges of a CMap stand for. */
function codesOf(content: string): number {
  let codes = 0;
  for (const [, ranges = ''] of content.matchAll(RANGES)) {
    let end = 0;
    for (const [range, first = '', last = ''] of ranges.matchAll(RANGE)) {
      codes += Math.max(0, numberOf(last) - numberOf(first)) + 1;
      end += range.length;
    }
    codes += mostCodes(ranges.slice(end));
  }
  return codes;
}

/** How many codes values may stand for that are no ranges as they should be: readers step over what they do not understand, each in its way. */
function mostCodes(rest: string): number {
  let [values, largest] = [0, 0];
  for (const [, hex, literal = ''] of rest.matchAll(VALUES)) {
    largest = Math.max(largest, hex === undefined ? 256 ** literal.length : numberOf(hex));
    values++;
  }
  return values * largest;
}

/** The number that a string in hexadecimal is; what is no digit is passed over. */
function numberOf(hex: string): number {
  return Number.parseInt(`0${hex.replaceAll(/[^0-9a-f]/giu, '')}`, 16);
}
