/** Cuts a document into stretches: the places where a turn may begin, each with the apparatus that could stand there. */
import type { Document } from '../read/document.ts';
import { type Apparatus, apparatusAt } from './apparatus.ts';

export interface Stretch {
  readonly block: number;
  /** Half-open range in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly apparatus: Apparatus;
  /** Whether the stretch begins its block. */
  readonly opensBlock: boolean;
}

/** The stretches of all blocks: one a block, and one more for every line inside it that could begin a turn. */
export function stretchesOf(document: Document): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const starts = [0];
    const apparatus = [apparatusAt(block, 0)];
    for (const at of block.lineStarts) {
      const one = apparatusAt(block, at);
      if (one.label === null && one.timestamp === null) continue;
      starts.push(at);
      apparatus.push(one);
    }
    for (const [i, start] of starts.entries()) {
      const end = starts[i + 1] ?? block.text.length;
      found.push({ block: index, start, end, apparatus: apparatus[i]!, opensBlock: i === 0 });
    }
  }
  return found;
}
