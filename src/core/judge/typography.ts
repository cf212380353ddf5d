/** Counts the places where copy and transcript set the same words differently: quotation marks, dashes, ligatures. */
import { isIgnorable } from '../canon/classes.ts';
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
    if (s === -1 || sealed.tokens[s] !== copy.tokens[c]) continue;
    const token = copy.tokens[c]!;
    const w = sealed.inWitness[s]!;
    const sameLength =
      copy.end[c]! - copy.start[c]! === token.length && witness.end[w]! - witness.start[w]! === token.length;
    if (sameLength && isPlain(token)) continue;
    if (textOf(copy, c) === textOf(witness, w)) continue;
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

/** Letters and digits that nothing folds into: only signs, and words with signs in them, have several spellings. */
function isPlain(token: string): boolean {
  for (let i = 0; i < token.length; i++) {
    const code = token.charCodeAt(i);
    if (code === 0x22 || code === 0x27 || code === 0x2d || code === 0x2014 || code === 0x2026) return false;
  }
  return true;
}

/** Invisible characters are told of on their own (`characters.ts`). */
function withoutIgnorables(text: string): string {
  return [...text].filter((letter) => !isIgnorable(letter.codePointAt(0)!)).join('');
}

function textOf(witness: Scene['collation']['copy'], token: number): string {
  const block = witness.document.blocks[witness.block[token]!]!;
  return withoutIgnorables(block.text.slice(witness.start[token]!, witness.end[token]!)).normalize('NFC');
}
