/**
 * What only the browser's layout knows of a page: the words that counters, quotation signs and list markers come to, the
 * shadow roots that are closed to scripts, and pictures that scripts may have written on.
 *
 * A style sheet can number answers, and so it can put a "not" before one: `@counter-style x { symbols: "not" }`. No script can
 * ask what a counter shows, and the layout can.
 */
import type { CDPSession } from 'playwright-core';
import { isNumbering } from './numbering.ts';

type Session = Pick<CDPSession, 'send'>;
type Captured = Awaited<ReturnType<typeof capture>>;
type Snapshot = Captured['documents'][number];

/** Words that stand at an element without being in it. */
export interface LaidOut {
  readonly side: string;
  readonly text: string;
  /** The browser's number of the element. */
  readonly element: number;
}

/** What the layout of the page says. */
export interface Layout {
  readonly words: readonly LaidOut[];
  /** The browser's numbers of closed shadow roots. */
  readonly closed: readonly number[];
  /** How many canvases could show words. */
  readonly canvases: number;
  /** How many words at elements were too many to be looked at. */
  readonly left: number;
}

/** Words at elements that are looked at; each is asked for by itself. */
const MOST = 1_000;
/** Shadow roots that are opened. */
const MOST_ROOTS = 1_000;

/** Asks the browser for its layout. */
export async function layoutOf(session: Session): Promise<Layout> {
  const { documents, strings } = await capture(session);
  const [page] = documents;
  if (page === undefined) return { words: [], closed: [], canvases: 0, left: 0 };
  const words = wordsOf(page, strings);
  return {
    words: words.slice(0, MOST),
    closed: (await closedRoots(session)).slice(0, MOST_ROOTS),
    canvases: canvasesOf(page, strings),
    left: Math.max(0, words.length - MOST),
  };
}

function capture(session: Session) {
  return session.send('DOMSnapshot.captureSnapshot', { computedStyles: ['content', 'list-style-type'] });
}

/** The words before, behind and in the markers of elements that their style alone does not tell. */
function wordsOf({ nodes, layout }: Snapshot, strings: readonly string[]): readonly LaidOut[] {
  const sides = new Map(nodes.pseudoType?.index.map((node, i) => [node, strings[nodes.pseudoType?.value[i] ?? -1]]));
  const found = new Map<number, { readonly style: readonly string[]; text: string }>();
  for (const [i, node] of layout.nodeIndex.entries()) {
    const text = strings[layout.text[i] ?? -1];
    if (text === undefined || !sides.has(node)) continue;
    const known = found.get(node) ?? { style: layout.styles[i]?.map((at) => strings[at] ?? '') ?? [], text: '' };
    known.text += text;
    found.set(node, known);
  }
  return [...found].flatMap(([node, { style, text }]) => {
    const side = `::${sides.get(node)}`;
    const element = nodes.backendNodeId?.[nodes.parentIndex?.[node] ?? -1];
    return element !== undefined && isTold(side, style, text) ? [{ side, text, element }] : [];
  });
}

/** Whether words come from a counter, a quotation sign or a marker of the page's own. */
function isTold(side: string, [content = '', list = '']: readonly string[], text: string): boolean {
  if (side !== '::marker') return /\bcounters?\(|-quote\b/u.test(content);
  if (!/[\p{L}\p{N}]/u.test(text) || isNumbering(text)) return false;
  // A page can give the usual names to markers of its own.
  return content !== 'normal' || !USUAL.has(list) || /[\p{Script=Latin}\p{Script=Cyrillic}]{2}/u.test(text);
}

/** Markers that browsers bring along (CSS Counter Styles 3, sections 6 and 7). */
const USUAL: ReadonlySet<string> = new Set(
  (
    'disc circle square decimal decimal-leading-zero disclosure-open disclosure-closed lower-roman upper-roman lower-alpha ' +
    'upper-alpha lower-latin upper-latin lower-greek armenian lower-armenian upper-armenian georgian hebrew arabic-indic ' +
    'bengali cambodian khmer devanagari gujarati gurmukhi kannada lao malayalam mongolian myanmar oriya persian tamil telugu ' +
    'thai tibetan urdu cjk-decimal cjk-earthly-branch cjk-heavenly-stem cjk-ideographic hiragana hiragana-iroha katakana ' +
    'katakana-iroha japanese-informal japanese-formal korean-hangul-formal korean-hanja-informal korean-hanja-formal ' +
    'simp-chinese-informal simp-chinese-formal trad-chinese-informal trad-chinese-formal ethiopic-numeric ethiopic-halehame'
  ).split(' '),
);

/** Shadow roots that no script can look into, by the browser's numbers. */
async function closedRoots(session: Session): Promise<readonly number[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: number[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const roots = node.shadowRoots ?? [];
    for (const { shadowRootType, backendNodeId } of roots) if (shadowRootType === 'closed') found.push(backendNodeId);
    open.push(...roots, ...(node.children ?? []));
  }
  return found;
}

/** Smaller than this, in pixels, a picture has no room for a word. */
const ROOM = { width: 24, height: 8 } as const;

function canvasesOf({ nodes, layout }: Snapshot, strings: readonly string[]): number {
  return layout.nodeIndex.filter((node, i) => {
    const [, , width = 0, height = 0] = layout.bounds[i] ?? [];
    return strings[nodes.nodeName?.[node] ?? -1] === 'CANVAS' && width >= ROOM.width && height >= ROOM.height;
  }).length;
}
