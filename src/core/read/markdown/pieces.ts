/**
 * Where the text of a Markdown node comes from.
 *
 * The tree gives positions for nodes only, and a node's text is not a slice of the source: `R&amp;D \*` is read `R&D *`, and the
 * lines of a quotation lose their `>`. Searching for the words again would find the wrong place. So each stretch of text is
 * noted at the moment the compiler adds it to a node.
 */
import type { Nodes } from 'mdast';
import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import { startOf, widthOf } from './tree.ts';

type Stacked = CompileContext['stack'][number];
type Valued = Nodes & { readonly value: string };

/** A stretch of a node's text: where it begins in the text and in the source, and how long it is there. */
export interface Piece {
  readonly text: number;
  readonly source: number;
  readonly width: number;
}

/** Watches the compiler and notes what each token added to a text. */
export class PieceRecorder {
  readonly #pieces = new Map<Stacked, Piece[]>();
  readonly #noted = new Map<Stacked, number>();
  /** Nodes whose value was put together in a text node that is no longer in the tree. */
  readonly #buffered = new Map<Stacked, Valued>();
  #last: Valued | null = null;
  #base = 0;

  readonly extension: Extension = { afterExit: this.#handle() };

  /** From now on offsets count from `base`, where a part of the source begins. */
  startAt(base: number): void {
    this.#base = base;
  }

  /** The pieces of a node's `value`, with their offsets in it. */
  piecesOf(node: Valued): readonly Piece[] {
    const buffer = this.#buffered.get(node);
    const whole = { text: 0, source: startOf(node), width: widthOf(node) };
    const pieces = this.#pieces.get(buffer ?? node) ?? [whole];
    const shift = buffer === undefined ? 0 : shiftOf(buffer.value, node.value);
    return shift === 0 ? pieces : pieces.map((piece) => ({ ...piece, text: piece.text - shift }));
  }

  #handle(): Handle {
    const recorder = this;
    return function (token) {
      // The value of a reference (`amp`) is added before the reference (`&amp;`) is over: wait for the whole.
      if (token.type !== 'characterReference' && token.type.startsWith('characterReference')) return;
      recorder.#note(this.stack, token.start.offset, token.end.offset);
    };
  }

  #note(stack: readonly Stacked[], start: number, end: number): void {
    const top = stack.at(-1);
    const node = top !== undefined && 'children' in top ? top.children.at(-1) : top;
    if (node === undefined) return;
    if (node.type === 'text') this.#noteText(node, start, end);
    else if (node !== top && 'value' in node && this.#last !== null && !this.#noted.has(node)) {
      this.#noted.set(node, 0);
      this.#buffered.set(node, this.#last);
      this.#last = null;
    }
  }

  #noteText(node: Valued, start: number, end: number): void {
    const text = this.#noted.get(node) ?? 0;
    if (node.value.length === text) return;
    const piece = { text, source: this.#base + start, width: end - start };
    const pieces = this.#pieces.get(node);
    if (pieces === undefined) this.#pieces.set(node, [piece]);
    else pieces.push(piece);
    this.#noted.set(node, node.value.length);
    this.#last = node;
  }
}

/** Where a value begins in the text it was put together from: a fence's first line end is taken off. */
function shiftOf(buffer: string, value: string): number {
  return /^[\r\n]/.test(buffer) ? buffer.indexOf(value) : 0;
}
