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
  readonly turnFrom: number;
  readonly turnTo: number;
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
    for (const turn of turnsOf(transcript.passages)) {
      const turnFrom = this.words.length;
      const added = turn.map(([index, one], i) => {
        const from = this.words.length;
        this.#addWords(one, this.passages.length + i, transcript, apparatus);
        const speaker = one.speaker === null ? null : transcript.speakers[one.speaker]!.name;
        return { source, passage: index, role: one.role, speaker, from, to: this.words.length };
      });
      const turnTo = this.words.length;
      for (const one of added) this.passages.push({ ...one, turnFrom, turnTo });
    }
    this.#push(0, 0, Math.max(0, this.passages.length - 1));
  }

  #addWords({ from, to }: Passage, passage: number, { witness }: Transcript, apparatus: Uint8Array): void {
    for (let t = from; t < to; t++) {
      const token = witness.tokens[t]!;
      if (apparatus[t] === 0 && !isPunctuation(token)) this.#push(this.numberOf(token.toLowerCase()), t, passage);
    }
  }

  #push(word: number, token: number, passage: number): void {
    this.words.push(word);
    this.token.push(token);
    this.passage.push(passage);
  }
}

/** A passage with its index in its transcript. */
type Numbered = readonly [number, Passage];

/** The passages turn by turn, what nobody said last; a monologue is one turn. */
function turnsOf(passages: readonly Passage[]): readonly Numbered[][] {
  const all = [...passages.entries()];
  const turns: Numbered[][] = [];
  for (const one of [...all.filter(isSaid), ...all.filter((other) => !isSaid(other))]) {
    const turn = turns.at(-1);
    if (turn !== undefined && sameTurn(turn[0]!, one)) turn.push(one);
    else turns.push([one]);
  }
  return turns;
}

function isSaid([, { role }]: Numbered): boolean {
  return role === 'speech' || role === 'question';
}

function sameTurn(a: Numbered, b: Numbered): boolean {
  return isSaid(a) && a[1].role === b[1].role && a[1].turn === b[1].turn && a[1].speaker === b[1].speaker;
}

/** All words of `sources` in one row. Linear in their tokens. */
export function streamOf(sources: readonly QuoteSource[]): Stream {
  const builder = new Builder();
  const apparatus = sources.map(({ transcript }) => bracketed(transcript));
  for (const [i, { transcript }] of sources.entries()) builder.addSource(i, transcript, apparatus[i]!);
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
