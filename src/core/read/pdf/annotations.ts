/** Annotations that lie over the page and show words, or cover some (ISO 32000-1, 12.5.6). */
import { Refusal } from '../../refusal.ts';
import { markBeside } from './beside.ts';
import type { Drawn } from './drawn.ts';
import { around, type Box } from './geometry.ts';
import type { PDFPageProxy } from './open.ts';

/** Annotations a reader makes without changing what the page says. */
const HARMLESS: ReadonlySet<string> = new Set([
  'Link',
  'Highlight',
  'Underline',
  'Squiggly',
  'Text',
  'Popup',
  'PrinterMark',
]);

/** Flags of annotations that are not to be seen: hidden, not in view (ISO 32000-1, 12.5.3). */
const UNSEEN = 0b100010;
const WORDS = /[\p{L}\p{N}]{2}/u;
/** Annotations with words on one page. */
const MAX_WITH_WORDS = 300;

/** What the annotations of a page do to it. */
export interface AnnotationCover {
  /** For each annotation drawn: its kind if it may change what is read, or `null`. */
  readonly over: readonly (string | null)[];
  /** The annotations drawn that show words where the page has none. */
  readonly loose: ReadonlySet<number>;
  /** Kinds of annotations there that viewers draw and the file does not. */
  readonly undrawn: readonly string[];
}

export async function annotationCover(page: PDFPageProxy, drawn: Drawn): Promise<AnnotationCover> {
  const stated = await annotationsOf(page);
  const kinds = new Map(stated.map(({ id, kind }) => [id, kind]));
  const all = drawn.annotations.map((id) => kinds.get(id) ?? 'annotation');
  const boxes = wordBoxes(drawn, all);
  const shown = [...all.keys()].filter((i) => boxes[i]!.x0 !== Infinity);
  const known = new Set(drawn.annotations);
  const left = stated.filter(({ id, words }) => words && !known.has(id));
  if (shown.length + left.length > MAX_WITH_WORDS)
    throw new Refusal('too-large', 'too many annotations with words on one page');
  return {
    over: all.map((kind) => (HARMLESS.has(kind) ? null : kind)),
    loose: new Set(shown.filter((i) => !markBeside(drawn.glyphs, boxes[i]!, all[i]!))),
    undrawn: left.flatMap(({ kind, box }) => (markBeside(drawn.glyphs, box, kind) ? [] : [kind])),
  };
}

/** What the file says of an annotation. */
interface Stated {
  readonly id: string;
  readonly kind: string;
  readonly box: Box;
  /** Whether it has words of its own, for which viewers make an appearance where the file brings none. */
  readonly words: boolean;
}

/** The annotations of the page that are to be seen. */
async function annotationsOf(page: PDFPageProxy): Promise<readonly Stated[]> {
  const annotations: unknown = await page.getAnnotations().catch(() => []);
  const viewport = page.getViewport({ scale: 1 });
  return list(annotations).flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const of = (key: string): unknown => Reflect.get(annotation, key);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = viewport
      .convertToViewportRectangle(list(of('rect')).map(Number))
      .map(Number);
    const isHidden = (Number(of('annotationFlags')) & UNSEEN) !== 0;
    const kind = String(of('subtype'));
    return [
      {
        id: String(of('id')),
        kind,
        box: around([
          { x: x0, y: y0 },
          { x: x1, y: y1 },
        ]),
        words: !isHidden && hasWords(annotation, kind),
      },
    ];
  });
}

function hasWords(annotation: object, kind: string): boolean {
  if (kind === 'Widget') return WORDS.test(list(Reflect.get(annotation, 'fieldValue')).join(' '));
  const contents: unknown = Reflect.get(annotation, 'contentsObj');
  if (kind !== 'FreeText' || typeof contents !== 'object' || contents === null) return false;
  return WORDS.test(String(Reflect.get(contents, 'str')));
}

/** An array as it is, and anything else as the only item of one. */
function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Where each annotation drawn shows words; an endless box where it shows none. Letters of an icon are no words. */
function wordBoxes(drawn: Drawn, kinds: readonly string[]): readonly Box[] {
  const boxes = kinds.map(() => ({ x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }));
  const texts = kinds.map(() => '');
  for (const { ink, text } of drawn.glyphs) if (ink.annotation >= 0) texts[ink.annotation] += text;
  for (const { ink, x, y, endX, endY, size, text } of drawn.glyphs) {
    const box = boxes[ink.annotation];
    const kind = kinds[ink.annotation] ?? '';
    if (box === undefined || text.trim() === '' || (HARMLESS.has(kind) && !WORDS.test(texts[ink.annotation]!)))
      continue;
    box.x0 = Math.min(box.x0, x, endX);
    box.x1 = Math.max(box.x1, x, endX);
    box.y0 = Math.min(box.y0, y - 0.7 * size, endY - 0.7 * size);
    box.y1 = Math.max(box.y1, y, endY);
  }
  return boxes;
}
