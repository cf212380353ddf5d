/**
 * Parses HTML into a tree as browsers do, within bounds.
 *
 * The parser copies formatting elements into every paragraph they were left open across, so a small file can ask for a
 * tree of any size; the depth of open elements and the number of elements are therefore capped while parsing.
 */
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { Refusal } from '../../refusal.ts';
import { MAX_DEPTH } from '../limits.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A parsed page. */
export interface Tree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** What a character reference such as `&rsquo;` stands for in running text. */
  readonly decode: (reference: string) => string;
  /** The words of a page inside an attribute (`srcdoc`), without their markup. */
  readonly wordsOf: (markup: string) => string;
}

/** Elements a page may have beyond one for each three characters of its source: the ones the parser implies. */
const SPARE_ELEMENTS = 20_000;

/**
 * Parses a page (WHATWG HTML, scripts on), with the offset of every node in the source.
 * Throws `Refusal('too-deep')` beyond the bounds.
 */
export async function parseTree(source: string): Promise<Tree> {
  const { defaultTreeAdapter, parse, parseFragment } = await import('parse5');
  const treeAdapter = guarded(defaultTreeAdapter, SPARE_ELEMENTS + source.length / 3);
  const document = parse(source, { sourceCodeLocationInfo: true, treeAdapter });
  const known = new Map<string, string>();
  const decode = (reference: string): string => {
    const seen = known.get(reference);
    if (seen !== undefined) return seen;
    const text = rawText(parseFragment(reference));
    known.set(reference, text);
    return text;
  };
  const wordsOf = (markup: string): string =>
    [...descendants(parseFragment(markup, { treeAdapter }).childNodes)]
      .map((node) => (isText(node) && !isUnread(node.parentNode) ? node.value : ' '))
      .join('');
  return { document, decode, wordsOf };
}

function isUnread(parent: Parent | null): boolean {
  return isElement(parent) && /^(?:script|style|noscript)$/.test(parent.tagName);
}

/** The tree adapter with caps on open elements and on elements in all. */
function guarded(base: TreeAdapter<DefaultTreeAdapterMap>, most: number): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0;
  let made = 0;
  return {
    ...base,
    createElement(tag, namespace, attrs) {
      made++;
      if (made > most) throw new Refusal('too-deep', 'formatting elements reopened without end');
      return base.createElement(tag, namespace, attrs);
    },
    onItemPush() {
      open++;
      if (open > MAX_DEPTH) throw new Refusal('too-deep', `more than ${MAX_DEPTH} elements open at once`);
    },
    onItemPop() {
      open--;
    },
  };
}

/** Whether a node is an element. */
export function isElement(node: Node | Parent | null | undefined): node is Element {
  return node !== null && node !== undefined && 'tagName' in node;
}

/** Whether a node is text. */
export function isText(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

/** The value of an attribute, or `null`; the first of a name counts, as in browsers. */
export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return null;
}

/** Whether a node is a template that declares a shadow root. */
export function isShadowRoot(node: Node): node is DefaultTreeAdapterTypes.Template {
  return isElement(node) && 'content' in node && attribute(node, 'shadowrootmode') !== null;
}

interface Location {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly endTag?: { readonly startOffset: number } | undefined;
}

/** The place of what the parser implied. */
const NOWHERE: Location = { startOffset: 0, endOffset: 0 };

/** Where an element or a text stands in the source. */
export function locationOf(node: Element | TextNode): Location {
  return node.sourceCodeLocation ?? NOWHERE;
}

/** Where an element's start tag begins in the source; 0 where the parser implied the element. */
export function startOf(element: Element): number {
  return locationOf(element).startOffset;
}

/** Where an element's end tag begins in the source, or where the element ends. */
export function endOf(element: Element): number {
  const { endTag, endOffset } = locationOf(element);
  return endTag?.startOffset ?? endOffset;
}

/** All nodes under `roots`, in document order, without the content of templates. */
export function* descendants(roots: readonly Node[]): Generator<Node> {
  const pending: Node[] = [...roots].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (!isElement(node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) pending.push(node.childNodes[i]!);
  }
}

/** The text of a raw-text element (`style`, `title`, `textarea`). */
export function rawText({ childNodes }: { readonly childNodes: readonly Node[] }): string {
  return childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}
