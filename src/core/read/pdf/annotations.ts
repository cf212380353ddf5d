/** Annotations that lie over the page and show words, or cover some (ISO 32000-1, 12.5.6). */
import { Refusal } from '../../refusal.ts';
import { markBeside } from './beside.ts';
import type { Drawn } from './drawn.ts';
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

/** Annotations with words on one page. */
const MAX_WITH_WORDS = 300;

/** What the annotations of a page do to it. */
export interface AnnotationCover {
  /** For each annotation drawn: its kind if it may change what is read, or `null`. */
  readonly over: readonly (string | null)[];
  /** Kinds of annotations that show words where the page has none. */
  readonly loose: readonly string[];
}

export async function annotationCover(page: PDFPageProxy, drawn: Drawn): Promise<AnnotationCover> {
  if (drawn.annotations.length === 0) return { over: [], loose: [] };
  const kinds = await kindsOf(page);
  const over = drawn.annotations.map((id) => {
    const kind = kinds.get(id) ?? 'annotation';
    return HARMLESS.has(kind) ? null : kind;
  });
  return { over, loose: coverByWords(drawn, over) };
}

/** The kinds of the page's annotations by their identifiers. */
async function kindsOf(page: PDFPageProxy): Promise<Map<string, string>> {
  const kinds = new Map<string, string>();
  const annotations: unknown = await page.getAnnotations().catch(() => []);
  for (const annotation of Array.isArray(annotations) ? annotations : []) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    kinds.set(String(Reflect.get(annotation, 'id')), String(Reflect.get(annotation, 'subtype')));
  }
  return kinds;
}

/** Marks the page's glyphs beneath the words of annotations or beside them; returns the kinds whose words touch none. */
function coverByWords(drawn: Drawn, over: readonly (string | null)[]): string[] {
  const boxes = over.map(() => ({ x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }));
  for (const { ink, x, y, endX, endY, size, text } of drawn.glyphs) {
    const box = boxes[ink.annotation];
    if (box === undefined || text.trim() === '') continue;
    box.x0 = Math.min(box.x0, x, endX);
    box.x1 = Math.max(box.x1, x, endX);
    box.y0 = Math.min(box.y0, y - 0.7 * size, endY - 0.7 * size);
    box.y1 = Math.max(box.y1, y, endY);
  }
  if (boxes.filter(({ x0 }) => x0 !== Infinity).length > MAX_WITH_WORDS)
    throw new Refusal('too-large', 'too many annotations with words on one page');
  return over.flatMap((kind, i) => {
    const box = boxes[i]!;
    if (kind === null || box.x0 === Infinity) return [];
    return markBeside(drawn.glyphs, box, kind) ? [] : [kind];
  });
}
