/** The list of what to put right: failing findings by kind, each with its places, its speaker and both readings. */
import { type FindingCode, findingKind } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import type { CopyResult } from '../../judge/judgement.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, isolated, shown, shownName } from '../escape.ts';
import { failing, occurrences } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import { placeIn } from '../place.ts';
import { clip, SAID_BY_READINGS } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import { excerpt, hasWords } from './excerpt.ts';
import type { Look } from './paint.ts';

/** Findings listed of one kind where there are few kinds, and where there are many. */
const LISTED = 10;
const LISTED_OF_MANY = 5;
const MANY_KINDS = 4;

/** Findings of one kind, in the order they came. */
interface Group {
  readonly code: FindingCode;
  readonly findings: Finding[];
}

function grouping(findings: readonly Finding[]): Group[] {
  const groups = new Map<FindingCode, Group>();
  for (const finding of findings) {
    const group = groups.get(finding.code) ?? { code: finding.code, findings: [] };
    group.findings.push(finding);
    groups.set(finding.code, group);
  }
  return [...groups.values()];
}

/** `page.html:120:7 · interview.txt:11:40 · Sergei` */
function whereLines(finding: Finding, result: CopyResult, look: Look): string[] {
  const spans: Span[] = [];
  const add = (text: string, keep: 'whole' | undefined): void => {
    if (spans.length > 0) spans.push({ text: ' · ', brush: look.paint.dim });
    spans.push({ text: forTerminal(text), brush: look.paint.dim, ...(keep === undefined ? {} : { keep }) });
  };
  if (finding.copy?.place) add(placeIn(shownName(result.copy), finding.copy.place), 'whole');
  if (finding.sealed?.place && result.transcript !== null) {
    add(placeIn(shownName(result.transcript), finding.sealed.place), 'whole');
  }
  if (finding.speaker !== null) add(isolated(clip(shown(finding.speaker), 60)), undefined);
  return spans.length === 0 ? [] : wrap(spans, { width: look.width, first: '    ', rest: '      ' });
}

function readingLines(finding: Finding, look: Look): string[] {
  const lines: string[] = [];
  if (hasWords(finding.sealed)) {
    const spans = excerpt(finding.sealed, { open: '[-', close: '-]', brush: look.paint.bad });
    lines.push(...wrap(spans, { width: look.width, first: '      transcript  ', rest: '                  ' }));
  }
  if (hasWords(finding.copy)) {
    const spans = excerpt(finding.copy, { open: '{+', close: '+}', brush: look.paint.good });
    lines.push(...wrap(spans, { width: look.width, first: '      copy        ', rest: '                  ' }));
  }
  return lines;
}

function sentenceLines(finding: Finding, look: Look): string[] {
  return wrap([{ text: forTerminal(sentence(finding)) }], { width: look.width, first: '      ', rest: '      ' });
}

function findingLines(finding: Finding, result: CopyResult, look: Look): string[] {
  const readings = SAID_BY_READINGS.has(finding.code) ? readingLines(finding, look) : [];
  return [...whereLines(finding, result, look), ...(readings.length > 0 ? readings : sentenceLines(finding, look))];
}

function groupLines(group: Group, limit: number, result: CopyResult, look: Look): string[] {
  const { title, remedy } = findingKind(group.code);
  const heading: Span[] = [
    { text: title, brush: look.paint.strong },
    { text: ` (${grouped(occurrences(group.findings))}). ${remedy}` },
  ];
  const listed = group.findings.slice(0, limit);
  const rest = group.findings.length - listed.length;
  return [
    '',
    ...wrap(heading, { width: look.width, first: '  ', rest: '  ' }),
    ...listed.flatMap((finding) => findingLines(finding, result, look)),
    ...(rest > 0
      ? wrap([{ text: more(rest), brush: look.paint.dim }], { width: look.width, first: '    ', rest: '    ' })
      : []),
  ];
}

function more(rest: number): string {
  return `… and ${counted(rest, 'more', 'more')} (--format json lists all)`;
}

/** The lines below the verdict; none where nothing fails, or where the verdict line has said it all. */
export function differences(result: CopyResult, look: Look): string[] {
  if (result.verdict === 'unreadable' || result.verdict === 'unmatched') return remedyLines(result, look);
  const groups = grouping(failing(result.findings));
  const limit = groups.length >= MANY_KINDS ? LISTED_OF_MANY : LISTED;
  return groups.flatMap((group) => groupLines(group, limit, result, look));
}

/** What to do about a copy that cannot be judged, or that is of no sealed text. */
function remedyLines(result: CopyResult, look: Look): string[] {
  const [first] = failing(result.findings);
  if (first === undefined) return [];
  const text = findingKind(first.code).remedy;
  return wrap([{ text }], { width: look.width, first: '  ', rest: '  ' });
}
