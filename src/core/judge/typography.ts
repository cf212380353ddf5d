/** Counts the places where copy and transcript set the same words differently: quotation marks, dashes, ligatures. */
import { type Numbers, TRAIT } from '../align/keys.ts';
import { isIgnorable } from '../canon/classes.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Finding } from './finding.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

/** One note with the count, and the first place as its example. */
export function judgeTypography(scene: Scene): readonly Finding[] {
  const { toSealed, sealed, copy, transcript, numbers } = scene.collation;
  const { witness } = transcript;
  const lengths = plainLengths(numbers);
  let count = 0;
  let first = -1;
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    // No sealed token stands at -1.
    if (numbers.sealed[s] !== numbers.copy[c]) continue;
    const w = sealed.inWitness[s]!;
    const length = lengths[numbers.copy[c]!]!;
    if (copy.end[c]! - copy.start[c]! === length && witness.end[w]! - witness.start[w]! === length) continue;
    const [was, now] = [written(witness, w), written(copy, c)];
    if (visible(was) === visible(now)) continue;
    if (count++ === 0) first = c;
  }
  if (count === 0) return [];
  const s = toSealed[first]!;
  return [
    finding(scene, {
      code: 'typography',
      count,
      sealed: sealedReading(scene, s, s + 1),
      copy: copyReading(scene, first, first + 1),
    }),
  ];
}

/** A token as its witness writes it. */
function written(witness: Witness, token: number): string {
  return witness.document.blocks[witness.block[token]!]!.text.slice(witness.start[token]!, witness.end[token]!);
}

/**
 * The length of each token, or -1 for those that have several spellings: only signs, and words with signs in them, are
 * what others are folded to.
 */
function plainLengths({ words, traits }: Numbers): Int32Array {
  return Int32Array.from(words, (word, i) => ((traits[i]! & TRAIT.folded) === 0 ? word.length : -1));
}

/** Invisible characters are told of on their own (`characters.ts`). */
function visible(text: string): string {
  return [...text]
    .filter((letter) => !isIgnorable(letter.codePointAt(0)!))
    .join('')
    .normalize('NFC');
}
