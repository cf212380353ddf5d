/**
 * Judges the notes of a copy.
 *
 * A footnote or a note in the margin is read apart from the text, if it is read at all. The last words of an answer, put
 * into one, are still the next words of the file; a reader finds the answer ending before them.
 */
import { TOKEN } from '../align/collation.ts';
import type { Finding } from './finding.ts';
import { copyReading, finding, type Scene, sealedReading } from './scene.ts';

/** Words of one passage in a note, as half-open tokens of the copy. */
interface Stretch {
  readonly passage: number;
  readonly from: number;
  to: number;
}

/** `words-moved` for each stretch of words in a note whose passage has other words in the text. */
export function judgeNotes(scene: Scene): readonly Finding[] {
  const { blocks } = scene.collation.copy.document;
  if (blocks.every((block) => block.kind !== 'note')) return [];
  const { inText, inNotes } = wordsByPlace(scene);
  return inNotes.flatMap((stretch) => (inText.has(stretch.passage) ? told(scene, stretch) : []));
}

function wordsByPlace({ collation }: Scene): { inText: ReadonlySet<number>; inNotes: readonly Stretch[] } {
  const { copy, kind, owner, transcript } = collation;
  const inText = new Set<number>();
  const inNotes: Stretch[] = [];
  for (let c = 0; c < kind.length; c++) {
    const passage = owner[c]!;
    if (kind[c] !== TOKEN.passage || transcript.passages[passage]!.role === 'matter') continue;
    const last = inNotes.at(-1);
    if (copy.document.blocks[copy.block[c]!]!.kind !== 'note') inText.add(passage);
    else if (last?.passage === passage && last.to === c) last.to = c + 1;
    else inNotes.push({ passage, from: c, to: c + 1 });
  }
  return { inText, inNotes };
}

/** Nothing where all words of the stretch were put in: they are told as that. */
function told(scene: Scene, { passage, from, to }: Stretch): readonly Finding[] {
  const sealed = Array.from(scene.collation.toSealed.subarray(from, to)).filter((s) => s !== -1);
  return sealed.slice(0, 1).map((first) =>
    finding(scene, {
      code: 'words-moved',
      passage,
      sealed: sealedReading(scene, first, sealed.at(-1)! + 1),
      copy: copyReading(scene, from, to),
    }),
  );
}
