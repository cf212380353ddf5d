/**
 * Judges who is given which words.
 *
 * The labels of the copy are compared turn by turn with the sealed speakers. What is a mere renaming, one name for one
 * speaker throughout, is a note; whatever could make a reader take one speaker's words for another's fails.
 */
import type { FoundLabel } from '../align/collation.ts';
import type { Stand } from '../classify/stands.ts';
import { nameKey } from '../structure/apparatus.ts';
import { genericSide } from '../structure/generic-labels.ts';
import type { FindingCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { readingOf } from './reading.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

/** One place where the copy names a speaker. */
interface Naming {
  /** The sealed speaker of the words behind the label; -1 in a monologue, `null` where nobody speaks. */
  readonly speaker: number | null;
  readonly passage: number;
  readonly label: FoundLabel;
  /** Whether the words behind it begin their passage. */
  readonly opens: boolean;
}

type Relation = 'same' | 'renamed' | 'added' | 'other';

/** The findings of attribution. */
export function judgeAttribution(scene: Scene): readonly Finding[] {
  const namings = namingsOf(scene);
  const relations = relationsOf(scene, namings);
  return [...toldNamings(scene, namings, relations), ...missingLabels(scene, namings), ...runTogether(scene)];
}

function namingsOf(scene: Scene): readonly Naming[] {
  const { toSealed, sealed, transcript, labels } = scene.collation;
  const monologue = transcript.speakers.length === 0;
  const starts = new Map(scene.said.map((stand) => [stand.passage, stand.from]));
  return labels.flatMap((label) => {
    const s = toSealed[label.before]!;
    // A label stands before words of a passage; were the alignment wrong, these would have no speaker to be compared with.
    if (s === -1) return [];
    const passage = sealed.passageOf[s]!;
    const { speaker, role } = transcript.passages[passage]!;
    if (role === 'matter') return [];
    const opens = starts.get(passage) === label.before;
    return [{ speaker: monologue && role === 'speech' ? -1 : speaker, passage, label, opens }];
  });
}

/** Who is called by a name: the one number, or `null` where they are several or nobody. */
type Bearers = ReadonlyMap<string, number | null>;

function bearersOf(named: Iterable<readonly [string, number | null]>): Bearers {
  const bearers = new Map<string, number | null>();
  for (const [key, speaker] of named) bearers.set(key, isAnothers(bearers, key, speaker) ? null : speaker);
  return bearers;
}

/** Whether somebody else than `speaker` is called by the name. */
function isAnothers(bearers: Bearers, key: string, speaker: number | null): boolean {
  return bearers.has(key) && bearers.get(key) !== speaker;
}

function memo<T>(of: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

/** What each label is to the sealed speaker of the words behind it, seen with all other labels of the copy. */
function relationsOf(scene: Scene, namings: readonly Naming[]): readonly Relation[] {
  const keys = namings.map(({ label }) => nameKey(label.name));
  const inCopy = bearersOf(namings.map(({ speaker }, i) => [keys[i]!, speaker]));
  const { speakers } = scene.collation.transcript;
  const sealed = bearersOf(
    speakers.flatMap(({ name, labelled }, i) => (labelled ? [[nameKey(name), i] as const] : [])),
  );
  const known = new Map<string, Relation>();
  const throughout = memo((speaker: number) => namesThroughout(scene, speaker, namings));
  return namings.map(({ speaker, label }, i): Relation => {
    const key = keys[i]!;
    if (speaker === null) return 'other';
    const place = `${speaker} ${label.name}`;
    const isOther = isAnothers(sealed, key, speaker) || isAnothers(inCopy, key, speaker);
    const relation = known.get(place) ?? relationOf(scene, speaker, label.name, isOther, throughout);
    known.set(place, relation);
    return relation;
  });
}

function relationOf(
  scene: Scene,
  speaker: number,
  name: string,
  isOther: boolean,
  isThroughout: (speaker: number) => boolean,
): Relation {
  const sealed = scene.collation.transcript.speakers[speaker];
  if (sealed?.labelled && nameKey(sealed.name) === nameKey(name)) return 'same';
  if (isOther || !isFitting(scene, speaker, name)) return 'other';
  if (sealed?.labelled) return 'renamed';
  return isDeclared(scene, speaker, name) || isThroughout(speaker) ? 'added' : 'other';
}

/** Whether `name` may stand for the sealed speaker: generic for generic, shortened, or declared. */
function isFitting(scene: Scene, speaker: number, name: string): boolean {
  if (isDeclared(scene, speaker, name)) return true;
  const sealed = scene.collation.transcript.speakers[speaker];
  const side = genericSide(name);
  if (sealed === undefined) return side === 'answering';
  const sealedSide = genericSide(sealed.name);
  return (side !== null && side === sealedSide) || isShortened(sealed.name, name);
}

function isDeclared({ collation, conventions }: Scene, speaker: number, name: string): boolean {
  const key = nameKey(name);
  const sealed = collation.transcript.speakers[speaker];
  const aliases = [...conventions.aliases]
    .filter(([one]) => nameKey(one) === nameKey(sealed?.name ?? 'A'))
    .flatMap(([, names]) => names);
  if (aliases.some((alias) => nameKey(alias) === key)) return true;
  // A declared label belongs to the one speaker whom the transcript leaves unnamed.
  return !sealed?.labelled && conventions.labels.some((one) => nameKey(one) === key);
}

/** `Adam Stacoviak` as `Adam`, `Stacoviak`, `A. Stacoviak`, `AS`, `A. S.` */
function isShortened(name: string, short: string): boolean {
  const [words, parts] = [partsOf(name), partsOf(short)];
  if (words.length < 2) return false;
  if (parts.join('') === words.map((word) => [...word][0]).join('')) return true;
  let at = 0;
  for (const part of parts) {
    while (at < words.length && words[at] !== part && words[at]![0] !== part) at++;
    if (at++ >= words.length) return false;
  }
  return parts.some((part) => part.length > 1);
}

function partsOf(name: string): readonly string[] {
  return nameKey(name).split(/[\s-]+/u);
}

/** Whether every turn of an unlabelled speaker that is in the copy begins with a label. */
function namesThroughout({ collation, said }: Scene, speaker: number, all: readonly Naming[]): boolean {
  const named = new Set(all.filter((one) => one.opens).map((one) => one.passage));
  if (speaker === -1) return named.size > 0;
  const { passages } = collation.transcript;
  const opening = new Map<number | null, number>();
  for (const { passage } of said) {
    const { turn } = passages[passage]!;
    if (passages[passage]!.speaker === speaker && !opening.has(turn)) opening.set(turn, passage);
  }
  return [...opening.values()].every((passage) => named.has(passage));
}

const CODE_OF: Readonly<Record<Relation, FindingCode | null>> = {
  same: null,
  renamed: 'label-renamed',
  added: 'label-added',
  other: 'speaker-changed',
};

/** One finding for each pair of a speaker and another name, counted; a label that repeats the speaker's own is no finding. */
function toldNamings(scene: Scene, namings: readonly Naming[], relations: readonly Relation[]): readonly Finding[] {
  const groups = new Map<string, { naming: Naming; code: FindingCode; count: number }>();
  for (const [i, naming] of namings.entries()) {
    const code = CODE_OF[relations[i]!];
    if (code === null) continue;
    const key = `${code} ${naming.speaker} ${nameKey(naming.label.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { naming, code, count: 1 });
    else group.count++;
  }
  return [...groups.values()].map(({ naming, code, count }) => {
    const { label, passage, speaker } = naming;
    return finding(scene, {
      code,
      passage,
      count,
      sealed: openingReading(scene, passage),
      copy: copyReading(scene, label.from, label.to),
      data: { was: sealedName(scene, speaker), now: label.name },
    });
  });
}

/** The name of a speaker, or none where nobody speaks or a monologue names no one. */
function sealedName({ collation }: Scene, speaker: number | null): string {
  return collation.transcript.speakers[speaker ?? -1]?.name ?? '';
}

/** The sealed label of a passage, or the spot where it has none. */
function openingReading(scene: Scene, passage: number): Finding['sealed'] {
  const { label } = scene.collation.transcript.passages[passage]!;
  if (label !== null) return readingOf(scene.collation.transcript.witness, label.from, label.to);
  const at = scene.collation.sealed.first[passage]!;
  return sealedReading(scene, at, at);
}

/** Stands that need a label, because another speaker's words stand before them, and have none. */
function missingLabels(scene: Scene, namings: readonly Naming[]): readonly Finding[] {
  const { passages, speakers } = scene.collation.transcript;
  const named = new Set(namings.map((one) => one.passage));
  const missing: Stand[] = [];
  let before: number | null = null;
  for (const stand of scene.said) {
    const { speaker } = passages[stand.passage]!;
    if (speaker === null) continue;
    if (speaker !== before && speakers[speaker]!.labelled && !named.has(stand.passage)) missing.push(stand);
    before = speaker;
  }
  const first = missing[0];
  if (first === undefined) return [];
  if (namings.length === 0 && scene.said.every((_, i) => i === 0 || isApart(scene, i))) {
    return [told(scene, 'label-missing', first, missing.length)];
  }
  const code = namings.length === 0 && isSubtitles(scene) ? 'turns-run-on' : 'speaker-changed';
  return [told(scene, code, first, missing.length)];
}

/** Whether the `index`th stand begins a paragraph of its own where the speaker changes. */
function isApart({ collation, said }: Scene, index: number): boolean {
  const { transcript, unitOf } = collation;
  const [a, b] = [said[index - 1]!, said[index]!];
  if (transcript.passages[a.passage]!.speaker === transcript.passages[b.passage]!.speaker) return true;
  return unitOf[a.to - 1] !== unitOf[b.from];
}

function isSubtitles({ collation }: Scene): boolean {
  const { format } = collation.copy.document;
  return format === 'srt' || format === 'webvtt';
}

/** A question and its unlabelled answer in one paragraph: a reader cannot tell who speaks. */
function runTogether(scene: Scene): readonly Finding[] {
  const { passages, speakers } = scene.collation.transcript;
  const joined = scene.said.filter(({ passage }, i) => {
    const { speaker } = passages[passage]!;
    if (i === 0 || speaker === null || speakers[speaker]!.labelled) return false;
    return passages[scene.said[i - 1]!.passage]!.speaker !== null && !isApart(scene, i);
  });
  const first = joined[0];
  if (first === undefined) return [];
  return [told(scene, isSubtitles(scene) ? 'turns-run-on' : 'speaker-changed', first, joined.length)];
}

function told(scene: Scene, code: FindingCode, stand: Stand, count: number): Finding {
  const { speaker } = scene.collation.transcript.passages[stand.passage]!;
  return finding(scene, {
    code,
    passage: stand.passage,
    count,
    sealed: openingReading(scene, stand.passage),
    copy: copyReading(scene, stand.from, stand.from),
    data: { was: sealedName(scene, speaker) },
  });
}
