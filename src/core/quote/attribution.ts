/**
 * Whom an article gives a quotation to: "says NAME", "NAME said", "according to NAME", "NAME:", "he says".
 *
 * It looks only at the sentence around the marks, and only where a name stands next to a verb of saying. A name that is
 * merely near is no attribution: nobody should be told that a quotation is misattributed because of a guess.
 */
import {
  ACCORDING,
  ASKING,
  INTERVIEWERS,
  NAME_PARTICLES,
  NOT_NAMES,
  PREPOSITIONS,
  PRONOUNS,
  SAYING,
} from './lexicon.ts';

/** What the narrative around one quotation says. */
export interface Naming {
  readonly name: string | null;
  readonly pronoun: boolean;
  readonly asked: boolean;
  /** Whether there is a verb of saying or asking, or "according to". */
  readonly says: boolean;
}

export const NO_NAMING: Naming = { name: null, pronoun: false, asked: false, says: false };

/** How far around a quotation an attribution is looked for, in code units. */
export const REACH = 200;

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’.\-‐][\p{L}\p{M}\p{N}]+)*|[,:;()–—]/gu;
const CAPITAL = /^\p{Lu}/u;

function wordsOf(text: string): Word[] {
  return (text.match(WORDS) ?? []).map((word) => {
    const lower = word.toLowerCase();
    return { text: word, lower, capital: CAPITAL.test(word) && !PRONOUNS.has(lower) };
  });
}

const isVerb = (word: Word): boolean => isSaying(word) || isAsking(word);
const isSaying = (word: Word): boolean => SAYING.has(word.lower);
const isAsking = (word: Word): boolean => ASKING.has(word.lower);

/** What the sentence says that goes on behind a quotation: `says Denis Sokolov, who …`. */
export function namingAfter(after: string): Naming {
  const words = wordsOf(clauseAfter(after));
  const at = words.findIndex((word, i) => i < 8 && (isVerb(word) || isAccording(words, i)));
  return at < 0 ? NO_NAMING : namingAt(words, at);
}

/** What the sentence says that leads up to a quotation: `Sokolov said that`. The verb nearest to the marks counts. */
export function namingBefore(before: string): Naming {
  const words = wordsOf(clauseBefore(before));
  const label = labelOf(words);
  if (label !== null) return { name: label, pronoun: false, asked: false, says: true };
  const at = words.findLastIndex((word, i) => isVerb(word) || isAccording(words, i));
  return at < 0 ? NO_NAMING : namingAt(words, at);
}

/** `Sokolov: “…”` */
function labelOf(words: readonly Word[]): string | null {
  if (words.at(-1)?.text !== ':' || words.length > 5) return null;
  const name = words.slice(0, -1);
  return name.length > 0 && name.every(({ capital }) => capital) ? name.map(({ text }) => text).join(' ') : null;
}

function isAccording(words: readonly Word[], at: number): boolean {
  const wanted = ACCORDING.get(words[at]!.lower);
  return wanted !== undefined && (wanted === '' || words[at - 1]?.lower === wanted);
}

function namingAt(words: readonly Word[], at: number): Naming {
  const verb = words[at]!;
  const behind = runFrom(words, at + 1);
  const ahead = isVerb(verb) ? runBefore(words, at) : null;
  const near = words.slice(Math.max(0, at - 3), at + 4);
  const asked = isAsking(verb) ? !isPassive(words, at) : near.some(({ lower }) => INTERVIEWERS.has(lower));
  return {
    name: ahead ?? behind,
    pronoun: near.some(({ lower }) => PRONOUNS.has(lower)),
    asked,
    says: true,
  };
}

const PASSIVE = new Set<string | undefined>(['when', 'if', 'was', 'were', 'is', 'are', 'being']);

/** "when asked", "was asked": there the answer is quoted, not the question. */
function isPassive(words: readonly Word[], at: number): boolean {
  return PASSIVE.has(words[at - 1]?.lower);
}

/** The name that begins at `from`. */
function runFrom(words: readonly Word[], from: number): string | null {
  const run: string[] = [];
  for (let i = from; i < words.length && i < from + 6; i++) {
    const word = words[i]!;
    if (word.capital || (run.length > 0 && NAME_PARTICLES.has(word.lower) && words[i + 1]?.capital))
      run.push(word.text);
    else break;
  }
  return nameOf(run);
}

/** A run of capitals as a name: without a conjunction at its head; none behind a preposition. */
function nameOf(run: readonly string[]): string | null {
  const head = run[0]?.toLowerCase() ?? '';
  if (PREPOSITIONS.has(head)) return null;
  const name = NOT_NAMES.has(head) ? run.slice(1) : run;
  return name.some((word) => word.length > 1) ? name.join(' ') : null;
}

/** The name that ends before `to`, over one small word between name and verb ("Sokolov also says"). */
function runBefore(words: readonly Word[], to: number): string | null {
  const last = words[to - 1];
  const end = last !== undefined && /^\p{Ll}/u.test(last.text) && !PRONOUNS.has(last.lower) ? to - 1 : to;
  const run: string[] = [];
  for (let i = end - 1; i >= 0 && i >= end - 6; i--) {
    const word = words[i]!;
    if (word.capital || (run.length > 0 && NAME_PARTICLES.has(word.lower) && words[i - 1]?.capital))
      run.unshift(word.text);
    else break;
  }
  return nameOf(run);
}

const SENTENCE_END = /[.!?…](?=\s|$)|\n/g;
/** A single capital or a short title before a full stop ends no sentence. */
const SHORTENED = /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof)$/u;

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(SENTENCE_END)]
    .map(({ index }) => index)
    .filter((at) => !SHORTENED.test(text.slice(Math.max(0, at - 8), at)));
}

function clauseAfter(after: string): string {
  return after.slice(0, sentenceEnds(after)[0]);
}

function clauseBefore(before: string): string {
  return before.slice((sentenceEnds(before).at(-1) ?? -1) + 1);
}
