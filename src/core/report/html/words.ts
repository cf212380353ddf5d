/** The words of one side of a row, with what differs marked inside the line. */
import type { Range } from '../../read/document.ts';
import { shown } from '../escape.ts';
import type { Anchors } from './anchors.ts';
import { type Child, element, joined, type Markup } from './markup.ts';
import type { Change, ChangeKind, SideText } from './side-by-side.ts';

/** Which of the two texts a side is. */
export type Witness = 'sealed' | 'copy';

const SAID: Readonly<Record<ChangeKind, string>> = {
  'left-out': 'left out',
  added: 'added',
  replaced: 'changed',
  signs: 'punctuation or capitals',
  moved: 'moved',
  mark: 'mark',
  hidden: 'hidden',
  other: 'see the list',
};

/** A stretch of the text that is of one kind. */
interface Stretch extends Range {
  readonly change: Change | null;
  readonly isMark: boolean;
}

/** Words, and what is to be marked on them. */
export type Words = Pick<SideText, 'text' | 'changes' | 'marks'>;

/** The changes and marks of a side in order; of two that overlap the first stands. */
function marked(side: Words): Stretch[] {
  const all: Stretch[] = [
    ...side.changes.map((change) => ({ start: change.start, end: change.end, change, isMark: false })),
    ...side.marks.map(({ start, end }) => ({ start, end, change: null, isMark: true })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Stretch[] = [];
  let end = 0;
  for (const stretch of all) {
    if (stretch.start < end || stretch.end > side.text.length || stretch.end < stretch.start) continue;
    kept.push(stretch);
    end = stretch.end;
  }
  return kept;
}

/** Where one text has words and this one has none. */
function caret(witness: Witness): Markup {
  const said = witness === 'sealed' ? ' [the copy adds something here] ' : ' [something is left out here] ';
  return element('span', { class: `gap ${witness}` }, '‸', element('span', { class: 'vh' }, said));
}

/** `del` in the transcript, `ins` in the copy: struck or underlined, and said to a screen reader. */
function differing(text: string, change: Change, witness: Witness): Markup {
  if (text === '') return caret(witness);
  const isPlain = change.kind === 'moved' || change.kind === 'hidden' || change.kind === 'other';
  const name = isPlain ? 'span' : witness === 'sealed' ? 'del' : 'ins';
  const said = element('span', { class: 'vh' }, ` [${SAID[change.kind]}: `);
  const close = element('span', { class: 'vh' }, '] ');
  return element(name, { class: isPlain ? 'other' : null }, said, text, close);
}

/** A change as a link to its entry in the list, and as the place that entry links to. */
function linked(content: Markup, finding: number | null, anchors: Anchors): Markup {
  const entry = finding === null ? null : anchors.entry(finding);
  if (finding === null || entry === null) return content;
  return element('a', { class: 'change', id: anchors.claim(finding), href: `#${entry}` }, content);
}

function piece(side: Words, stretch: Stretch, witness: Witness, anchors: Anchors): Markup {
  const text = shown(side.text.slice(stretch.start, stretch.end));
  if (stretch.change !== null) {
    return linked(differing(text, stretch.change, witness), stretch.change.finding, anchors);
  }
  return element('span', { class: 'mark' }, text);
}

/** The words with what differs marked on them. */
export function markedWords(side: Words, witness: Witness, anchors: Anchors): Markup {
  const children: Child[] = [];
  let at = 0;
  for (const stretch of marked(side)) {
    children.push(shown(side.text.slice(at, stretch.start)), piece(side, stretch, witness, anchors));
    at = stretch.end;
  }
  children.push(shown(side.text.slice(at)));
  return joined(children);
}

/** The label before a speaker's words. */
export function speakerLabel(name: string): Markup {
  return element('span', { class: 'speaker' }, element('bdi', {}, shown(name)), ':');
}

/** The paragraph of one side, with its speaker before it. */
export function sideParagraph(side: SideText, witness: Witness, anchors: Anchors): Markup {
  const speaker = side.speaker === null ? [] : [speakerLabel(side.speaker)];
  return element('p', { dir: 'auto' }, ...speaker, markedWords(side, witness, anchors));
}
