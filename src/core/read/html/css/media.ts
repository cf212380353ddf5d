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
const KEYWORDS: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'prefers-reduced-transparency': 'no-preference',
  'forced-colors': 'none',
  'inverted-colors': 'none',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'enabled',
  update: 'fast',
  'display-mode': 'browser',
  'color-gamut': 'srgb',
};
const SIZES: Readonly<Record<string, number>> = {
  width: VIEWPORT.width,
  'inline-size': VIEWPORT.width,
  height: VIEWPORT.height,
  'block-size': VIEWPORT.height,
  'device-width': VIEWPORT.width,
  'device-height': VIEWPORT.height,
};
const SCREEN = new Set(['', 'all', 'screen']);

/** Whether a media query list takes the window. */
export function answerMedia(list: string): Answer {
  const lower = list.toLowerCase().trim();
  return lower === '' ? true : any(splitOutside(lower, ',').map(answerQuery));
}

/** Whether a condition in brackets (`(min-width: 30em) and (hover)`) holds. */
export function answerCondition(text: string, depth = 0): Answer {
  const condition = text.trim();
  if (depth > MAX_BRACKETS) return null;
  if (/^not\b/.test(condition)) return not(answerCondition(condition.slice(3), depth + 1));
  const ors = splitWord(condition, 'or');
  if (ors.length > 1) return any(ors.map((part) => answerCondition(part, depth + 1)));
  const ands = splitWord(condition, 'and');
  if (ands.length > 1) return all(ands.map((part) => answerCondition(part, depth + 1)));
  if (!condition.startsWith('(') || findOutside(condition, 1, ')') !== condition.length - 1) return null;
  const inside = condition.slice(1, -1).trim();
  return /^(?:\(|not\b)/.test(inside) ? answerCondition(inside, depth + 1) : answerFeature(inside);
}

function answerQuery(query: string): Answer {
  const match = /^(not\s+|only\s+)?([a-z]+)(?:\s+and\s+([\s\S]+))?$/.exec(query);
  if (match === null || /^not$/.test(match[2] ?? '')) return answerCondition(query);
  const [, lead = '', type = '', rest] = match;
  const answer = all([SCREEN.has(type), rest === undefined ? true : answerCondition(rest)]);
  return lead.startsWith('not') ? not(answer) : answer;
}

function answerFeature(feature: string): Answer {
  const range = /^([a-z-]+)\s*(<=|>=|<|>|=)\s*([^<>=]+)$/.exec(feature);
  if (range !== null) return compare(range[1]!, range[2]!, range[3]!);
  const turned = /^([^<>=]+?)\s*(<=|>=|<|>|=)\s*([a-z-]+)$/.exec(feature);
  if (turned !== null) return not(compare(turned[3]!, OPPOSITE[turned[2]!] ?? '', turned[1]!));
  const both = /^([^<>=]+?)\s*(<=?)\s*([a-z-]+)\s*(<=?)\s*([^<>=]+)$/.exec(feature);
  if (both !== null)
    return all([compare(both[3]!, both[2] === '<' ? '>' : '>=', both[1]!), compare(both[3]!, both[4]!, both[5]!)]);
  const [name = '', value] = feature.split(':').map((part) => part.trim());
  if (value === undefined) return name in SIZES || (name in KEYWORDS ? KEYWORDS[name] !== 'none' : null);
  if (name in KEYWORDS) return KEYWORDS[name] === value;
  if (name.startsWith('min-')) return compare(name.slice(4), '>=', value);
  if (name.startsWith('max-')) return compare(name.slice(4), '<=', value);
  return compare(name, '=', value);
}

/** `600px < width` is not `width <= 600px`. */
const OPPOSITE: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

function compare(name: string, operator: string, value: string): Answer {
  const size = SIZES[name];
  const wanted = parseLength(value.trim(), SIZE);
  if (size === undefined || wanted === null) return null;
  if (operator === '<') return size < wanted;
  if (operator === '<=') return size <= wanted;
  if (operator === '>') return size > wanted;
  return operator === '>=' ? size >= wanted : operator === '=' ? size === wanted : null;
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
  const parts: string[] = [];
  let from = 0;
  for (
    let at = findOutside(condition, 0, ' \n\t');
    at < condition.length;
    at = findOutside(condition, at + 1, ' \n\t')
  ) {
    const rest = condition.slice(at + 1, at + 2 + word.length).trimEnd();
    if (rest !== word) continue;
    parts.push(condition.slice(from, at));
    from = at + 1 + word.length;
  }
  parts.push(condition.slice(from));
  return parts;
}
