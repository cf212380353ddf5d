/** Finds the marks of a text: signs that something was withheld or not understood. */
import { isWord } from '../canon/classes.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Conventions, Mark, Passage, Witness } from './transcript.ts';

/** Words that make a bracketed remark a mark, in the languages transcripts are commonly written in. */
const MARK_WORDS = [
  'redacted',
  'inaudible',
  'unintelligible',
  'indistinct',
  'crosstalk',
  'withheld',
  'name withheld',
  'removed',
  'censored',
  'deleted',
  'anonymised',
  'anonymized',
  'off the record',
  'expletive deleted',
  'bleep',
  'unclear',
  'audio gap',
  'omitted',
  'unverständlich',
  'geschwärzt',
  'entfernt',
  'anonymisiert',
  'unhörbar',
  'name geändert',
  'неразборчиво',
  'вырезано',
  'удалено',
  'скрыто',
  'нерозбірливо',
  'вилучено',
  'inaudible',
  'inintelligible',
  'incompréhensible',
  'supprimé',
  'caviardé',
  'ininteligible',
  'tachado',
  'suprimido',
  'censurado',
  'incomprensibile',
  'omissis',
  'onverstaanbaar',
  'niezrozumiałe',
  'анонімізовано',
];

const SIGNS = ['(*)', '[*]', '(**)', '(***)', '[***]', '(?)', '[?]', '[…]', '(…)', '[x]', '[---]'];
const BRACKETS = [
  ['[', ']'],
  ['(', ')'],
] as const;

type Trie = Map<string, Trie | true>;
const END = '';

function markTexts(conventions: Conventions): readonly string[] {
  const worded = MARK_WORDS.flatMap((words) => BRACKETS.map(([open, close]) => `${open}${words}${close}`));
  return [...SIGNS, ...worded, ...conventions.marks];
}

function buildTrie(conventions: Conventions): Trie {
  const root: Trie = new Map();
  for (const text of markTexts(conventions)) {
    let node = root;
    for (const token of tokenise(text.toLowerCase()).text) {
      const next = node.get(token);
      const child: Trie = next instanceof Map ? next : new Map();
      node.set(token, child);
      node = child;
    }
    node.set(END, true);
  }
  return root;
}

/** Recognises marks in token sequences. */
export interface MarkFinder {
  /** How many tokens the mark at `at` has; 0 where none begins. `to` bounds the look. */
  readonly lengthAt: (tokens: readonly string[], at: number, to: number) => number;
}

/** A finder for the known marks and the declared ones. */
export function markFinder(conventions: Conventions): MarkFinder {
  const root = buildTrie(conventions);
  // Known marks begin with a bracket, so most tokens need no look.
  const beginsWithSign = [...root.keys()].every((token) => !isWord(token));
  return {
    lengthAt(tokens, at, to) {
      const first = tokens[at];
      if (first === undefined || (beginsWithSign && first.length > 1)) return 0;
      if (isBlock(first)) return barLength(tokens, at, to);
      let node = root;
      let longest = 0;
      for (let i = at; i < to; i++) {
        const next = node.get(tokens[i]!.toLowerCase());
        if (!(next instanceof Map)) break;
        node = next;
        if (node.has(END)) longest = i + 1 - at;
      }
      return longest;
    },
  };
}

/** A full block, as a censor's bar is typed: each is a token of its own, and the whole bar is one mark. */
function isBlock(token: string): boolean {
  return token === '█' || token === '▇' || token === '■';
}

function barLength(tokens: readonly string[], at: number, to: number): number {
  let end = at;
  while (end < to && isBlock(tokens[end]!)) end++;
  return end - at;
}

/** The marks in `passages`, in order. */
export function marksIn(witness: Witness, passages: readonly Passage[], finder: MarkFinder): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [index, passage] of passages.entries()) {
    for (let at = passage.from; at < passage.to; at++) {
      const length = finder.lengthAt(witness.tokens, at, passage.to);
      if (length === 0) continue;
      marks.push({ mark: textOf(witness, at, at + length), passage: index, from: at, to: at + length });
      at += length - 1;
    }
  }
  return marks;
}

/** A mark as the text writes it; marks do not run over blocks. */
function textOf(witness: Witness, from: number, to: number): string {
  const { text } = witness.document.blocks[witness.block[from]!]!;
  return text.slice(witness.start[from]!, witness.end[to - 1]!).replace(/\s+/gu, ' ');
}
