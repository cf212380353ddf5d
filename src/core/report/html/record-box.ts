/** What stands beside a passage of the copy where the transcript is not at hand: what the record of digests says of it. */
import type { Role } from '../../structure/transcript.ts';
import { shown } from '../escape.ts';
import { counted } from '../number.ts';
import { element, type Markup, NOTHING } from './markup.ts';
import type { Relation, SideBySideRow } from './side-by-side.ts';

const ROLES = {
  speech: 'speech',
  question: 'question',
  note: 'editorial note',
  notice: 'notice',
  matter: 'title or byline',
} as const satisfies Record<Role, string>;

/** What the record says of a passage that the copy gives somewhere as it was sealed. */
const RECORDED = {
  same: '✓ Verbatim here',
  changed: '✓ Verbatim words',
  moved: '✓ Verbatim, elsewhere',
  omitted: '✗ Missing',
  added: 'Not in the record',
  'set-off': 'Not in the record',
  interpolated: 'Not in the record',
  around: 'Not in the record',
} as const satisfies Record<Relation['by'], string>;

/** What it says of one whose digest no words of the copy have. */
const CLOSED = {
  ...RECORDED,
  same: '✗ Differs',
  changed: '✗ Differs: which words, only the transcript can tell',
  omitted: '✗ Missing, or too different to be recognised',
} as const satisfies Record<Relation['by'], string>;

function stateOf({ relation, role, sealed }: SideBySideRow): string {
  if (sealed?.withheld === undefined) return RECORDED[relation.by];
  // Another title or byline is the publisher's right.
  return role === 'matter' ? 'Not here as it was sealed' : CLOSED[relation.by];
}

/** The record of a row's passage: its state, whose it is, and how long where its words are not known. */
export function recordBox(row: SideBySideRow, name: string): Markup {
  const { role, sealed } = row;
  const speaker = sealed?.speaker ?? null;
  const parts = [
    ...(speaker === null ? [] : [element('bdi', {}, shown(speaker)), ' · ']),
    role === null ? '' : ROLES[role],
    sealed?.withheld === undefined ? '' : ` · ${counted(sealed.withheld, 'word or sign', 'words and signs')}`,
  ];
  return element(
    'div',
    { class: 'side', 'data-side': name },
    element('p', { class: 'state' }, stateOf(row)),
    role === null ? NOTHING : element('span', { class: 'place' }, ...parts),
  );
}
