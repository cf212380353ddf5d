/** Names the variants inside passages. */
import { type Numbers, TRAIT } from '../align/keys.ts';
import { sealedTokens } from '../align/sealed-text.ts';
import type { Variant } from '../classify/variant.ts';
import type { FindingCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { looksAlike } from './look-alikes.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

/** The findings of `variants`; those in titles and bylines are one note together. */
export function judgeWords(scene: Scene, variants: readonly Variant[]): readonly Finding[] {
  const { passages } = scene.collation.transcript;
  const inMatter = variants.filter((variant) => passages[variant.passage]!.role === 'matter');
  const inSpeech = variants.filter((variant) => passages[variant.passage]!.role !== 'matter');
  const movedAlong = (variant: Variant): boolean =>
    variant.kind === 'transposition' && scene.stands.moved.has(variant.passage);
  return [
    ...inSpeech.filter((variant) => !movedAlong(variant)).map((variant) => toldVariant(scene, variant)),
    ...matterFinding(scene, inMatter),
  ];
}

function toldVariant(scene: Scene, variant: Variant): Finding {
  return finding(scene, {
    code: codeOf(scene, variant),
    passage: variant.passage,
    sealed: sealedReading(scene, variant.s0, variant.s1),
    copy: copyReading(scene, variant.c0, variant.c1),
  });
}

function matterFinding(scene: Scene, variants: readonly Variant[]): readonly Finding[] {
  const first = variants[0];
  if (first === undefined) return [];
  const sealed = sealedReading(scene, first.s0, first.s1);
  const copy = copyReading(scene, first.c0, first.c1);
  return [finding(scene, { code: 'matter-differs', passage: first.passage, sealed, copy, count: variants.length })];
}

function codeOf(scene: Scene, variant: Variant): FindingCode {
  const { sealed, copy, transcript, numbers } = scene.collation;
  const { kind, s0, s1, c0, c1 } = variant;
  if (kind === 'case') return 'case-changed';
  if (isSigns(numbers, numbers.sealed, s0, s1) && isSigns(numbers, numbers.copy, c0, c1)) return 'punctuation-changed';
  if (transcript.passages[variant.passage]!.role === 'notice') return 'notice-changed';
  const code = KIND_CODES[kind];
  if (code !== undefined) return code;
  const now = copy.tokens.slice(c0, c1);
  if (isShortening(scene, variant, now)) return 'passage-shortened';
  if (isSigns(numbers, numbers.sealed, s0, s1)) return 'word-added';
  if (isSigns(numbers, numbers.copy, c0, c1)) return 'word-omitted';
  return substitutionCode(sealedTokens(sealed, s0, s1), now);
}

const KIND_CODES: Partial<Record<Variant['kind'], FindingCode>> = {
  'mark-removed': 'mark-removed',
  'mark-filled': 'mark-filled',
  'mark-added': 'mark-added',
  omission: 'word-omitted',
  addition: 'word-added',
  transposition: 'words-moved',
};

function isSigns({ traits }: Numbers, row: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((traits[row[i]!]! & TRAIT.punctuation) === 0) return false;
  return true;
}

/** Words left out at a passage's beginning or end, with an ellipsis in their place. */
function isShortening({ collation }: Scene, { passage, s0, s1 }: Variant, now: readonly string[]): boolean {
  const ellipsis = now.join(' ');
  if (ellipsis !== '…' && ellipsis !== '[ … ]' && ellipsis !== '( … )') return false;
  const { first } = collation.sealed;
  return s0 === first[passage] || s1 === first[passage + 1];
}

function substitutionCode(was: readonly string[], now: readonly string[]): FindingCode {
  if (isDisguise(was, now)) return 'look-alike-letter';
  return was.join('').toLowerCase() === now.join('').toLowerCase() ? 'word-division' : 'word-substituted';
}

/** Token for token the same or alike. */
function isDisguise(was: readonly string[], now: readonly string[]): boolean {
  return was.length === now.length && was.every((token, i) => token === now[i] || looksAlike(token, now[i]!));
}
