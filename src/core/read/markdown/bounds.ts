/**
 * Refuses Markdown that would keep the parser busy for minutes.
 *
 * The parser is linear on any text people write, and worse on four constructions: emphasis signs that never close, runs of
 * backticks and comments that never close, lists and quotations one inside the other, and brackets that open links. Each is counted here
 * from the source alone, from above and in linear time; the budgets are about four seconds of a slow machine, and a book of
 * interviews stays a hundred times below them.
 */
import { Refusal } from '../../refusal.ts';

/** Lists and quotations one inside the other. */
const MAX_CONTAINERS = 100;
/** Sum over the paragraphs of the square of their emphasis signs. */
const MAX_EMPHASIS_COST = 30_000_000;
/** Signs that the parser goes through in vain, in search of the other end of code spans, comments and the like. */
const MAX_SEARCH_COST = 40_000_000;
/** Sum over the paragraphs of the square of their opening brackets. */
const MAX_BRACKET_COST = 100_000_000;
/** Sum over the paragraphs of the cube of how deep their brackets stand in one another: pictures in pictures cost as much. */
const MAX_NESTING_COST = 4_000_000_000;

const CLOSINGS: ReadonlyMap<string, string> = new Map([
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]);

/** Changes between lists, quotations and text, times the lines, in a part that nothing divides. */
const MAX_CONTAINER_COST = 10_000_000;
/** What a line begins with: white space, quotation signs, list markers. */
const PREFIX = /^(?:[ \t>]|[-+*](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t\r\n]|$))+/;

/** Throws `Refusal('too-deep')` when parsing `source` would take too long. */
export function refuseCostly(source: string): void {
  if (deepestNesting(source) > MAX_CONTAINERS) throw tooDeep('lists and quotations one inside the other');
  let [emphasis, search, brackets, nesting] = [0, 0, 0, 0];
  for (const paragraph of paragraphs(source)) {
    emphasis += countRuns(paragraph, /\*+|_+|~+/g) ** 2;
    brackets += countRuns(paragraph, /\[/g) ** 2;
    nesting += deepestBrackets(paragraph) ** 3;
    search += codeCost(paragraph) + htmlCost(paragraph);
    if (emphasis > MAX_EMPHASIS_COST) throw tooDeep('emphasis signs in one paragraph');
    if (brackets > MAX_BRACKET_COST) throw tooDeep('brackets in one paragraph');
    if (nesting > MAX_NESTING_COST) throw tooDeep('brackets one inside the other');
    if (search > MAX_SEARCH_COST) throw tooDeep('open code spans or comments in one paragraph');
  }
}

/** The same for a part that is parsed at once: each end of a list or quotation costs the parser all of the part. */
export function refuseCostlyPart(part: string): void {
  const lines = part.split(/\r\n?|\n/);
  let changes = 0;
  let last = '';
  for (const line of lines) {
    if (line.trim() === '') continue;
    const prefix = PREFIX.exec(line)?.[0] ?? '';
    const markers = prefix.replace(/[ \t\d]+/g, '').length;
    if (markers > 1 || prefix !== last) changes += Math.max(markers, 1);
    last = prefix;
  }
  if (changes * lines.length > MAX_CONTAINER_COST) throw tooDeep('lists and quotations without text between them');
}

/** The parser calls itself for pictures with markup in their text, and runs out of stack on hostile ones. */
export function refusingDepth<T>(parseTree: () => T): T {
  try {
    return parseTree();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('too-deep', 'markup nested too deeply');
    throw error;
  }
}

function tooDeep(what: string): Refusal {
  return new Refusal('too-deep', `too many ${what}`);
}

/** Stretches of `source` between blank lines; inline markup never reaches across one. */
function* paragraphs(source: string): Generator<string> {
  let start = 0;
  for (const { index } of source.matchAll(/(?:\r\n?|\n)(?=[\r\n])/g)) {
    yield source.slice(start, index);
    start = index;
  }
  yield source.slice(start);
}

function countRuns(paragraph: string, runs: RegExp): number {
  return paragraph.match(runs)?.length ?? 0;
}

function deepestBrackets(paragraph: string): number {
  let [depth, deepest] = [0, 0];
  for (const { 0: sign } of paragraph.matchAll(/[[\]]/g)) {
    depth = sign === '[' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** How far code spans are searched in vain: from each run of backticks that no later run of its length closes. */
function codeCost(paragraph: string): number {
  if (!paragraph.includes('`')) return 0;
  const closing = new Set<number>();
  let cost = 0;
  for (const { 0: run, index } of [...paragraph.matchAll(/`+/g)].reverse()) {
    // Behind a backslash the run is one shorter when it opens and whole when it closes.
    if (!closing.has(run.length) || paragraph.charAt(index - 1) === '\\') cost += paragraph.length - index;
    closing.add(run.length);
  }
  return cost;
}

/** How far the ends of comments, instructions, declarations and CDATA sections are searched in vain. */
function htmlCost(paragraph: string): number {
  let cost = 0;
  for (const { 0: opening, index } of paragraph.matchAll(/<(?:\?|!--|!\[CDATA\[|![a-z])/gi)) {
    const closing = CLOSINGS.get(opening) ?? '>';
    if (paragraph.lastIndexOf(closing) <= index) cost += paragraph.length - index;
    if (cost > MAX_SEARCH_COST) break;
  }
  return cost;
}

/** The most lists and quotations that are open at once, judged by markers and by how far lists are set in. */
function deepestNesting(source: string): number {
  let deepest = 0;
  let open: number[] = [];
  for (const { 0: prefix } of source.matchAll(/^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/gm)) {
    const markers = prefix.match(/[>+*-]|\d+/g)?.length ?? 0;
    if (markers === 0) continue;
    const indent = prefix.length - prefix.trimStart().length;
    open = open.filter((other) => other < indent);
    open.push(indent);
    deepest = Math.max(deepest, open.length - 1 + markers);
  }
  return deepest;
}
