/** From an offset in a block's text to a position a person can find. */
import type { Block, BlockPlace, Document, Origin, Place } from './document.ts';

/** LF, CRLF, CR, NEL, LS and PS end a line. */
const LINE_END = /\r\n|[\n\r\x85\u2028\u2029]/g;

/** Offsets at which the lines of `source` begin. */
export function lineStarts(source: string): Uint32Array {
  const starts = [0];
  LINE_END.lastIndex = 0;
  while (LINE_END.test(source)) starts.push(LINE_END.lastIndex);
  return Uint32Array.from(starts);
}

/** The last index whose value is at most `value`; `values` ascends and begins at or below it. */
export function lastAtMost(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the source of an offset in a block's text. */
export function sourceOffset(origin: Origin, offset: number): number {
  if (origin.text.length === 0) return 0;
  const segment = lastAtMost(origin.text, offset);
  return origin.source[segment]! + (offset - origin.text[segment]!);
}

/** Where an offset of a block's text stands. */
export function placeOf(document: Document, block: Block, offset: number): Place {
  const { place } = block;
  if (place.by === 'page') return { by: 'page', page: pageAt(place, offset) };
  if (place.by === 'paragraph') return place;
  if (block.origin === null || document.lines.length === 0) {
    return place.by === 'time' ? place : { by: 'line', line: 1, column: 1 };
  }
  const at = sourceOffset(block.origin, offset);
  const line = lastAtMost(document.lines, at);
  const position = { line: line + 1, column: at - document.lines[line]! + 1 };
  return place.by === 'time' ? { ...place, ...position } : { by: 'line', ...position };
}

function pageAt({ page, turns = [] }: Extract<BlockPlace, { by: 'page' }>, offset: number): number {
  return turns.findLast(({ start }) => start <= offset)?.page ?? page;
}
