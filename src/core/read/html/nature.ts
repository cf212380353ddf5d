/** What single elements are to the walk: undrawn, set apart, marked by themselves, or holders of other children. */
import type { Context } from './context.ts';
import { BLOCK_ELEMENTS, LEAVES, UNDRAWN_SVG } from './elements.ts';
import type { Look, Mark } from './look.ts';
import type { TextMode } from './text-source.ts';
import { descendants, type Element, isElement, isShadowRoot, isText, type Node, type TextNode } from './tree.ts';

const SVG = 'http://www.w3.org/2000/svg';
const RAW_TEXT = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '));
const RCDATA = new Set(['title', 'textarea']);

/** Elements that always hold a block of text, whatever box a style gives them. */
export function isRoot({ tagName }: Element): boolean {
  return tagName === 'body' || tagName === 'html';
}

/** Elements that are not drawn whatever styles say, and never were words of the page. */
export function isNeverText(element: Element): boolean {
  const tag = element.tagName;
  if (tag === 'noscript' || tag === 'template') return true;
  if (element.namespaceURI === SVG) return UNDRAWN_SVG.has(tag.toLowerCase());
  return tag === 'annotation' || tag === 'annotation-xml';
}

/** Notes and exponents, whatever a style that evens out lines does to them. */
export function isRaised({ tagName }: Element, look: Look): boolean {
  return tagName === 'sup' || tagName === 'sub' || look.raised;
}

/** Elements whose words stand apart from the words beside them without being blocks. */
export function isSetApart(element: Element): boolean {
  return element.tagName === 'rt' || (element.namespaceURI === SVG && /^(?:svg|text)$/.test(element.tagName));
}

/** Where in an SVG picture an element's words stand. */
export function svgOf(element: Element, around: Context['svg']): Context['svg'] {
  if (element.namespaceURI !== SVG) return around === 'picture' ? 'none' : around;
  if (element.tagName === 'foreignObject') return 'none';
  return element.tagName === 'text' || around === 'text' ? 'text' : 'picture';
}

function hasShadow(element: Element): boolean {
  return element.childNodes.some(isShadowRoot);
}

/** Letters of the scripts written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Nodes that are looked at to tell what an element holds. */
const ENOUGH_NODES = 64;

/** Whether the text in an element's first nodes has what the pattern finds. */
export function holds(element: Element, pattern: RegExp): boolean {
  let count = 0;
  for (const node of descendants(element.childNodes)) {
    if (isText(node) && pattern.test(node.value)) return true;
    if (++count > ENOUGH_NODES) return true;
  }
  return false;
}

/** Browsers draw an image in place of an element's words, but no string. */
const IMAGE_CONTENT = /(?:^|\s)(?:url|image|image-set|(?:repeating-)?(?:linear|radial|conic)-gradient)\(/i;

/** Marks an element puts on its words by what it is. */
export function ownMarks(element: Element, look: Look, around: Look): readonly Mark[] {
  if (look.rightToLeft && !around.rightToLeft && !holds(element, RIGHT_TO_LEFT)) {
    return [{ kind: 'reordered', detail: 'direction: rtl' }];
  }
  if (element.tagName === 'textarea') return [{ kind: 'embedded', detail: '<textarea>' }];
  if (element.tagName === 'marquee') return [{ kind: 'drawn-otherwise', detail: '<marquee>' }];
  if (element.tagName === 'menclose') return [{ kind: 'drawn-otherwise', detail: '<menclose>' }];
  if (IMAGE_CONTENT.test(look.content ?? '')) return [{ kind: 'drawn-otherwise', detail: 'content: image' }];
  if (look.moved !== null && LEAVES.has(element.tagName)) return [{ kind: 'reordered', detail: look.moved }];
  if (isRowOfWords(element, look)) return [{ kind: 'drawn-otherwise', detail: 'flex items' }];
  return hasShadow(element) ? [{ kind: 'reordered', detail: 'shadow root' }] : [];
}

/** In a row of items the white space between them is not drawn: `<i>now</i> <i>here</i>` shows "nowhere". */
function isRowOfWords({ tagName, childNodes }: Element, look: Look): boolean {
  if (look.items === 'flow' || (BLOCK_ELEMENTS.has(tagName) && !LEAVES.has(tagName))) return false;
  return childNodes.filter((node) => isElement(node) || (isText(node) && node.value.trim() !== '')).length > 1;
}

/** The children of an element, a declared shadow root's in place of its template. */
export function childrenOf(element: Element): readonly Node[] {
  if (!hasShadow(element)) return element.childNodes;
  return element.childNodes.flatMap((node) => (isShadowRoot(node) ? node.content.childNodes : [node]));
}

/** What counts as markup in a text node, by the element it stands in. */
export function modeOf(node: TextNode): TextMode {
  const parent = node.parentNode;
  if (!isElement(parent)) return 'data';
  if (RAW_TEXT.has(parent.tagName)) return 'raw';
  return RCDATA.has(parent.tagName) ? 'rcdata' : 'data';
}
