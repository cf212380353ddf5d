/** What every judge of the house looks at: the collation, where the passages stand, and who is known by which name. */
import { type Collation, TOKEN } from '../align/collation.ts';
import type { Stand, Stands } from '../classify/stands.ts';
import type { Conventions } from '../structure/transcript.ts';
import type { FindingCode } from './codes.ts';
import { findingKind } from './codes.ts';
import type { Finding, Level, Reading } from './finding.ts';
import { readingOf } from './reading.ts';

export interface Scene {
  readonly collation: Collation;
  readonly stands: Stands;
  /** Passages whose words are not at hand and were not found in the copy either. */
  readonly closed: ReadonlySet<number>;
  readonly conventions: Conventions;
  /** The main stands of what was said, in the order of the copy: titles and bylines are not among them. */
  readonly said: readonly Stand[];
}

/** What a finding is about; what is left out is empty, single, or as the table of codes has it. */
export interface Told {
  readonly code: FindingCode;
  readonly level?: Level;
  readonly passage?: number | null;
  readonly sealed?: Reading | null;
  readonly copy?: Reading | null;
  readonly count?: number;
  readonly data?: Finding['data'];
}

const NO_DATA: Finding['data'] = {};

/** The finding told, with its speaker's name. */
export function finding(scene: Scene, told: Told): Finding {
  const passage = told.passage ?? null;
  return {
    code: told.code,
    level: told.level ?? findingKind(told.code).level,
    speaker: passage === null ? null : speakerName(scene, passage),
    passage,
    sealed: told.sealed ?? null,
    copy: told.copy ?? null,
    count: told.count ?? 1,
    data: told.data ?? NO_DATA,
  };
}

/** The speaker of a sealed passage, as the transcript names them. */
export function speakerName({ collation }: Scene, passage: number): string | null {
  const { speaker } = collation.transcript.passages[passage]!;
  return speaker === null ? null : collation.transcript.speakers[speaker]!.name;
}

/** The sealed tokens from `s0` to `s1`, half open, as a reading. */
export function sealedReading({ collation }: Scene, s0: number, s1: number): Reading {
  const { transcript, sealed } = collation;
  if (s0 < s1) return readingOf(transcript.witness, sealed.inWitness[s0]!, sealed.inWitness[s1 - 1]! + 1);
  const at = s0 < sealed.numbers.length ? sealed.inWitness[s0]! : sealed.inWitness[s0 - 1]! + 1;
  return readingOf(transcript.witness, at, at);
}

/** A whole sealed passage as a reading. */
export function passageReading(scene: Scene, passage: number): Reading {
  const { first } = scene.collation.sealed;
  return sealedReading(scene, first[passage]!, first[passage + 1]!);
}

/** The copy's tokens from `c0` to `c1`, half open, as a reading. */
export function copyReading({ collation }: Scene, c0: number, c1: number): Reading {
  return readingOf(collation.copy, c0, c1);
}

/** The first words of a passage, to name it by. */
export function firstWords(scene: Scene, passage: number): string {
  const { text } = passageReading(scene, passage);
  return text.length <= 80 ? text : `${text.slice(0, text.lastIndexOf(' ', 80))} …`;
}

/** Whether the sealed words in a block of the copy are a title's or byline's, and nothing that was said. */
export function holdsOnlyMatter({ collation }: Scene, block: number): boolean {
  const { copy, kind, owner, transcript } = collation;
  let matter = false;
  for (let c = copy.firstToken[block]!; c < copy.firstToken[block + 1]!; c++) {
    if (kind[c] !== TOKEN.passage) continue;
    if (transcript.passages[owner[c]!]!.role !== 'matter') return false;
    matter = true;
  }
  return matter;
}
