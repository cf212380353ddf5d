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
  /** Whether it stands before all that was said, or behind it; not where its own block carries sealed words. */
  readonly isAround: boolean;
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
  return { names: new Set(names.map(nameKey)), begin: said[0]!.from, end: said.at(-1)!.to };
}

/** For each unit, the nearest block behind it that carries sealed words, or -1. */
function carriersBehind({ units, kind }: Scene['collation']): Int32Array {
  const carriers = new Int32Array(units.length);
  let carrier = -1;
  for (let i = units.length - 1; i >= 0; i--) {
    carriers[i] = carrier;
    if (holds(kind, units[i]!, TOKEN.passage)) carrier = units[i]!.block;
  }
  return carriers;
}

/** The foreign stretches: neighbouring units of one block are one. */
export function foreignOf(scene: Scene): readonly Foreign[] {
  const { units, kind, copy } = scene.collation;
  const surroundings = surroundingsOf(scene);
  const behind = carriersBehind(scene.collation);
  const found: Foreign[] = [];
  let before = -1;
  let labelBefore: string | null = null;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (!holds(kind, unit, TOKEN.foreign)) {
      const carries = holds(kind, unit, TOKEN.passage);
      if (carries) before = unit.block;
      labelBefore = carries ? null : labelOf(scene, unit);
      continue;
    }
    const first = i;
    while (units[i + 1]?.block === unit.block && holds(kind, units[i + 1]!, TOKEN.foreign)) i++;
    const range = { block: unit.block, from: unit.from, to: units[i]!.to };
    const carried =
      labelBefore === null ? carriedLabel(scene, surroundings, range) : { label: labelBefore, content: range.from };
    const beside = [before, behind[i]!].flatMap((block) => copy.document.blocks[block] ?? []);
    found.push({ ...range, isAround: isAround(scene, surroundings, first, i), beside, ...carried });
    labelBefore = null;
  }
  return found;
}

function holds(kind: Uint8Array, { from, to }: Unit, one: (typeof TOKEN)[keyof typeof TOKEN]): boolean {
  return kind.subarray(from, to).includes(one);
}

/** The name on a line that holds nothing but a label, or `null` where it holds nothing but a timestamp. */
function labelOf({ collation: { copy } }: Scene, { block, from }: Unit): string | null {
  return apparatusAt(copy.document.blocks[block]!, copy.start[from]!).label?.name ?? null;
}

/**
 * Whether a stretch stands around the transcript, in a block that carries no sealed words. Lines above a labelled line are
 * headings that a plain text did not set apart; any other line in a block of speech reads as speech.
 */
function isAround({ collation }: Scene, { begin, end }: Surroundings, first: number, last: number): boolean {
  const { units, kind } = collation;
  const [{ block, from }, { to }] = [units[first]!, units[last]!];
  if (units[first - 1]?.block === block) return false;
  const behind = units[last + 1];
  if (behind?.block === block && kind[behind.from] === TOKEN.passage) return false;
  return to <= begin || from >= end;
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
