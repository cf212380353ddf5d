/**
 * `…`, `...`, `. . .`, `[…]`, `(...)`: words left out, in order, inside one turn. The words are shown; a "not" among a few
 * words of one sentence turns it, so that fails, and a "not" in a longer gap is pointed out.
 */
import { gapBehind, tokenAt } from '../gaps.ts';
import { isNegation } from '../lexicon.ts';
import type { Joint } from '../pattern.ts';
import type { Stream } from '../stream.ts';
import type { Convention, Problem, Use } from './convention.ts';
import { weightyWords } from './replaced.ts';

/** A gap of at most so many words inside one sentence must not swallow a negation. */
const SHORT_GAP = 6;
const SENTENCE_END = new Set(['.', '!', '?', '…', '。', '！', '？', '؟', '।']);

function problemOf(stream: Stream, from: number, to: number): Problem | null {
  const words = weightyWords(stream, from, to);
  if (!words.some(isNegation)) return null;
  const short = to - from <= SHORT_GAP && !endsSentence(stream, from - 1, to - 1);
  return short
    ? { code: 'negation-swallowed', level: 'fail', words }
    : { code: 'gap-has-negation', level: 'note', words };
}

/** Whether a sentence ends behind one of the words from `from` up to and including `to`. A run that changes passage does. */
function endsSentence(stream: Stream, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) {
    if (stream.passage[at] !== stream.passage[at + 1]) return true;
    if (gapBehind(stream, at).signs.some((sign) => SENTENCE_END.has(sign)) && !isInitial(tokenAt(stream, at)))
      return true;
  }
  return false;
}

/** `J.` ends no sentence. */
function isInitial(token: string): boolean {
  return /^\p{Lu}$/u.test(token) && token !== 'I';
}

export const ellipsis: Convention = ({ stream, pattern, segments, from, to }) => {
  const uses: Use[] = [];
  const add = ({ ellipsis: text, ellipsisStart }: Joint, begin: number, end: number): void => {
    if (text === null) return;
    const problem = problemOf(stream, begin, end);
    uses.push({
      convention: 'ellipsis',
      text,
      start: ellipsisStart,
      from: begin,
      to: end,
      sealed: null,
      beyond: true,
      problem,
    });
  };
  for (const [i, segment] of segments.entries()) {
    const joint = pattern.joints[segment.from]!;
    const previous = segments[i - 1];
    if (previous === undefined) add(joint, from, from);
    else {
      const start = previous.at + previous.to - previous.from;
      if (start < segment.at || !gapBehind(stream, start - 1).signs.includes('…')) add(joint, start, segment.at);
    }
  }
  const last = pattern.joints.at(-1)!;
  if (!gapBehind(stream, to - 1).signs.includes('…')) add(last, to, to);
  return uses;
};
