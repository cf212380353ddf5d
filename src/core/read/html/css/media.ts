/**
 * Media and container queries, answered for one window: a screen of ordinary size with a mouse and light colours.
 *
 * An answer that depends on the window is still an answer: a word hidden at every width above 600 pixels is hidden from
 * most readers. What is not known answers nothing and is said to be unevaluated.
 */
import { parseLength, VIEWPORT } from './length.ts';
import { findOutside, splitOutside } from './syntax.ts';

/** The answer to a query; `null` where it is not known. */
export type Answer = boolean | null;

const SIZE = { em: 16, percent: 0 };
/** Brackets deeper than this are not worked out. */
const MAX_BRACKETS = 8;

/** Features that are keywords, as an ordinary window has them. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['orientation', 'landscape'],
  ['prefers-color-scheme', 'light'],
  ['prefers-reduced-motion', 'no-preference'],
  ['prefers-contrast', 'no-preference'],
  ['prefers-reduced-transparency', 'no-preference'],
  ['forced-colors', 'none'],
  ['inverted-colors', 'none'],
  ['hover', 'hover'],
  ['any-hover', 'hover'],
  ['pointer', 'fine'],
  ['any-pointer', 'fine'],
  ['scripting', 'enabled'],
  ['update', 'fast'],
  ['display-mode', 'browser'],
  ['color-gamut', 'srgb'],
]);
const SIZES: ReadonlyMap<string, number> = new Map([
  ['width', VIEWPORT.width],
  ['inline-size', VIEWPORT.width],
  ['height', VIEWPORT.height],
  ['block-size', VIEWPORT.height],
  ['device-width', VIEWPORT.width],
  ['device-height', VIEWPORT.height],
]);
const SCREEN = new Set(['', 'all', 'screen']);

/** Whether a media query list takes the window. */
export function answerMedia(list: string): Answer {
  const written = plain(list);
  return written === '' ? true : any(splitOutside(written, ',').map(answerQuery));
}

/** Whether a condition in brackets (`(min-width: 30em) and (hover)`) holds. */
export function answerCondition(text: string): Answer {
  return conditionHolds(plain(text), 0);
}

/** Lower case, with single spaces. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function conditionHolds(text: string, depth: number): Answer {
  const condition = text.trim();
  if (depth > MAX_BRACKETS) return null;
  if (/^not\b/.test(condition)) return not(conditionHolds(condition.slice(3), depth + 1));
  const ors = splitWord(condition, 'or');
  if (ors.length > 1) return any(ors.map((part) => conditionHolds(part, depth + 1)));
  const ands = splitWord(condition, 'and');
  if (ands.length > 1) return all(ands.map((part) => conditionHolds(part, depth + 1)));
  if (!condition.startsWith('(') || findOutside(condition, 1, ')') !== condition.length - 1) return null;
  const inside = condition.slice(1, -1).trim();
  return /^(?:\(|not\b)/.test(inside) ? conditionHolds(inside, depth + 1) : answerFeature(inside);
}

function answerQuery(query: string): Answer {
  const match = /^(not |only )?([a-z]+)(?: and (.+))?$/.exec(query);
  if (match === null) return conditionHolds(query, 0);
  const [, lead = '', type = '', rest] = match;
  const answer = all([SCREEN.has(type), rest === undefined ? true : conditionHolds(rest, 0)]);
  return lead === 'not ' ? not(answer) : answer;
}

const RANGE = /^([^<>=]+)(<=|>=|<|>|=)([^<>=]+)(?:(<=|>=|<|>)([^<>=]+))?$/;
/** `600px < width` is `width > 600px`. */
const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

function answerFeature(feature: string): Answer {
  const [range, first = '', operator = '', second = '', ...more] = RANGE.exec(feature) ?? [];
  if (range !== undefined) return answerRange(first.trim(), operator, second.trim(), more);
  const [name = '', value] = feature.split(':').map((part) => part.trim());
  const keyword = KEYWORDS.get(name);
  if (value === undefined) return SIZES.has(name) || (keyword === undefined ? null : keyword !== 'none');
  if (keyword !== undefined) return keyword === value;
  if (name.startsWith('min-')) return compare(name.slice(4), '>=', value);
  return name.startsWith('max-') ? compare(name.slice(4), '<=', value) : compare(name, '=', value);
}

/** `width < 600px`, `600px < width` or `300px < width < 600px`. */
function answerRange(first: string, operator: string, second: string, more: readonly (string | undefined)[]): Answer {
  const [upper, last = ''] = more;
  if (SIZES.has(first) && upper === undefined) return compare(first, operator, second);
  const lower = compare(second, MIRRORED.get(operator) ?? operator, first);
  return upper === undefined ? lower : all([lower, compare(second, upper, last.trim())]);
}

function compare(name: string, operator: string, value: string): Answer {
  const size = SIZES.get(name);
  const wanted = parseLength(value, SIZE);
  if (size === undefined || wanted === null) return null;
  if (operator === '<') return size < wanted;
  if (operator === '<=') return size <= wanted;
  if (operator === '>') return size > wanted;
  return operator === '>=' ? size >= wanted : size === wanted;
}

function not(answer: Answer): Answer {
  return answer === null ? null : !answer;
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

/** The parts of a condition between a word that stands outside brackets. */
function splitWord(condition: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [''];
  for (const part of splitOutside(condition, ' ')) {
    if (part === word) parts.push('');
    else parts.push(`${parts.pop()} ${part}`);
  }
  return parts;
}
