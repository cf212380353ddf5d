/** Judges the blocks of the copy that are not the transcript's. */
import { diffArrays } from 'diff';
import { sealedTokens } from '../align/sealed-text.ts';
import { countWords } from '../align/units.ts';
import { isWord } from '../canon/classes.ts';
import type { SetOff } from '../read/document.ts';
import type { FindingCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { type Foreign, foreignOf } from './foreign-stretches.ts';
import { type Repetition, type Repetitions, repetitionsOf, wordsOf } from './repetition.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

export interface ForeignJudgement {
  readonly findings: readonly Finding[];
  /** Words of furniture around the transcript. */
  readonly wordsAround: number;
  /** Omitted passages that a foreign stretch stands in for, and the stretch. */
  readonly replaced: ReadonlyMap<number, Foreign>;
}

/** A repetition in an article's furniture counts only when it is long, or most of a passage: headlines quote. */
const LONG_REPETITION = 12;
const LEAST_WORDS = 4;
const LEAST_SHARE = 0.5;

export function judgeForeign(scene: Scene): ForeignJudgement {
  const foreign = foreignOf(scene);
  const { tokens } = scene.collation.copy;
  const words = new Map(foreign.map((one) => [one, wordsOf(tokens.slice(one.content, one.to))]));
  const repetitions = repetitionsOf(scene, [...words.values()]);
  const replaced = replacements(scene, foreign);
  const standIns = new Set(replaced.values());
  const findings = foreign.flatMap((one) =>
    standIns.has(one) ? [] : judgeOne(scene, one, words.get(one)!, repetitions),
  );
  const around = foreign.filter((one) => one.isAround && !standIns.has(one));
  const wordsAround = around.reduce((sum, one) => sum + countWords(tokens, one.from, one.to), 0);
  return { findings, wordsAround, replaced };
}

/**
 * An omitted passage with one foreign stretch of speech between its neighbours: other words stand in for it. Behind the
 * last question of the copy, what follows in the flow of the speech stands in for its answer.
 */
function replacements(scene: Scene, foreign: readonly Foreign[]): ReadonlyMap<number, Foreign> {
  const { stands, said, collation } = scene;
  const { passages } = collation.transcript;
  const standOf = new Map(said.map((stand, i) => [stand.passage, i] as const));
  const replaced = new Map<number, Foreign>();
  for (const passage of stands.omitted) {
    const before = standOf.get(passage - 1);
    if (before === undefined || passages[passage]!.role === 'matter') continue;
    const [a, b] = [said[before]!, said[before + 1]];
    const asked = b === undefined && passages[passage - 1]!.role === 'question';
    if (!asked && b?.passage !== passage + 1) continue;
    const between = inFlowBetween(scene, foreign, a.to, b?.from ?? Number.POSITIVE_INFINITY);
    if (between[0] === undefined || between[0].label !== null) continue;
    if (asked || between.length === 1) replaced.set(passage, between[0]);
  }
  return replaced;
}

/** The stretches of speech from one token of the copy to another; the first of them is found by halving. */
function inFlowBetween(scene: Scene, foreign: readonly Foreign[], from: number, to: number): readonly Foreign[] {
  let low = 0;
  let high = foreign.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (foreign[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  const found: Foreign[] = [];
  for (let i = low; i < foreign.length && foreign[i]!.to <= to; i++) {
    if (isInFlow(scene, foreign[i]!)) found.push(foreign[i]!);
  }
  return found;
}

/** Whether a stretch stands in the flow and form of the speech around it. */
function isInFlow(scene: Scene, one: Foreign): boolean {
  const block = scene.collation.copy.document.blocks[one.block]!;
  return one.beside.some(
    (near) => near.kind === block.kind && near.container === block.container && near.setOff?.by === block.setOff?.by,
  );
}

/** What sets a stretch off from the speech: a form or aside that holds the whole interview sets nothing off in it. */
function setOffOf(scene: Scene, one: Foreign): SetOff | null {
  const { setOff } = scene.collation.copy.document.blocks[one.block]!;
  return one.beside.some((near) => near.setOff?.by === setOff?.by) ? null : setOff;
}

function judgeOne(scene: Scene, one: Foreign, words: readonly string[], repetitions: Repetitions): readonly Finding[] {
  if (words.length === 0 && one.isAround) return [];
  const repetition = repetitions.of(words);
  if (isAltered(repetition, words.length, one.isAround))
    return [toldRepetition(scene, one, repetition, 'repeated-altered')];
  if (one.label !== null) return [told(scene, one, 'passage-added', { label: one.label })];
  if (one.isAround) return [];
  if (isInFlow(scene, one)) return [told(scene, one, 'passage-added')];
  if (repetition.kind === 'exact' && words.length >= LEAST_WORDS)
    return [toldRepetition(scene, one, repetition, 'pull-quote')];
  const setOff = setOffOf(scene, one);
  if (setOff !== null) return [told(scene, one, 'block-set-off', { kind: setOff.by })];
  const { selector, kind } = scene.collation.copy.document.blocks[one.block]!;
  return [told(scene, one, 'block-interpolated', { selector, kind })];
}

type Repeated = Exclude<Repetition, { kind: 'none' }>;
type Altered = Extract<Repetition, { kind: 'altered' }>;

/** Whether sealed words are given again with changes, rather than a few of them quoted. */
function isAltered(repetition: Repetition, words: number, isAround: boolean): repetition is Altered {
  if (repetition.kind !== 'altered' || words < LEAST_WORDS || repetition.share < LEAST_SHARE) return false;
  if (!isAround) return true;
  return words >= LONG_REPETITION || repetition.ofPassage >= 0.7;
}

function toldRepetition(scene: Scene, one: Foreign, repetition: Repeated, code: FindingCode): Finding {
  const { s0, s1, c0, c1 } = firstDifference(scene, one, repetition);
  return finding(scene, {
    code,
    passage: repetition.passage,
    sealed: sealedReading(scene, s0, s1),
    copy: copyReading(scene, c0, c1),
  });
}

/** Beyond this many differences the whole stretch is shown. */
const MOST_DIFFERENCES = 200;

interface Difference {
  readonly s0: number;
  readonly s1: number;
  readonly c0: number;
  readonly c1: number;
}

/** The first place where a repetition has other words, its label aside; the whole where there is none. */
function firstDifference({ collation }: Scene, { content, to }: Foreign, { s0, s1 }: Repeated): Difference {
  const { copy, sealed } = collation;
  const whole = { s0, s1, c0: content, c1: to };
  // So many more sealed words are that many differences: they need not be looked at.
  if (s1 - s0 - (to - content) > MOST_DIFFERENCES) return whole;
  const lower = (token: string): string => token.toLowerCase();
  const changes = diffArrays(sealedTokens(sealed, s0, s1).map(lower), copy.tokens.slice(content, to).map(lower), {
    maxEditLength: MOST_DIFFERENCES,
  });
  let [s, c] = [s0, content];
  let open: Difference | null = null as Difference | null;
  for (const { added, removed, count, value } of changes ?? []) {
    if (!added && !removed) {
      if (open !== null) return open;
      [s, c] = [s + count, c + count];
      continue;
    }
    const [sNext, cNext] = [added ? s : s + count, added ? c + count : c];
    if (open !== null) open = { ...open, s1: sNext, c1: cNext };
    else if (value.some(isWord)) open = { s0: s, s1: sNext, c0: c, c1: cNext };
    [s, c] = [sNext, cNext];
  }
  return open ?? whole;
}

function told(scene: Scene, one: Foreign, code: FindingCode, data: Finding['data'] = {}): Finding {
  return finding(scene, { code, copy: copyReading(scene, one.from, one.to), data });
}
