/** What is given out of an XML text: its finished blocks, the hidden words, and what is doubtful. */
import type { Block, Caveat, CaveatKind, HiddenBy, HiddenText } from '../document.ts';
import { placedCaveats } from '../office/block-draft.ts';
import type { XmlBlock } from './xml-block.ts';

export class Written {
  readonly blocks: Block[] = [];
  readonly caveats: Caveat[] = [];
  readonly hidden: HiddenText[] = [];
  readonly #early: Pick<Caveat, 'kind' | 'detail'>[] = [];

  /** Takes a finished block. */
  give(block: XmlBlock): void {
    const built = block.build();
    const index = this.blocks.push(built) - 1;
    for (const { kind, detail } of this.#early.splice(0))
      this.caveats.push({ kind, detail, at: { block: 0, start: 0, end: 0 } });
    for (const { text, by, offset, source } of block.hidden)
      this.hidden.push({ text, by, block: index, offset, source, hint: false });
    this.caveats.push(...placedCaveats(block.caveats, built.text, index));
  }

  /** Notes something doubtful at the end of the last block, or at the beginning of the first. */
  doubt(kind: CaveatKind, detail: string): void {
    const block = this.blocks.length - 1;
    const end = this.blocks[block]?.text.length;
    if (end === undefined) this.#early.push({ kind, detail });
    else this.caveats.push({ kind, detail, at: { block, start: end, end } });
  }

  /** Notes something doubtful about the whole document. */
  doubtAll(kind: CaveatKind, detail: string): void {
    this.caveats.push({ kind, detail, at: null });
  }

  /** Notes hidden words that stand apart, behind the last block. */
  hide(text: string, by: HiddenBy, source: number): void {
    this.hidden.push({ text, by, block: this.blocks.length - 1, offset: null, source, hint: false });
  }
}
