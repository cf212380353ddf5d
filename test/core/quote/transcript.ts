/** Transcripts made by hand, for tests that ask about single words. */
import { type QuoteSource, type Stream, streamOf } from '../../../src/core/quote/stream.ts';
import type { Mark, Passage, Role } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { documentOf } from './support.ts';

/** One passage: its words, and who says them in which turn. By default nobody's speech in one turn. */
export interface Said {
  readonly text: string;
  readonly role?: Role;
  readonly speaker?: string;
  readonly turn?: number;
}

/** A transcript of these passages. `(*)` is a mark; `others` speak elsewhere in it. */
export function sourceOfPassages(said: readonly Said[], others: readonly string[] = []): QuoteSource {
  const witness = witnessOf(documentOf(...said.map(({ text }) => text)));
  const names = [...new Set([...said.flatMap(({ speaker = [] }) => speaker), ...others])];
  const passages = said.map(({ role = 'speech', speaker, turn = null }, block): Passage => {
    const range = { from: witness.firstToken[block]!, to: witness.firstToken[block + 1]! };
    return { role, speaker: speaker === undefined ? null : names.indexOf(speaker), turn, block, ...range, label: null };
  });
  const marks = [...witness.tokens.keys()]
    .filter((t) => witness.tokens.slice(t, t + 3).join('') === '(*)')
    .map((from): Mark => ({ mark: '(*)', passage: witness.block[from]!, from, to: from + 3 }));
  const speakers = names.map((name) => ({ name, labelled: true }));
  return { name: 'made', transcript: { witness, title: null, speakers, passages, marks } };
}

/** The row of one transcript. */
export function rowOf(...said: readonly Said[]): Stream {
  return streamOf([sourceOfPassages(said)]);
}

/** Where the words of `phrase`, in lower case, stand in the row. */
export function wordsIn({ words, vocabulary }: Stream, phrase: string): { readonly from: number; readonly to: number } {
  const wanted = phrase.split(' ').map((word) => vocabulary.get(word));
  const from = words.findIndex((_, at) => wanted.every((number, i) => words[at + i] === number));
  if (from < 0) throw new Error(`no such words: ${phrase}`);
  return { from, to: from + wanted.length };
}
