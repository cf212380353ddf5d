/**
 * Who said it: the speaker of the matched words against whom the article names.
 *
 * Certain is: the interviewer's question, an editor's note, or the words of one named speaker given to another one of the
 * same transcript. Everything else (a name the transcript does not know, a pronoun) is at most a note: transcripts call
 * people `A`, and articles call them by their names.
 */

import { gapBehind } from './gaps.ts';
import { HONORIFICS } from './lexicon.ts';
import type { Attribution } from './quotation.ts';
import type { Stream, StreamPassage } from './stream.ts';

/** Whose words they are, if not the person's the article gives them to. */
export interface OtherSpeaker {
  readonly level: 'fail' | 'note';
  /** Who said it, as the transcript names them. */
  readonly speaker: string | null;
  readonly role: 'question' | 'note' | 'notice' | 'matter' | 'speech' | 'reported' | 'parenthesis';
}

/** Labels that name nobody. */
const GENERIC = /^(?:[A-Z]\d?|interviewer|interviewee|answer|question|speaker \d+|host|guest|антворт|вопрос|ответ)$/i;
/** Reported speech of fewer words is a scare quote of the speaker's own. */
const REPORTED_WORDS = 4;

/**
 * Whether the words from `from` to `to` are somebody else's than the article says; `null` if nothing speaks against it.
 * Titles and terms may be quoted as what they are; an editor's note is nobody's speech.
 */
export function otherSpeaker(stream: Stream, from: number, to: number, attribution: Attribution): OtherSpeaker | null {
  const passage = stream.passages[stream.passage[from]!]!;
  const { role, speaker } = passage;
  if (role === 'question') return ofQuestion(passage, attribution);
  if (role !== 'speech')
    return { level: role !== 'note' && attribution.by === 'nobody' ? 'note' : 'fail', speaker, role };
  return ofSpeech(stream, passage, attribution) ?? reported(stream, passage, from, to);
}

function ofQuestion({ speaker }: StreamPassage, { asked, name }: Attribution): OtherSpeaker | null {
  if (asked) return null;
  if (name !== null && speaker !== null && sameName(name, speaker)) return null;
  return { level: 'fail', speaker, role: 'question' };
}

function ofSpeech(
  stream: Stream,
  { speaker, source }: StreamPassage,
  { name, by, asked }: Attribution,
): OtherSpeaker | null {
  if (speaker === null || name === null || asked) return null;
  if (sameName(name, speaker) || GENERIC.test(speaker)) return null;
  const { speakers } = stream.sources[source]!.transcript;
  const known = speakers.some((one) => !GENERIC.test(one.name) && sameName(name, one.name));
  return { level: known && by === 'named' ? 'fail' : 'note', speaker, role: 'speech' };
}

/** Whether two ways to write a name can be one person's: one holds the words of the other, or the initials fit. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  if (short.every((word) => long.some((longer) => sameWord(word, longer)))) return true;
  return short.join('') === long.map((word) => word.charAt(0)).join('');
}

/** An initial stands for a name: `I. Halloran`. Cases of a declined name (`Соколова`) share all but their last two letters. */
function sameWord(a: string, b: string): boolean {
  if (a === b || (a.length === 1 && b.startsWith(a))) return true;
  const kept = Math.min(a.length, b.length) - 2;
  return (
    kept >= 4 && Math.abs(a.length - b.length) <= 3 && a.slice(0, kept) === b.slice(0, kept) && /[^\p{ASCII}]/u.test(a)
  );
}

function wordsOf(name: string): string[] {
  return (name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !HONORIFICS.has(word));
}

/** Words that the speaker only reports, between quotation marks inside an answer, or that stand in parentheses there. */
function reported(stream: Stream, passage: StreamPassage, from: number, to: number): OtherSpeaker | null {
  if (to - from < REPORTED_WORDS || stream.passage[from] !== stream.passage[to - 1]) return null;
  const { quoted, round } = enclosing(stream, passage, from, to);
  if (quoted) return { level: 'note', speaker: passage.speaker, role: 'reported' };
  return round ? { level: 'note', speaker: passage.speaker, role: 'parenthesis' } : null;
}

/** Words of one passage looked back over; what is quoted longer is the speaker's own telling. */
const LOOK_BACK = 400;

function enclosing(
  stream: Stream,
  passage: StreamPassage,
  from: number,
  to: number,
): { quoted: boolean; round: boolean } {
  const { witness, passages } = stream.sources[passage.source]!.transcript;
  const begin = Math.max(passages[passage.passage]!.from, stream.token[from]! - LOOK_BACK);
  let quotes = 0;
  let depth = 0;
  for (let t = begin; t < stream.token[from]!; t++) {
    const token = witness.tokens[t];
    if (token === '"') quotes++;
    else if (token === '(') depth++;
    else if (token === ')') depth = Math.max(0, depth - 1);
  }
  const inner = insideSigns(stream, from, to);
  return { quoted: quotes % 2 === 1 && !inner.includes('"'), round: depth > 0 && !inner.includes(')') };
}

function insideSigns(stream: Stream, from: number, to: number): string[] {
  const signs: string[] = [];
  for (let at = from; at < to - 1; at++) signs.push(...gapBehind(stream, at).signs);
  return signs;
}
