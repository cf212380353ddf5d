/** Writes down a transcript of which some passages are known and the others stay closed. */
import { numbered } from '../canon/lexicon.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Block } from '../read/document.ts';
import { plainBlock } from '../read/plain-block.ts';
import type { ManifestEntry } from '../seal/entry.ts';
import type { Mark, Passage, Transcript, Witness } from '../structure/transcript.ts';

/** A token of a closed passage: a noncharacter, which no text that was read can hold. */
const CLOSED = '\u{10ffff}';

/** The transcript of `entry` with one block a passage; `words` are the tokens of each, `null` for a closed one. */
export function rebuild(entry: ManifestEntry, words: readonly (readonly string[] | null)[]): Transcript {
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
    blocks.push(plainBlock(words[i] === null ? '' : text));
  }
  const witness: Witness = {
    document: { format: 'text', blocks, hidden: [], caveats: [], lines: new Uint32Array(), metadata: new Map() },
    tokens,
    ...numbered(tokens),
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

/** A turn lasts until the speaker changes; a labelled speaker's turn begins with the label. */
function passagesOf(entry: ManifestEntry, witness: Witness): readonly Passage[] {
  let turn = -1;
  let before: number | null = null;
  return entry.passages.map(({ role, speaker }, i): Passage => {
    const from = witness.firstToken[i]!;
    const opens = speaker !== null && speaker !== before;
    if (opens) turn++;
    if (speaker !== null) before = speaker;
    const named = opens ? entry.speakers[speaker] : undefined;
    const label = named?.labelled ? { name: named.name, from, to: from } : null;
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
