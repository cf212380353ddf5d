/** Gives every stretch its turn: who speaks, from which label, and which words are its own. */
import { nameKey, nameOf } from './apparatus.ts';
import { hasRisingTimestamps, labelKeys } from './conventions.ts';
import { genericSide } from './generic-labels.ts';
import type { Stretch } from './stretches.ts';
import type { Conventions, Label, Speaker, Witness } from './transcript.ts';

/** A stretch with its turn. A stretch that is only apparatus has no tokens left. */
export interface Spoken {
  readonly block: number;
  /** Half-open range of tokens, without label and timestamp. */
  readonly from: number;
  readonly to: number;
  readonly label: Label | null;
  readonly speaker: number | null;
  readonly turn: number | null;
}

/** The two sides of a text that labels only its questions. */
const ASKING = 0;
const ANSWERING = 1;

export interface Turns {
  readonly speakers: readonly Speaker[];
  readonly stretches: readonly Spoken[];
}

interface Cut {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
  readonly label: Label | null;
}

/** The turns of a text under the convention it shows. */
export function turnsOf(witness: Witness, stretches: readonly Stretch[], conventions: Conventions): Turns {
  const keys = labelKeys(witness.document, stretches, conventions);
  const cuts = cutStretches(witness, stretches, keys);
  const names = [...new Map(cuts.flatMap(({ label }) => (label ? [[nameKey(label.name), label.name] as const] : [])))];
  if (names.length === 0) return questionTurns(witness, cuts);
  const speakers: Speaker[] = names.map(([, name]) => ({ name, labelled: true }));
  const numbers = new Map(names.map(([key], i) => [key, i] as const));
  const asksOnly = speakers.length === 1 && isAsking(witness, cuts, speakers[0]!.name);
  if (asksOnly) speakers.push({ name: 'A', labelled: false });
  return { speakers, stretches: assign(witness, cuts, numbers, asksOnly) };
}

/** Whether the only label there is stands before questions, so that what follows each is its answer. */
function isAsking(witness: Witness, cuts: readonly Cut[], name: string): boolean {
  const side = genericSide(name);
  if (side !== null) return side === 'asking';
  const named = cuts.filter(({ label, from, to }) => label !== null && to > from);
  const asking = named.filter(({ to }) => /^[?？؟]$/u.test(witness.tokens[to - 1]!));
  return asking.length * 2 >= named.length && asking.length > 0;
}

/** Takes labels and timestamps out, and joins stretches that no label parts. */
function cutStretches(witness: Witness, stretches: readonly Stretch[], keys: ReadonlySet<string>): readonly Cut[] {
  const timed = hasRisingTimestamps(stretches);
  const cuts: Cut[] = [];
  for (const stretch of stretches) {
    const last = cuts.at(-1);
    const label = isSaidByName(stretch, last) ? null : labelOf(witness, stretch, keys);
    if (!stretch.opensBlock && label === null && last?.stretch.block === stretch.block) {
      cuts[cuts.length - 1] = { ...last, to: tokenAt(witness, stretch.block, stretch.end) };
      continue;
    }
    const content = contentStart(stretch, label, timed);
    cuts.push({
      stretch,
      from: tokenAt(witness, stretch.block, content),
      to: tokenAt(witness, stretch.block, stretch.end),
      label,
    });
  }
  return cuts;
}

/** Behind a name in a cell stands what they said, even if it could be a name. */
function isSaidByName({ apparatus }: Stretch, last: Cut | undefined): boolean {
  return apparatus.label?.form === 'cell' && last !== undefined && last.label !== null && last.from === last.to;
}

function labelOf(witness: Witness, stretch: Stretch, keys: ReadonlySet<string>): Label | null {
  const { label } = stretch.apparatus;
  if (label !== null && keys.has(nameKey(label.name))) {
    return {
      name: label.name,
      from: tokenAt(witness, stretch.block, label.start),
      to: tokenAt(witness, stretch.block, label.end),
    };
  }
  const voice = stretch.opensBlock ? witness.document.blocks[stretch.block]!.speaker : null;
  if (voice === null) return null;
  const at = tokenAt(witness, stretch.block, stretch.start);
  return { name: nameOf(voice), from: at, to: at };
}

