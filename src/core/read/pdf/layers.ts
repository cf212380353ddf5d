/** Marked content while a page is drawn: artifacts, and layers that are switched off (ISO 32000-1, 8.11 and 14.6). */
import { Refusal } from '../../refusal.ts';
import type { PDFDocumentProxy } from './open.ts';

/** The layers' visibility as the document's default configuration sets it. */
export type Visibility = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** Nested marked content. */
const MAX_NESTING = 10_000;

interface Mark {
  readonly off: boolean;
  readonly artifact: boolean;
  /** Its turn among the marks of the page itself, or that of the mark around it. */
  readonly turn: number;
}

export class MarkedContent {
  readonly #visibility: Visibility;
  readonly #marks: Mark[] = [];
  /** For each mark of the page itself, the turn of the mark around it; -1 where there is none. */
  readonly outer: number[] = [];

  constructor(visibility: Visibility) {
    this.#visibility = visibility;
  }

  /** The content begun last: whether it, or what it stands in, is switched off or an artifact. */
  get current(): Mark {
    return this.#marks.at(-1) ?? { off: false, artifact: false, turn: -1 };
  }

  /** A `BMC` or `BDC`; `group` is the optional content it belongs to, if its tag says so; `own` if it is the page's own. */
  begin(tag: unknown, group: unknown, own: 'page' | 'form'): void {
    const around = this.current.turn;
    const counts = own === 'page' && nameOf(tag) !== 'OC';
    if (counts) this.outer.push(around);
    if (this.#marks.length >= MAX_NESTING) throw new Refusal('too-deep', 'marked content within marked content');
    const { off, artifact } = this.current;
    const turn = counts ? this.outer.length - 1 : around;
    const hides =
      nameOf(tag) === 'OC' && group !== null && group !== undefined && this.#visibility.isVisible(group) === false;
    this.#marks.push({ off: off || hides, artifact: artifact || nameOf(tag) === 'Artifact', turn });
  }

  end(): void {
    this.#marks.pop();
  }
}

/** pdf.js gives a tag as a string where properties follow it, and as a name object where none do. */
function nameOf(tag: unknown): unknown {
  return typeof tag === 'object' && tag !== null ? Reflect.get(tag, 'name') : tag;
}
