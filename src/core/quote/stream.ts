/**
 * The words of all transcripts in one row, so that a quotation can be looked up in all of them at once.
 *
 * Punctuation and marks are left out of the row, and words are numbered by their lower-case form: that is for finding the
 * place. What is there is compared afterwards, token by token, through `token`. Speech comes first and what nobody said
 * last, so that a note between two passages of one turn does not break the turn.
 */
import { isPunctuation } from '../canon/classes.ts';
import type { Passage, Role, Transcript } from '../structure/transcript.ts';
import { bracketed } from './apparatus.ts';

/** A transcript with the name reports show. */
export interface QuoteSource {
  readonly name: string;
  readonly transcript: Transcript;
}

/** One passage in the row. */
export interface StreamPassage {
  readonly source: number;
  /** Index of the passage in its transcript. */
  readonly passage: number;
  readonly role: Role;
  /** The speaker's name, if somebody speaks. */
  readonly speaker: string | null;
  /** Half-open range of words in the row. */
  readonly from: number;
  readonly to: number;
  /** The words of the whole turn around it. */
  turnFrom: number;
  turnTo: number;
}

export interface Stream {
  readonly sources: readonly QuoteSource[];
  /** The number of each word; 0 stands between two transcripts and matches nothing. */
  readonly words: Uint32Array;
  /** For each word, its token in its transcript. */
  readonly token: Uint32Array;
  /** For each word, its passage in `passages`. */
  readonly passage: Uint32Array;
  readonly passages: readonly StreamPassage[];
  readonly vocabulary: ReadonlyMap<string, number>;
  /** For each transcript, which tokens belong to marks and other bracketed apparatus. */
  readonly apparatus: readonly Uint8Array[];
  /** Every mark of the transcripts, as its tokens joined by spaces. */
  readonly marks: ReadonlySet<string>;
}

class Builder {
  readonly words: number[] = [];
  readonly token: number[] = [];
  readonly passage: number[] = [];
  readonly passages: StreamPassage[] = [];
  readonly vocabulary = new Map<string, number>();

  numberOf(word: string): number {
    const known = this.vocabulary.get(word);
    if (known !== undefined) return known;
    const next = this.vocabulary.size + 1;
    this.vocabulary.set(word, next);
    return next;
  }

  addSource(source: number, transcript: Transcript, apparatus: Uint8Array): void {
    const said = [...transcript.passages.entries()];
    const inOrder = [...said.filter(([, one]) => isSaid(one)), ...said.filter(([, one]) => !isSaid(one))];
    let first: StreamPassage | null = null;
    for (const [index, one] of inOrder) {
      const added = this.#addPassage(source, index, one, transcript, apparatus);
      if (first === null || !sameTurn(transcript.passages[first.passage]!, one)) first = added;
      added.turnFrom = first.from;
    }
    this.#push(0, 0);
  }

  #addPassage(
    source: number,
    index: number,
    one: Passage,
    { witness, speakers }: Transcript,
    apparatus: Uint8Array,
  ): StreamPassage {
    const from = this.words.length;
    for (let t = one.from; t < one.to; t++) {
      const token = witness.tokens[t]!;
      if (apparatus[t] === 0 && !isPunctuation(token)) this.#push(this.numberOf(token.toLowerCase()), t);
    }
    const to = this.words.length;
    const speaker = one.speaker === null ? null : (speakers[one.speaker]?.name ?? null);
    const added = { source, passage: index, role: one.role, speaker, from, to, turnFrom: from, turnTo: to };
    this.passages.push(added);
    return added;
  }

  #push(word: number, token: number): void {
    this.words.push(word);
    this.token.push(token);
    this.passage.push(Math.max(0, word === 0 ? this.passages.length - 1 : this.passages.length));
  }
}

function isSaid({ role }: Passage): boolean {
  return role === 'speech' || role === 'question';
}

/** Passages of one turn; a monologue is one turn. */
function sameTurn(a: Passage, b: Passage): boolean {
  return isSaid(a) && a.role === b.role && a.turn === b.turn && a.speaker === b.speaker;
}

/** All words of `sources` in one row. Linear in their tokens. */
export function streamOf(sources: readonly QuoteSource[]): Stream {
  const builder = new Builder();
  const apparatus = sources.map(({ transcript }) => bracketed(transcript));
  for (const [i, { transcript }] of sources.entries()) builder.addSource(i, transcript, apparatus[i]!);
  spreadTurns(builder.passages);
  return {
    sources,
    words: Uint32Array.from(builder.words),
    token: Uint32Array.from(builder.token),
    passage: Uint32Array.from(builder.passage),
    passages: builder.passages,
    vocabulary: builder.vocabulary,
    apparatus,
    marks: new Set(sources.flatMap(({ transcript }) => marksOf(transcript))),
  };
}

/** A transcript's marks, their tokens joined by spaces. */
function marksOf({ witness, marks }: Transcript): readonly string[] {
  return marks.map(({ from, to }) => witness.tokens.slice(from, to).join(' '));
}

/** Gives every passage of a turn the turn's end. */
function spreadTurns(passages: readonly StreamPassage[]): void {
  const ends = new Map<number, number>();
  for (const { turnFrom, turnTo } of passages) ends.set(turnFrom, Math.max(ends.get(turnFrom) ?? 0, turnTo));
  for (const passage of passages) passage.turnTo = ends.get(passage.turnFrom) ?? passage.turnTo;
}
