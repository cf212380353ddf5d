/** Shows the structure of a text before it is sealed: who speaks, what each passage is taken for, which marks there are. */
import { displayWidth, wrap } from '../core/report/columns.ts';
import { forTerminal, shown as visible } from '../core/report/escape.ts';
import { counted, grouped } from '../core/report/number.ts';
import type { Passage, Role, Transcript } from '../core/structure/transcript.ts';
import type { Sealing } from './gather-texts.ts';

const ROLES = ['matter', 'question', 'speech', 'note', 'notice'] as const satisfies readonly Role[];
/** Words of a passage that are shown, in UTF-16 code units. */
const SNIPPET = 400;
/** Code points of a speaker's name in the list of passages. */
const LONGEST_NAME = 16;

/** The preview of one text, as lines no wider than `width`. */
export function previewLines({ shown, entry, transcript }: Sealing, width: number): readonly string[] {
  const { title, words, passages, marks } = entry;
  const counts = `${counted(words, 'word')}, ${counted(passages.length, 'passage')}, ${counted(marks.length, 'mark')}`;
  return [
    forTerminal(`${shown}: ${counts}`),
    ...field('Title', title ?? 'none', width),
    ...field('Speakers', speakers(transcript), width),
    ...field('Roles', roles(transcript), width),
    ...field('Marks', marksByKind(transcript), width),
    ...field('Digest', entry.digest, width),
    '',
    ...passageLines(transcript, width),
    '',
  ];
}

function field(name: string, text: string, width: number): readonly string[] {
  return wrap([{ text: forTerminal(visible(text)) }], { width, first: `  ${name.padEnd(10)}`, rest: ' '.repeat(12) });
}

function speakers({ speakers: all, passages }: Transcript): string {
  if (all.length === 0) return 'none';
  const spoken = (index: number) => counted(passages.filter(({ speaker }) => speaker === index).length, 'passage');
  return all.map(({ name, labelled }, i) => `${name}${labelled ? '' : ' (without a label)'}: ${spoken(i)}`).join('; ');
}

function roles({ passages }: Transcript): string {
  const present = ROLES.map((role) => ({ role, count: passages.filter((passage) => passage.role === role).length }));
  return present
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${grouped(count)} ${role}`)
    .join(', ');
}

function marksByKind({ marks }: Transcript): string {
  const kinds = new Map<string, number>();
  for (const { mark } of marks) kinds.set(mark, (kinds.get(mark) ?? 0) + 1);
  return kinds.size === 0 ? 'none' : [...kinds].map(([mark, count]) => `${mark}  ${count}×`).join(', ');
}

function cutName(name: string): string {
  return Array.from(visible(name)).slice(0, LONGEST_NAME).join('');
}

/** The passages, one a line; the words of all begin in one column. */
function passageLines(transcript: Transcript, width: number): readonly string[] {
  const columns = transcript.speakers.reduce((most, { name }) => Math.max(most, displayWidth(cutName(name))), 8);
  return transcript.passages.map((passage, i) => passageLine(transcript, passage, i, { width, columns }));
}

/** `  12  question  Q  When did you first …`, cut to one line. */
function passageLine(
  { witness, speakers: all }: Transcript,
  passage: Passage,
  index: number,
  { width, columns }: { readonly width: number; readonly columns: number },
): string {
  const { text } = witness.document.blocks[passage.block]!;
  const start = witness.start[passage.from]!;
  const words = visible(text.slice(start, Math.min(witness.end[passage.to - 1]!, start + SNIPPET)));
  const name = cutName(passage.speaker === null ? '' : all[passage.speaker]!.name);
  const space = ' '.repeat(columns - displayWidth(name));
  const head = `${String(index + 1).padStart(5)}  ${passage.role.padEnd(8)}  ${name}${space}  `;
  const [line = '', more] = wrap([{ text: forTerminal(words) }], { width: width - 2, first: head, rest: '' });
  return more === undefined ? line : `${line} …`;
}
