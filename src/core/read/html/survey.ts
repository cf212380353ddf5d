/** One pass over a page before it is read: its own sheets, what it brings that is not evaluated, its lists of links. */
import { dataSheet } from './css/data-sheet.ts';
import { attribute, descendants, type Element, isElement, isText, type Node, rawText } from './tree.ts';

/** One sheet of a page. */
export interface PageSheet {
  readonly element: Element;
  readonly css: string;
}

/** What a page holds besides its words. */
export interface Survey {
  /** Sheets at hand in the order of the page, with the elements that bring them. */
  readonly styles: readonly PageSheet[];
  /** Things that were not evaluated, counted by what they are. */
  readonly counts: Readonly<Record<Counted, number>>;
  /** `ul` and `ol` elements whose items are nothing but links. */
  readonly linkLists: ReadonlySet<Element>;
  readonly metadata: ReadonlyMap<string, string>;
}

export type Counted = 'sheets' | 'scripts' | 'handlers' | 'frames';

const SCRIPT_TYPE = /^$|javascript|ecmascript|^module$|jscript|livescript/;

/** The text of a sheet outside the page that is at hand, by the address the page links to; `null` for any other. */
export type SheetAt = (address: string) => string | null;

/** Surveys the page under `roots`. */
export function survey(roots: readonly Node[], sheetAt: SheetAt): Survey {
  const counts: Record<Counted, number> = { sheets: 0, scripts: 0, handlers: 0, frames: 0 };
  const styles: PageSheet[] = [];
  const metadata = new Map<string, string>();
  for (const node of descendants(roots)) {
    if (!isElement(node)) continue;
    const linked = linkedSheet(node, sheetAt);
    if (node.tagName === 'style') styles.push({ element: node, css: rawText(node) });
    else if (linked !== null) styles.push({ element: node, css: linked });
    else countOne(node, counts);
    addMetadata(node, metadata);
  }
  return { styles, counts, linkLists: linkLists(roots), metadata };
}

function countOne(element: Element, counts: Record<Counted, number>): void {
  const tag = element.tagName;
  if (tag === 'link' && isSheet(element)) counts.sheets++;
  else if (tag === 'script' && SCRIPT_TYPE.test((attribute(element, 'type') ?? '').trim().toLowerCase()))
    counts.scripts++;
  else if (tag === 'iframe' || tag === 'frame') counts.frames++;
  else if (tag === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') counts.scripts++;
  for (const { name } of element.attrs) if (name.startsWith('on')) counts.handlers++;
}

/** The sheet that a `<link>` carries in its own address or leads to, or `null`. */
function linkedSheet(element: Element, sheetAt: SheetAt): string | null {
  if (element.tagName !== 'link' || !isSheet(element)) return null;
  const address = (attribute(element, 'href') ?? '').trim();
  return dataSheet(address) ?? sheetAt(address);
}

function isSheet(link: Element): boolean {
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  const media = (attribute(link, 'media') ?? '').trim().toLowerCase();
  return (
    rel.includes('stylesheet') &&
    !rel.includes('alternate') &&
    media !== 'print' &&
    attribute(link, 'disabled') === null
  );
}

function addMetadata(element: Element, metadata: Map<string, string>): void {
  const set = (key: string, value: string | null): void => {
    if (value !== null && value.trim() !== '' && !metadata.has(key)) metadata.set(key, value.trim());
  };
  if (element.tagName === 'title' && element.namespaceURI === 'http://www.w3.org/1999/xhtml')
    set('title', rawText(element));
  if (element.tagName === 'html') set('language', attribute(element, 'lang'));
  if (element.tagName === 'meta')
    set((attribute(element, 'name') ?? '').toLowerCase() || 'meta', attribute(element, 'content'));
}

/** Whether text is more than signs between links (`|`, `·`). */
const WORDY = /[\p{L}\p{N}]/u;

interface Open {
  readonly element: Element;
  next: number;
  /** Words outside any link were met below. */
  bare: boolean;
  linked: boolean;
}

/** Finds the lists of nothing but links, in one pass from the leaves up. */
function linkLists(roots: readonly Node[]): Set<Element> {
  const lists = new Set<Element>();
  for (const root of roots) if (isElement(root)) listsUnder(root, lists);
  return lists;
}

function listsUnder(root: Element, lists: Set<Element>): void {
  const open: Open[] = [{ element: root, next: 0, bare: false, linked: false }];
  for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
    const node = top.element.childNodes[top.next++];
    if (node === undefined) {
      open.pop();
      close(top, open[open.length - 1], lists);
    } else if (isElement(node)) {
      if (!/^(?:script|style|template|noscript)$/.test(node.tagName))
        open.push({ element: node, next: 0, bare: false, linked: false });
    } else if (isText(node) && !top.bare && WORDY.test(node.value)) top.bare = true;
  }
}

function close(done: Open, parent: Open | undefined, lists: Set<Element>): void {
  const link = done.element.tagName === 'a' && attribute(done.element, 'href') !== null;
  const linked = done.linked || (link && done.bare);
  const bare = done.bare && !link;
  if ((done.element.tagName === 'ul' || done.element.tagName === 'ol') && linked && !bare) lists.add(done.element);
  if (parent === undefined) return;
  parent.linked ||= linked;
  parent.bare ||= bare;
}
