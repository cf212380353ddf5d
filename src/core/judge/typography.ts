/** Counts the places where copy and transcript set the same words differently: quotation marks, dashes, ligatures. */
import { isIgnorable } from '../canon/classes.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Finding } from './finding.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

/** One note with the count, and the first place as its example. */
export function judgeTypography(scene: Scene): readonly Finding[] {
  const { toSealed, sealed, copy, transcript } = scene.collation;
  const { witness } = transcript;
  let count = 0;
  let first = -1;
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (sealed.tokens[s] !== copy.tokens[c]) continue;
    const [was, now] = [written(witness, sealed.inWitness[s]!), written(copy, c)];
    if (was === now || visible(was) === visible(now)) continue;
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

/** Invisible characters are told of on their own (`characters.ts`). */
function visible(text: string): string {
  return [...text]
    .filter((letter) => !isIgnorable(letter.codePointAt(0)!))
    .join('')
    .normalize('NFC');
}
