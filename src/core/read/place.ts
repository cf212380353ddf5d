/** From an offset in a block's text to a position a person can find. */
import type { Block, BlockPlace, Document, Origin, Place } from './document.ts';

/** Offsets at which the lines of `source` begin; LF, CRLF, CR, NEL, LS and PS end a line. */
export function lineStarts(source: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code > 0x0d && code !== 0x85 && code !== 0x2028 && code !== 0x2029) continue;
    if (code === 0x0d && source.charCodeAt(i + 1) === 0x0a) continue;
    if (code === 0x0a || code === 0x0d || code > 0x0d) starts.push(i + 1);
  }
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
