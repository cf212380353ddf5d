/**
 * Writes down the page as the browser shows it: plain markup without scripts and style sheets, in which every word that
 * is not in sight says so.
 *
 * The problem: a style sheet with clever selectors, or a script, can hide a "not" or put one in, and the file's own text
 * says nothing of it. The browser has worked all of that out; what is left is to ask it, word by word. So
 *
 *     <p>I did <b class=x>not</b> sign</p>   with   p > b:nth-child(1) { display: none }
 *
 * becomes `<p>I did <b style="display:none">not</b> sign</p>`, which the reader of HTML then reads like any other page: the
 * same blocks, the same boxes, the same names for what is hidden. Without it, two pieces of code would have to agree on
 * what a paragraph is.
 *
 * Runs in a world of its own, where nothing that the page's scripts have redefined is in force.
 */
import { isCovered, prepare } from './cover.ts';
import { generated } from './generated.ts';
import { rootOf, type Side } from './given.ts';
import { areaOf, exposure, isLegible, OPEN, type Surroundings, within } from './sight.ts';

export { give } from './given.ts';

/** Elements that show no words. */
const SKIPPED: ReadonlySet<string> = new Set(
  'HEAD SCRIPT STYLE LINK META BASE TEMPLATE NOSCRIPT NOEMBED NOFRAMES TITLE'.split(' '),
);
/** Elements whose content the reader of HTML judges by itself. */
const OPAQUE: ReadonlySet<string> = new Set('SELECT DATALIST CANVAS VIDEO AUDIO OBJECT IFRAME'.split(' '));
const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/;
/** Layout that changes in which order, direction or letters words are seen. */
const KEPT =
  'direction unicode-bidi writing-mode text-transform -webkit-text-security order flex-direction float'.split(' ');

/** What is still to be written: a node with what its words inherit, or finished markup. */
type Task = { readonly node: Node; readonly around: Surroundings } | string;

/** The page as markup. */
export function snapshot(): string {
  prepare();
  const out: string[] = ['<!doctype html>\n'];
  const tasks: Task[] = [{ node: document.documentElement, around: OPEN }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (typeof task === 'string') out.push(task);
    else if (task.node instanceof Text) out.push(words(task.node, task.around));
    else if (task.node instanceof Element) tasks.push(...elementTasks(task.node, task.around).toReversed());
  }
  return out.join('');
}

function elementTasks(element: Element, around: Surroundings): readonly Task[] {
  if (SKIPPED.has(element.tagName)) return [];
  const name = element.localName;
  const style = getComputedStyle(element);
  const open = `<${name}${attributes(element)} style="${forAttribute(layout(style))}">`;
  if (VOID.test(name)) return [open];
  const close = `</${name}>`;
  if (OPAQUE.has(element.tagName)) return [open, forText(element.textContent ?? ''), close];
  if (element instanceof HTMLTextAreaElement) return [open, forText(element.value), close];
  const inner = within(element, style, around);
  const children = [...contentOf(element)].map((node) => ({ node, around: inner }));
  // A parser drops one line end behind this tag.
  const start = name === 'pre' ? `${open}\n` : open;
  const [marker, before, after] = SIDES.map((side) => pseudo(element, side, inner));
  return [start, marker ?? '', before ?? '', ...children, after ?? '', close];
}

/** The children as they are drawn: of the shadow root, or those given to a slot. */
function contentOf(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const given = element.assignedNodes();
    if (given.length > 0) return given;
  }
  return (rootOf(element) ?? element).childNodes;
}

const SIDES = ['::marker', '::before', '::after'] as const satisfies readonly Side[];

function pseudo(element: Element, side: Side, around: Surroundings): string {
  const found = generated(element, side, around);
  return found === null ? '' : `<span style="display:${found.display}">${forText(found.text)}</span>`;
}

function attributes(element: Element): string {
  let out = '';
  for (const { name, value } of element.attributes) {
    if (/^(?:style|hidden|on.*|value|checked)$/i.test(name) || !/^[\w:-]+$/.test(name)) continue;
    out += ` ${name}="${forAttribute(value)}"`;
  }
  if (element instanceof HTMLInputElement) out += ` value="${forAttribute(element.value)}"`;
  return out;
}

function layout(style: CSSStyleDeclaration): string {
  const kept = KEPT.flatMap((name) => {
    const value = style.getPropertyValue(name);
    return /^(?:|ltr|normal|isolate|horizontal-tb|none|0|row)$/.test(value) ? [] : [`${name}:${value}`];
  });
  const space = style.whiteSpace === 'normal' ? [] : [`white-space:${style.whiteSpace}`];
  return [`display:${style.display}`, ...space, ...kept].join(';');
}

/** The words of a text node, those out of sight marked as such. */
function words(node: Text, around: Surroundings): string {
  const parent = node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
  const text = node.data;
  if (parent === null || text.trim() === '' || parent.namespaceURI !== 'http://www.w3.org/1999/xhtml')
    return forText(text);
  const isSeen =
    parent.checkVisibility({ contentVisibilityAuto: false }) && isLegible(getComputedStyle(parent), around);
  if (!isSeen) return unseen(text);
  const whole = sightOf(node, 0, text.length, parent, around);
  if (whole !== 'some') return whole === 'all' ? forText(text) : unseen(text);
  return runsOf(node, parent, around)
    .map((run) => (run.seen ? forText(run.text) : unseen(run.text)))
    .join('');
}

/** A text node of which only some is in sight, word by word; neighbours that are alike are one run. */
function runsOf(node: Text, parent: Element, around: Surroundings): readonly { seen: boolean; text: string }[] {
  const runs: { seen: boolean; text: string }[] = [];
  for (const { 0: text, index } of node.data.matchAll(/\s*\S+\s*$|\s*\S+/gu)) {
    const from = index + text.length - text.trimStart().length;
    const seen = sightOf(node, from, index + text.trimEnd().length, parent, around) === 'all';
    const last = runs.at(-1);
    if (last?.seen === seen) last.text += text;
    else runs.push({ seen, text });
  }
  return runs;
}

/** How much of a stretch of a text node is in sight. */
function sightOf(node: Text, from: number, to: number, parent: Element, around: Surroundings): 'all' | 'some' | 'none' {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const lines = [...range.getClientRects()].map(areaOf).filter(({ left, right }) => right > left);
  const exposed = lines.map((line) => exposure(line, around));
  const clear = lines.filter((line, i) => exposed[i] === 'all' && (around.scrolls || !isCovered(line, parent))).length;
  if (clear > 0) return clear === lines.length ? 'all' : 'some';
  return exposed.includes('some') ? 'some' : 'none';
}

function unseen(text: string): string {
  return `<span style="display:none">${forText(text)}</span>`;
}

function forText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function forAttribute(text: string): string {
  return forText(text).replaceAll('"', '&quot;');
}
