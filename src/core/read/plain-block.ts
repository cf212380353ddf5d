/** A block that is nothing but text: for words that stand in no layout. */
import type { Block } from './document.ts';

/** `text` as a paragraph without origin, marks or container. */
export function plainBlock(text: string): Block {
  return {
    kind: 'paragraph',
    text,
    origin: null,
    place: { by: 'line' },
    container: '',
    selector: '',
    setOff: null,
    strong: [],
    lineStarts: [],
    breaks: [],
    speaker: null,
  };
}
