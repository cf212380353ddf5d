/** Finds the stretches of the copy that are not the transcript's, where they stand, and the label they carry. */
import { TOKEN } from '../align/collation.ts';
import { countWords, type Unit } from '../align/units.ts';
import type { Block } from '../read/document.ts';
import { apparatusAt, nameKey } from '../structure/apparatus.ts';
import { genericSide } from '../structure/generic-labels.ts';
import { tokenAt } from '../structure/turns.ts';
import type { Scene } from './scene.ts';

/** A stretch of one block that carries no sealed words. */
export interface Foreign {
  readonly block: number;
  /** Half-open range of the copy's tokens. */
  readonly from: number;
  readonly to: number;
  readonly where: 'around' | 'between' | 'within-block';
  /** The label it carries, if it carries one. */
  readonly label: string | null;
  /** The first of its tokens behind that label. */
  readonly content: number;
  /** The blocks nearest before and behind it that carry sealed words. */
  readonly beside: readonly Block[];
}

/** A generic label with fewer words behind it is a byline: “Interviewer: Ines Lund”. */
const LEAST_SPOKEN = 4;

/** What is looked up for every stretch. */
interface Surroundings {
  /** The keys of all sealed and declared names. */
  readonly names: ReadonlySet<string>;
  /** The first token of what was said, and the one behind its last. */
  readonly begin: number;
  readonly end: number;
}

function surroundingsOf({ collation, conventions: { aliases, labels }, said }: Scene): Surroundings {
  const { speakers } = collation.transcript;
  const names = [...speakers.map((one) => one.name), ...labels, ...[...aliases.values()].flat()];
  return {
    names: new Set(names.map(nameKey)),
    begin: said.reduce((least, stand) => Math.min(least, stand.from), Number.POSITIVE_INFINITY),
    end: said.reduce((most, stand) => Math.max(most, stand.to), -1),
  };
}

/** For each unit, the block nearest before it (or behind it) that carries sealed words, or -1. */
function carriersOf({ units, kind }: Scene['collation'], direction: 'before' | 'behind'): Int32Array {
  const carriers = new Int32Array(units.length);
  let carrier = -1;
  for (let k = 0; k < units.length; k++) {
    const i = direction === 'before' ? k : units.length - 1 - k;
    const { block, from, to } = units[i]!;
    carriers[i] = carrier;
    if (kind.subarray(from, to).includes(TOKEN.passage)) carrier = block;
  }
  return carriers;
}

/** The foreign stretches: neighbouring units of one block are one. */
export function foreignOf(scene: Scene): readonly Foreign[] {
  const { units, kind, copy } = scene.collation;
  const surroundings = surroundingsOf(scene);
  const before = carriersOf(scene.collation, 'before');
  const behind = carriersOf(scene.collation, 'behind');
  const found: Foreign[] = [];
  let labelBefore: string | null = null;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (!isForeign(kind, unit)) {
      labelBefore = isLabel(kind, unit) ? labelText(scene, unit) : null;
      continue;
    }
    let last = i;
    while (last + 1 < units.length && units[last + 1]!.block === unit.block && isForeign(kind, units[last + 1]!))
      last++;
    const range = { block: unit.block, from: unit.from, to: units[last]!.to };
    const carried =
      labelBefore === null ? carriedLabel(scene, surroundings, range) : { label: labelBefore, content: range.from };
    const beside = [before[i]!, behind[last]!].flatMap((block) => copy.document.blocks[block] ?? []);
    found.push({ ...range, where: whereIs(scene, surroundings, i, last), beside, ...carried });
    labelBefore = null;
    i = last;
  }
  return found;
}

function isForeign(kind: Uint8Array, { from, to }: Unit): boolean {
  let foreign = false;
  for (let c = from; c < to; c++) {
    if (kind[c] === TOKEN.passage) return false;
    if (kind[c] === TOKEN.foreign) foreign = true;
  }
  return foreign;
}

/** A label on a line of its own. */
function isLabel(kind: Uint8Array, { from, to }: Unit): boolean {
  for (let c = from; c < to; c++) if (kind[c] !== TOKEN.label && kind[c] !== TOKEN.timestamp) return false;
  return true;
}

function labelText({ collation }: Scene, { from, to }: Unit): string {
  return collation.copy.tokens.slice(from, to).join(' ');
}

/**
 * Around the transcript, between its passages, or inside a block that carries sealed words. Lines above a labelled line are
 * headings that a plain text did not set apart; any other line in a block of speech reads as speech.
 */
function whereIs({ collation }: Scene, { begin, end }: Surroundings, first: number, last: number): Foreign['where'] {
  const { units, kind } = collation;
  const carries = (unit: Unit | undefined): boolean =>
    unit !== undefined && unit.block === units[first]!.block && !isForeign(kind, unit);
  const [before, behind] = [units[first - 1], units[last + 1]];
  if (carries(before)) return 'within-block';
  if (carries(behind) && kind[behind!.from] !== TOKEN.label && kind[behind!.from] !== TOKEN.timestamp)
    return 'within-block';
  return units[last]!.to <= begin || units[first]!.from >= end ? 'around' : 'between';
}

/** A speaker's label at the start of a foreign stretch: a sealed or declared name, or a `Q:` with words behind it. */
function carriedLabel(
  scene: Scene,
  { names }: Surroundings,
  { block, from, to }: Pick<Foreign, 'block' | 'from' | 'to'>,
): Pick<Foreign, 'label' | 'content'> {
  const { copy } = scene.collation;
  const voice = copy.document.blocks[block]!.speaker;
  if (voice !== null) return { label: voice, content: from };
  const apparatus = apparatusAt(copy.document.blocks[block]!, copy.start[from]!);
  const name = apparatus.label?.name;
  const content = tokenAt(copy, block, apparatus.content);
  const behind = countWords(copy.tokens, content, to);
  if (name === undefined || behind === 0) return { label: null, content: from };
  const carries = names.has(nameKey(name)) || (genericSide(name) !== null && behind >= LEAST_SPOKEN);
  return carries ? { label: name, content } : { label: null, content: from };
}
