/**
 * Markdown for a pull-request comment or a step summary: a table of verdicts first, then what there is to put right.
 *
 * GitHub cuts a comment at 65,536 characters without a word. The report stops earlier, between two findings, and says how
 * much it left out.
 */
import { findingKind } from '../judge/codes.ts';
import type { Finding } from '../judge/finding.ts';
import type { Report } from '../judge/judgement.ts';
import { inContext } from './context.ts';
import { forMarkdown, markdownCellCode, markdownCode, shown, shownName } from './escape.ts';
import { failing, noted } from './headline.ts';
import { counted } from './number.ts';
import { placeIn } from './place.ts';
import { placeInRow, type Row, rows } from './rows.ts';
import { clip } from './wording/say.ts';
import { sentence } from './wording.ts';

/** Characters of the whole report. */
export const MARKDOWN_LIMIT = 60_000;
/** Room kept for the sentence that says what was cut. */
const CLOSING = 400;
const LIMITS = { context: 48, words: 240 } as const;
const NAME = 400;

const SIGNS = { passed: '✅', failed: '❌', unreadable: '❔' } as const satisfies Record<Row['outcome'], string>;

function name(text: string): string {
  return clip(shownName(text), NAME);
}

function tableRow(row: Row): string {
  return `| ${SIGNS[row.outcome]} ${row.label} | ${markdownCellCode(name(row.name))} | ${forMarkdown(row.headline)} |`;
}

function places(finding: Finding, row: Row): string {
  const parts: string[] = [];
  const own = placeInRow(finding, row);
  if (own !== null) parts.push(markdownCode(placeIn(name(row.name), own)));
  if (finding.sealed?.place && row.transcript !== null) {
    parts.push(markdownCode(placeIn(name(row.transcript), finding.sealed.place)));
  }
  if (finding.speaker !== null) parts.push(forMarkdown(clip(shown(finding.speaker), 60)));
  return parts.length === 0 ? '' : `${parts.join(' · ')}: `;
}

/** A reading on one line: the words in question as code, those around them as they are. */
function readingLine(label: string, reading: Finding['copy']): string[] {
  if (reading === null || reading.text.trim() === '' || reading.before + reading.after === '') return [];
  const { before, words, after } = inContext(reading, LIMITS);
  return [`  - ${label}: ${forMarkdown(before)}${markdownCode(words)}${forMarkdown(after)}`];
}

function item(finding: Finding, row: Row): string {
  return [
    `- ${places(finding, row)}${forMarkdown(sentence(finding))}`,
    ...readingLine('transcript', finding.sealed),
    ...readingLine('copy', finding.copy),
  ].join('\n');
}

function noteLine(row: Row): string[] {
  const titles = new Set(noted(row.findings).map((finding) => findingKind(finding.code).title));
  return titles.size === 0 ? [] : [`Notes: ${forMarkdown([...titles].join('; '))}.`];
}

/** The parts of a row that can be cut from one another; a heading is a part with its first finding. */
function details(row: Row): string[] {
  const bad = failing(row.findings);
  if (bad.length === 0 && row.outcome === 'passed') return [];
  const items: string[] = [];
  let code = '';
  for (const finding of bad) {
    const heading = finding.code === code ? '' : `\n**${forMarkdown(findingKind(finding.code).title)}**\n\n`;
    code = finding.code;
    items.push(`${heading}${item(finding, row)}`);
  }
  const [first = '', ...rest] = items;
  return [`\n### ${markdownCode(name(row.title))}\n${first}`, ...rest, ...noteLine(row).map((line) => `\n${line}`)];
}

/** Joins as many parts as fit. */
function bounded(parts: readonly string[]): string {
  let out = '';
  for (const [index, part] of parts.entries()) {
    if (out.length + part.length + 1 > MARKDOWN_LIMIT - CLOSING) {
      const rest = counted(parts.length - index, 'more entry', 'more entries');
      return `${out}\n_This report was cut here: ${rest} would not fit. \`--format json\` lists all._\n`;
    }
    out += `${part}\n`;
  }
  return out;
}

function summary(all: readonly Row[]): string {
  const failed = all.filter((row) => row.outcome === 'failed').length;
  const unreadable = all.filter((row) => row.outcome === 'unreadable').length;
  const [only] = all;
  if (all.length === 1 && only !== undefined) return `## verbatim: ${forMarkdown(only.label)}`;
  if (failed + unreadable === 0) return '## verbatim: everything passes';
  const parts = [
    failed > 0 ? `${failed} of ${all.length} ${failed === 1 ? 'does' : 'do'} not pass` : '',
    unreadable > 0 ? `${unreadable} cannot be judged` : '',
  ];
  return `## verbatim: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** Rows that do not pass before those that do, so that a cut never hides one. */
function worstFirst(all: readonly Row[]): Row[] {
  return [...all.filter((row) => row.outcome !== 'passed'), ...all.filter((row) => row.outcome === 'passed')];
}

/** Rows as Markdown under a heading: a table of those in `listed`, then the details of every row. */
export function markdownOf(heading: string, listed: readonly Row[], detailed: readonly Row[]): string {
  const table =
    listed.length === 0 ? [] : ['', '| verdict | file | what it means |\n|---|---|---|', ...listed.map(tableRow)];
  return bounded([heading, ...table, ...detailed.flatMap(details)]);
}

/** The report as GitHub-flavoured Markdown, at most `MARKDOWN_LIMIT` characters, with a line end at its end. */
export function markdownReport(report: Report): string {
  const all = worstFirst(rows(report));
  return markdownOf(summary(all), all, all);
}
