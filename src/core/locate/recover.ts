/**
 * Recovers a transcript from its digests and a copy.
 *
 * The manifest holds no words. But where the copy's words for a passage hash to its digest, they are the sealed words. So
 * the passages that the copy gives faithfully can be written down again from the copy itself; the others stay closed, each
 * as many tokens that agree with nothing. With that transcript a copy is judged as with the real one: what is faithful and
 * in its place, moved, left out, or given to another, comes out alike; of a passage that differs one learns only that.
 */
import { digestTokens } from '../canon/digest.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Block } from '../read/document.ts';
import type { ManifestEntry, SealedPassage } from '../seal/entry.ts';
import { PASSAGE_DIGEST_LENGTH } from '../seal/seal.ts';
import type { Mark, Passage, Transcript, Witness } from '../structure/transcript.ts';
import { openings, type Row, rowOf, windowsAt } from './windows.ts';

/** A token of a closed passage: a noncharacter, which no text that was read can hold. */
const CLOSED = '\u{10ffff}';

/** A recovered transcript, and which of its passages stayed closed. */
export interface Recovered {
  readonly transcript: Transcript;
  readonly closed: ReadonlySet<number>;
}

/** The transcript of `entry`, as far as `copy` gives it. */
export function recover(copy: Witness, entry: ManifestEntry): Recovered {
  const known = new Map<string, readonly string[]>();
  for (const blocks of ['in-flow', 'all'] as const) findPassages(rowOf(copy, blocks), entry.passages, known);
  const words = entry.passages.map((passage) => known.get(keyOf(passage)) ?? null);
  const closed = new Set(words.flatMap((one, i) => (one === null ? [i] : [])));
  return { transcript: rebuild(entry, words), closed };
}

function keyOf({ tokens, digest }: SealedPassage): string {
  return `${tokens} ${digest}`;
}

/** Goes through the row once: where the next passage is expected it is tried first, at openings all lengths are. */
function findPassages(row: Row, passages: readonly SealedPassage[], known: Map<string, readonly string[]>): void {
  const starts = openings(row);
  const byLength = new Map<number, Set<string>>();
  for (const passage of passages) {
    if (known.has(keyOf(passage))) continue;
    const digests = byLength.get(passage.tokens) ?? new Set();
    byLength.set(passage.tokens, digests.add(passage.digest));
  }
  let expected = 0;
  for (let i = 0; i < starts.length; i++) {
    let place = starts[i]!;
    for (;;) {
      const found = matchAt(row, place, passages, expected, byLength);
      if (found === null) break;
      known.set(keyOf(passages[found.passage]!), found.tokens);
      expected = found.passage + 1;
      place = found.end;
    }
  }
}

interface Found {
  readonly passage: number;
  readonly tokens: readonly string[];
  readonly end: number;
}

function matchAt(
  row: Row,
  place: number,
  passages: readonly SealedPassage[],
  expected: number,
  byLength: ReadonlyMap<number, ReadonlySet<string>>,
): Found | null {
  const next = passages[expected];
  const lengths = [...(next === undefined ? [] : [next.tokens]), ...byLength.keys()];
  for (const length of new Set(lengths)) {
    const digests = byLength.get(length);
    for (const { tokens, end } of windowsAt(row, place, length)) {
      const digest = digestTokens(tokens).slice(0, PASSAGE_DIGEST_LENGTH);
      if (digest === next?.digest && length === next.tokens) return { passage: expected, tokens, end };
      if (!digests?.has(digest)) continue;
      return { passage: passages.findIndex((one) => one.digest === digest && one.tokens === length), tokens, end };
    }
  }
  return null;
}

/** A document with one block a passage. */
function rebuild(entry: ManifestEntry, words: readonly (readonly string[] | null)[]): Transcript {
  const blocks: Block[] = [];
  const tokens: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const block: number[] = [];
  const firstToken = [0];
  for (const [i, passage] of entry.passages.entries()) {
    let text = '';
    const own = words[i] ?? new Array<string>(passage.tokens).fill(CLOSED);
    for (const token of own) {
      if (text !== '') text += ' ';
      start.push(text.length);
      text += token;
      end.push(text.length);
      tokens.push(token);
      block.push(i);
    }
    firstToken.push(tokens.length);
    blocks.push({ ...BLOCK, text: words[i] === null ? '' : text });
  }
  const witness: Witness = {
    document: { format: 'text', blocks, hidden: [], caveats: [], lines: new Uint32Array(), metadata: new Map() },
    tokens,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    block: Uint32Array.from(block),
    firstToken: Uint32Array.from(firstToken),
  };
  return {
    witness,
    title: entry.title,
    speakers: entry.speakers,
    passages: passagesOf(entry, witness),
    marks: marksOf(entry, witness, words),
  };
}

const BLOCK = {
  kind: 'paragraph',
  origin: null,
  place: { by: 'line' },
  container: '',
  selector: '',
  setOff: null,
  strong: [],
  lineStarts: [],
  breaks: [],
  speaker: null,
} as const;

/** A turn lasts until the speaker changes; a labelled speaker's turn begins with the label. */
function passagesOf(entry: ManifestEntry, witness: Witness): readonly Passage[] {
  let turn = -1;
  let before: number | null = null;
  return entry.passages.map(({ role, speaker }, i): Passage => {
    const from = witness.firstToken[i]!;
    const opens = speaker !== null && speaker !== before;
    if (opens) turn++;
    if (speaker !== null) before = speaker;
    const named = speaker === null ? undefined : entry.speakers[speaker];
    const label = opens && named?.labelled ? { name: named.name, from, to: from } : null;
    return {
      role,
      speaker,
      turn: speaker === null ? null : turn,
      block: i,
      from,
      to: witness.firstToken[i + 1]!,
      label,
    };
  });
}

function marksOf(
  entry: ManifestEntry,
  witness: Witness,
  words: readonly (readonly string[] | null)[],
): readonly Mark[] {
  return entry.marks.flatMap(({ mark, passage, token }) => {
    if (words[passage] === null) return [];
    const from = witness.firstToken[passage]! + token;
    return [{ mark, passage, from, to: from + tokenise(mark).text.length }];
  });
}
