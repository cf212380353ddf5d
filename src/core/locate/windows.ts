/**
 * The token windows of a copy that could be a sealed passage, for comparing by digest alone.
 *
 * A passage begins where a block or line begins, behind a label or timestamp, or where the passage before it ended. Its
 * words go on over lines, blocks and whatever is set off between them; at an ambiguous line end each reading counts.
 */
import { tokenise } from '../canon/tokenise.ts';
import type { Break } from '../read/document.ts';
import { apparatusAt } from '../structure/apparatus.ts';
import type { Witness } from '../structure/transcript.ts';
import { tokenAt } from '../structure/turns.ts';

/** Readings of one passage that are tried, as design and specification of the form allow. */
export const MAX_READINGS = 4_096;

/** The copy's tokens without set-off blocks, as one row. */
export interface Row {
  readonly witness: Witness;
  /** Numbers of the tokens in the witness. */
  readonly tokens: Uint32Array;
  /** For each place in the row, the alternative readings of the line end that begins there; mostly `undefined`. */
  readonly breaks: ReadonlyMap<number, Alternative>;
}

/** At `length` tokens of the row, the other readings of the same signs. */
export interface Alternative {
  readonly length: number;
  readonly readings: readonly (readonly string[])[];
}

/** The row of a copy. */
export function rowOf(witness: Witness, blocks: 'all' | 'in-flow'): Row {
  const numbers: number[] = [];
  const breaks = new Map<number, Alternative>();
  for (const [index, block] of witness.document.blocks.entries()) {
    if (blocks === 'in-flow' && block.setOff !== null) continue;
    const shift = numbers.length - witness.firstToken[index]!;
    for (let t = witness.firstToken[index]!; t < witness.firstToken[index + 1]!; t++) numbers.push(t);
    for (const one of block.breaks) {
      const found = alternativeAt(witness, index, one);
      if (found !== null) breaks.set(found.from + shift, found.alternative);
    }
  }
  return { witness, tokens: Uint32Array.from(numbers), breaks };
}

function alternativeAt(witness: Witness, index: number, one: Break): { from: number; alternative: Alternative } | null {
  const { text } = witness.document.blocks[index]!;
  const sign = tokenAt(witness, index, one.start);
  const from = sign > witness.firstToken[index]! && witness.end[sign - 1] === one.start ? sign - 1 : sign;
  const to = tokenAt(witness, index, one.end);
  if (to >= witness.firstToken[index + 1]!) return null;
  const left = text.slice(witness.start[from]!, one.start);
  const right = text.slice(one.end, witness.end[to]!);
  const joins = one.kind === 'bare' ? [left + right] : [left + right, `${left}-${right}`];
  return { from, alternative: { length: to - from + 1, readings: joins.map((join) => tokenise(join).text) } };
}

/** Places in the row where a passage may begin whatever stands before, ascending. */
export function openings(row: Row): readonly number[] {
  const { witness, tokens } = row;
  const places = new Map<number, number>();
  for (const [place, token] of tokens.entries()) places.set(token, place);
  const found = new Set<number>();
  for (const [index, block] of witness.document.blocks.entries()) {
    const isCue = block.kind === 'cue';
    for (const start of [0, ...block.lineStarts]) {
      const at = apparatusAt(block, start);
      for (const offset of [start, at.content, at.timestamp?.end ?? start]) {
        const place = places.get(tokenAt(witness, index, offset));
        if (place !== undefined) found.add(place);
      }
    }
    if (isCue) for (const place of sentenceStarts(witness, index, places)) found.add(place);
  }
  return [...found].sort((a, b) => a - b);
}

/** In subtitles a passage may begin anywhere behind a sentence's end or a colon. */
function sentenceStarts(witness: Witness, index: number, places: ReadonlyMap<number, number>): readonly number[] {
  const found: number[] = [];
  for (let t = witness.firstToken[index]!; t < witness.firstToken[index + 1]!; t++) {
    const place = /^[.!?…:)\]"]$/u.test(witness.tokens[t]!) ? places.get(t + 1) : undefined;
    if (place !== undefined) found.push(place);
  }
  return found;
}

/** The windows of `length` tokens that begin at `place`, each with where it ends in the row. */
export function* windowsAt(
  row: Row,
  place: number,
  length: number,
): Generator<{ tokens: readonly string[]; end: number }> {
  let budget = MAX_READINGS;
  const pending: { tokens: string[]; at: number }[] = [{ tokens: [], at: place }];
  for (let one = pending.pop(); one !== undefined && budget > 0; one = pending.pop()) {
    let { tokens, at } = one;
    while (tokens.length < length && at < row.tokens.length) {
      const alternative = row.breaks.get(at);
      for (const reading of alternative?.readings ?? []) {
        pending.push({ tokens: [...tokens, ...reading], at: at + alternative!.length });
      }
      tokens.push(row.witness.tokens[row.tokens[at]!]!);
      at++;
    }
    if (tokens.length !== length) continue;
    budget--;
    yield { tokens, end: at };
  }
}
