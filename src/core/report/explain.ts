/** What each finding means and what to do, as plain text of 80 columns, from the one table of findings. */
import { FINDING_CODES, type FindingCode, type FindingKind, findingKind } from '../judge/codes.ts';
import { wrap } from './columns.ts';

const WIDTH = 80;
/** Room for the longest code and two spaces. */
const NAME_WIDTH = FINDING_CODES.reduce((most, code) => Math.max(most, code.length), 0) + 2;

function paragraph(head: string, text: string): string[] {
  return wrap([{ text }], { width: WIDTH, first: head.padEnd(14), rest: ' '.repeat(14) });
}

function effect({ level, verdict }: FindingKind): string {
  return level === 'fail'
    ? `It fails, and the verdict is “${verdict}” or worse.`
    : 'It is a note: it fails only where --deny names it.';
}

function example({ example: pair }: FindingKind): string[] {
  if (pair === null) return [];
  return [...paragraph('Transcript', `“${pair.sealed}”`), ...paragraph('Copy', `“${pair.copy}”`)];
}

/** A page about one code: what it means, why it matters, what to do, an example. Ends with a line end. */
export function explain(code: FindingCode): string {
  const kind = findingKind(code);
  const lines = [
    `${code}: ${kind.title}`,
    '',
    ...paragraph('Meaning', kind.meaning),
    ...paragraph('Why', kind.why),
    ...paragraph('What to do', kind.remedy),
    ...paragraph('Effect', effect(kind)),
    ...example(kind),
  ];
  return `${lines.join('\n')}\n`;
}

function entry(code: FindingCode): string[] {
  const text = findingKind(code).meaning;
  return wrap([{ text }], { width: WIDTH, first: `  ${code.padEnd(NAME_WIDTH)}`, rest: ' '.repeat(NAME_WIDTH + 2) });
}

/** A list of every code with its meaning: those that fail first, then the notes. Ends with a line end. */
export function explainAll(): string {
  const fails = FINDING_CODES.filter((code) => findingKind(code).level === 'fail');
  const notes = FINDING_CODES.filter((code) => findingKind(code).level === 'note');
  const lines = [
    'Findings that fail:',
    ...fails.flatMap(entry),
    '',
    'Notes, which fail only where --deny names them:',
    ...notes.flatMap(entry),
    '',
    '“verbatim explain CODE” tells more about one of them.',
  ];
  return `${lines.join('\n')}\n`;
}
