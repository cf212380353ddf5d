/** Gathers the blocks, hidden words and caveats of a page while it is walked. */
import type { Block, Caveat, CaveatKind, HiddenBy, HiddenText } from '../document.ts';
import { type Box, selectorOf } from './box.ts';
import { isHint } from './hint.ts';
import type { Mark } from './look.ts';
import { frozen, type HiddenHere, type Setting, Stretch } from './stretch.ts';
import type { Chunk } from './text-source.ts';
import type { Element } from './tree.ts';

export class Page {
  readonly blocks: Block[] = [];
  readonly hidden: HiddenText[] = [];
  readonly caveats: Caveat[] = [];
  /** Marks that lie on the whole page; told once. */
  readonly everywhere = new Set<Mark>();
  #stretch = new Stretch();
  #box: Box | null = null;
  #hiding: HiddenHere | null = null;
  #struck: Element | null = null;
  readonly #told = new Set<string>();

  /** Ends the block in the making and goes on in `box`. */
  boundary(box: Box | null): void {
    this.#flush();
    this.#box = box;
  }

  /** Seen words. */
  see(chunks: readonly Chunk[], setting: Setting): void {
    for (const chunk of chunks) {
      this.#stretch.add(chunk, setting);
      if (this.#hiding !== null && chunk.text.trim() !== '') this.#hiding = null;
    }
    if (chunks.some(({ text }) => text.trim() !== '')) this.#struck = null;
  }

  lineBreak(source: number): void {
    this.#stretch.lineBreak(source);
  }

  separate(source: number): void {
    this.#stretch.separate(source);
  }

  separateWords(source: number): void {
    this.#stretch.separateWords(source);
  }

  /** Words kept from sight by `root`; `apart` if they would be a block of their own. */
  hide(text: string, by: HiddenBy, root: Element, apart: 'apart' | 'inline', source: number): void {
    const line = text.replaceAll(/[\r\n]/g, ' ');
    if (this.#hiding?.root === root && this.#hiding.by === by) {
      this.#hiding.pieces.push(line);
      return;
    }
    if (line.trim() === '') return;
    this.#hiding = { by, root, apart: apart === 'apart', offset: this.#stretch.length, source, pieces: [line] };
    this.#stretch.hidden.push(this.#hiding);
  }

  /** A boundary between blocks of hidden words. */
  hiddenBoundary(): void {
    this.#hiding?.pieces.push('\n');
  }

  /** Words struck through by `root`: they are not in the text. */
  strike(root: Element, text: string): void {
    if (this.#struck === root || text.trim() === '') return;
    this.#struck = root;
    this.point('deleted-text', `<${root.tagName}>`, 'anywhere');
  }

  /** A caveat about this place in the text. */
  point(kind: CaveatKind, detail: string, inside: 'only-inside' | 'anywhere'): void {
    this.#stretch.points.push({ kind, detail, offset: this.#stretch.length, inside });
  }

  /** A caveat about the whole page, told once. */
  note(kind: CaveatKind, detail: string): void {
    const key = `${kind} ${detail}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.caveats.push({ kind, at: null, detail });
  }

  #flush(): void {
    const stretch = this.#stretch;
    this.#stretch = new Stretch();
    if (this.#hiding !== null) this.#hiding = null;
    this.#struck = null;
    const text = this.#block(stretch);
    this.#placeHidden(stretch, text);
    this.#placePoints(stretch, text);
    if (text !== null) this.#placeMarks(stretch, text);
  }

  /** Adds the stretch as a block; its text, or `null` where it has no words. */
  #block(stretch: Stretch): string | null {
    const box = this.#box;
    if (!stretch.hasWords || box === null) return null;
    const { text, origin } = stretch.build();
    this.blocks.push({
      kind: box.kind,
      text,
      origin,
      place: { by: 'line' },
      container: box.container,
      selector: selectorOf(box),
      setOff: stretch.setOff == null ? null : { by: stretch.setOff },
      strong: frozen(stretch.strong),
      ...(stretch.credit === null ? {} : { credit: stretch.credit }),
      lineStarts: stretch.lineStarts.filter((start) => start < text.length),
      breaks: [],
      speaker: null,
    });
    return text;
  }

  #placeHidden(stretch: Stretch, text: string | null): void {
    const last = this.blocks.length - 1;
    for (const { by, root, apart, offset, source, pieces } of stretch.hidden) {
      const words = tidy(pieces.join(''));
      const before = offset > 0;
      const within = text !== null && (!apart || (before && offset < text.length));
      const block = within || text === null || before ? last : last - 1;
      this.hidden.push({ text: words, by, block, offset: within ? offset : null, source, hint: isHint(words, root) });
    }
  }

  #placePoints(stretch: Stretch, text: string | null): void {
    const last = this.blocks.length - 1;
    for (const { kind, detail, offset, inside } of stretch.points) {
      if (inside === 'only-inside' && (text === null || offset === 0 || offset >= text.length)) continue;
      const start = text === null ? (this.blocks[last]?.text.length ?? 0) : offset;
      this.caveats.push({ kind, detail, at: last < 0 ? null : { block: last, start, end: start } });
    }
  }

  #placeMarks(stretch: Stretch, text: string): void {
    const block = this.blocks.length - 1;
    for (const [{ kind, detail }, ranges] of this.#marks(stretch)) {
      for (const { start, end } of ranges) {
        if (kind === 'font' && end - start >= text.length) this.note(kind, detail);
        else this.caveats.push({ kind, detail, at: { block, start, end } });
      }
    }
  }

  *#marks(stretch: Stretch): Generator<[Mark, readonly { start: number; end: number }[]]> {
    for (const entry of stretch.marked) {
      if (this.everywhere.has(entry[0])) this.note(entry[0].kind, entry[0].detail);
      else yield entry;
    }
  }
}

/** Hidden words with their white space collapsed, one line for each block they would be. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