function contentStart(stretch: Stretch, label: Label | null, timed: boolean): number {
  const { apparatus } = stretch;
  if (label !== null && apparatus.label !== null) return apparatus.content;
  return timed && apparatus.timestamp !== null && apparatus.timestamp.start <= stretch.start + 2
    ? apparatus.timestamp.end
    : stretch.start;
}

/** The first token of `block` that begins at or behind `offset`. */
export function tokenAt(witness: Witness, block: number, offset: number): number {
  let low = witness.firstToken[block]!;
  let high = witness.firstToken[block + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (witness.start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cue that goes on with the sentence of the cue before is still the same speaker's. */
function goesOn(witness: Witness, cut: Cut, before: Cut | undefined): boolean {
  if (before === undefined || witness.document.blocks[cut.stretch.block]!.kind !== 'cue') return false;
  return before.to > before.from && !/^[.!?…"。！？؟]$/u.test(witness.tokens[before.to - 1]!);
}

function assign(
  witness: Witness,
  cuts: readonly Cut[],
  numbers: ReadonlyMap<string, number>,
  asksOnly: boolean,
): readonly Spoken[] {
  const spoken: Spoken[] = [];
  let speaker: number | null = null;
  let turn = -1;
  /** A label on a line of its own: the words behind it are still the labelled speaker's. */
  let wordsToCome = false;
  for (const [i, cut] of cuts.entries()) {
    const { stretch, from, to, label } = cut;
    const named = label === null ? undefined : numbers.get(nameKey(label.name));
    const mayAnswer: boolean = asksOnly && speaker === ASKING && !wordsToCome && !goesOn(witness, cut, cuts[i - 1]);
    const answers: boolean = named === undefined && mayAnswer;
    const next: number | null = named ?? (answers ? ANSWERING : speaker);
    if (next !== null && (next !== speaker || (named !== undefined && asksOnly))) turn++;
    speaker = next;
    wordsToCome = from === to && (named !== undefined || wordsToCome);
    spoken.push({ block: stretch.block, from, to, label, speaker, turn: speaker === null ? null : turn });
  }
  return spoken;
}

/** Without labels: headings or bold paragraphs that ask are questions, what follows each is its answer. */
function questionTurns(witness: Witness, cuts: readonly Cut[]): Turns {
  const asks = cuts.map((cut) => isBoldBlock(witness, cut));
  const questions = cuts.filter((cut, i) => asks[i] && witness.tokens[cut.to - 1] === '?').length;
  if (questions < 2 || questions * 2 < asks.filter(Boolean).length)
    return { speakers: [], stretches: cuts.map(unspoken) };
  let turn = -1;
  let speaker: number | null = null;
  const stretches = cuts.map((cut, i): Spoken => {
    const asking = asks[i] && witness.tokens[cut.to - 1] === '?';
    const next = asking ? 0 : speaker === null || asks[i] ? null : 1;
    if (next !== null && (asking || next !== speaker)) turn++;
    if (next !== null) speaker = next;
    return {
      block: cut.stretch.block,
      from: cut.from,
      to: cut.to,
      label: null,
      speaker: next,
      turn: next === null ? null : turn,
    };
  });
  const unlabelled = { labelled: false } as const;
  return {
    speakers: [
      { name: 'Q', ...unlabelled },
      { name: 'A', ...unlabelled },
    ],
    stretches,
  };
}

function unspoken({ stretch, from, to }: Cut): Spoken {
  return { block: stretch.block, from, to, label: null, speaker: null, turn: null };
}

function isBoldBlock(witness: Witness, cut: Cut): boolean {
  const block = witness.document.blocks[cut.stretch.block]!;
  if (block.kind === 'heading') return true;
  const bold = block.strong.reduce((sum, range) => sum + range.end - range.start, 0);
  return bold > 0 && bold >= block.text.trim().length - 1;
}
