/**
 * The record in the report of `check`, sealed texts, manifest and articles: a count of those in order, then the faults by
 * kind. What to do is said once for each kind, and a hundred files with one fault are a few lines and a number.
 */
import { type FindingCode, findingKind } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import type { TextResult } from '../../judge/judgement.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, shownName } from '../escape.ts';
import { failing, textHeadline, textsInWords } from '../headline.ts';
import { grouped } from '../number.ts';
import { placeIn, placeText } from '../place.ts';
import { quote } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import type { Look } from './paint.ts';

/** Faults listed of one kind, articles listed, and quotations of one article. */
const LISTED = 10;
const ARTICLES = 10;
const QUOTATIONS = 3;
/** Code points of a quotation. */
const WORDS = 60;

interface Fault {
  readonly result: TextResult;
  readonly finding: Finding;
}

/** The text's name with the line the finding is about, where it has one. */
function named({ result, finding }: Fault): string {
  const place = finding.copy?.place ?? finding.sealed?.place ?? null;
  return placeIn(shownName(result.text), place);
}

/** A fault; the first of its kind with what to do about it. */
function faultLines(fault: Fault, isFirst: 'first' | 'further', look: Look): string[] {
  const { finding } = fault;
  const { remedy } = findingKind(finding.code);
  const isBad = finding.level === 'fail';
  const advice = isBad && isFirst === 'first' && remedy !== 'Nothing.' ? ` ${remedy}` : '';
  const spans: Span[] = [
    { text: isBad ? '✗ ' : '! ', brush: isBad ? look.paint.bad : look.paint.warn },
    { text: forTerminal(named(fault)), brush: look.paint.strong, keep: 'whole' },
    { text: `: ${forTerminal(`${sentence(finding)}${advice}`)}` },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}

function byCode(faults: readonly Fault[]): readonly (readonly Fault[])[] {
  const groups = new Map<FindingCode, Fault[]>();
  for (const fault of faults) {
    const group = groups.get(fault.finding.code);
    if (group === undefined) groups.set(fault.finding.code, [fault]);
    else group.push(fault);
  }
  return [...groups.values()];
}

function groupLines(group: readonly Fault[], look: Look): string[] {
  const listed = group
    .slice(0, LISTED)
    .flatMap((fault, index) => faultLines(fault, index === 0 ? 'first' : 'further', look));
  return [...listed, ...more(group.length - LISTED, '  ', look)];
}

function more(rest: number, indent: string, look: Look): string[] {
  return rest > 0 ? [look.paint.dim(`${indent}… and ${grouped(rest)} more (--format json lists all)`)] : [];
}

/** `    5:70 “She said so”: No transcript has these words.` */
function quotationLines(finding: Finding, look: Look): string[] {
  const place = finding.copy?.place ? `${placeText(finding.copy.place)} ` : '';
  const words = finding.copy === null ? '' : `${quote(finding.copy.text, WORDS)}: `;
  return wrap([{ text: forTerminal(`${place}${words}${sentence(finding)}`) }], {
    width: look.width,
    first: '    ',
    rest: '      ',
  });
}

function articleLines(result: TextResult, look: Look): string[] {
  const bad = failing(result.findings);
  const spans: Span[] = [
    { text: '✗ ', brush: look.paint.bad },
    { text: forTerminal(shownName(result.text)), brush: look.paint.strong, keep: 'whole' },
    { text: `: ${forTerminal(textHeadline(result))}. “verbatim quotes” shows each in its place.` },
  ];
  return [
    ...wrap(spans, { width: look.width, first: '', rest: '  ' }),
    ...bad.slice(0, QUOTATIONS).flatMap((finding) => quotationLines(finding, look)),
    ...more(bad.length - QUOTATIONS, '    ', look),
  ];
}

function countLine(texts: readonly TextResult[], look: Look): string[] {
  const all = texts.every((result) => result.pass);
  const spans: Span[] = [
    { text: all ? '✓ ' : '✗ ', brush: all ? look.paint.good : look.paint.bad },
    { text: textsInWords(texts), brush: look.paint.strong },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}

/** The count first, then the faults of files, articles that quote wrongly, and what is to be told. */
export function textLines(texts: readonly TextResult[], look: Look): string[] {
  if (look.detail === 'verdicts' && texts.every((result) => result.pass)) return [];
  const faults = texts
    .filter(({ kind }) => kind !== 'article')
    .flatMap((result) => result.findings.map((finding) => ({ result, finding })));
  const bad = faults.filter(({ finding }) => finding.level === 'fail');
  const told = look.detail === 'verdicts' ? [] : faults.filter(({ finding }) => finding.level === 'note');
  const articles = texts.filter(({ kind, pass }) => kind === 'article' && !pass);
  return [
    ...countLine(texts, look),
    ...byCode(bad).flatMap((group) => groupLines(group, look)),
    ...articles.slice(0, ARTICLES).flatMap((result) => articleLines(result, look)),
    ...more(articles.length - ARTICLES, '  ', look),
    ...byCode(told).flatMap((group) => groupLines(group, look)),
  ];
}
