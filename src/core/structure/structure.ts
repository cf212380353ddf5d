/** `structure`: from a document to a transcript. */
import type { Document } from '../read/document.ts';
import { markFinder, marksIn } from './marks.ts';
import { rolesOf } from './roles.ts';
import { stretchesOf } from './stretches.ts';
import { type Conventions, NO_CONVENTIONS, type Passage, type Transcript, type Witness } from './transcript.ts';
import { turnsOf } from './turns.ts';
import { witnessOf } from './witness.ts';

/** The turns, passages, roles and marks of a document, under the conventions it shows and those declared. */
export function structure(document: Document, conventions: Conventions = NO_CONVENTIONS): Transcript {
  const witness = witnessOf(document);
  const finder = markFinder(conventions);
  const turns = turnsOf(witness, stretchesOf(document), conventions);
  const roles = rolesOf(witness, turns, finder);
  const passages = passagesOf(turns.stretches, roles);
  return {
    witness,
    title: titleOf(witness, passages),
    speakers: turns.speakers,
    passages,
    marks: marksIn(witness, passages, finder),
  };
}

type Turned = ReturnType<typeof turnsOf>['stretches'];

/** A stretch that is only a label hands it on to the passage behind it. */
function passagesOf(stretches: Turned, roles: readonly Passage['role'][]): readonly Passage[] {
  const passages: Passage[] = [];
  let waiting: Passage['label'] = null;
  for (const [i, { block, from, to, label, speaker, turn }] of stretches.entries()) {
    const own: Passage['label'] = label ?? waiting;
    if (from === to) {
      waiting = own;
      continue;
    }
    waiting = null;
    const role = roles[i]!;
    const spoken = role === 'speech' || role === 'question';
    passages.push({ role, speaker: spoken ? speaker : null, turn: spoken ? turn : null, block, from, to, label: own });
  }
  return passages;
}

/** From the seen text only: a value of the file's metadata could name someone. */
function titleOf(witness: Witness, passages: readonly Passage[]): string | null {
  const first = passages.find((passage) => passage.role === 'matter');
  if (first === undefined) return null;
  const { text } = witness.document.blocks[first.block]!;
  return text.slice(witness.start[first.from], witness.end[first.to - 1]);
}
