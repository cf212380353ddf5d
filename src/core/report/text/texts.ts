/** The record in the report of `check`, sealed texts and manifest: a count of those in order, a few lines for every other. */
import { findingKind } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import type { TextResult } from '../../judge/judgement.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, shownName } from '../escape.ts';
import { grouped } from '../number.ts';
import { placeIn } from '../place.ts';
import { sentence } from '../wording.ts';
import type { Look } from './paint.ts';

/** Rows listed before the rest is only counted. */
const LISTED = 40;

function findingSpans(finding: Finding): string {
  const { remedy } = findingKind(finding.code);
  return finding.level === 'fail' && remedy !== 'Nothing.' ? `${sentence(finding)} ${remedy}` : sentence(finding);
}

/** The text's name with the line the finding is about, where it has one. */
function named(result: TextResult, finding: Finding): string {
  const place = finding.copy?.place ?? finding.sealed?.place ?? null;
  return placeIn(shownName(result.text), place);
}

function row(result: TextResult, finding: Finding, look: Look): string[] {
  const isBad = finding.level === 'fail';
  const spans: Span[] = [
    { text: isBad ? '✗ ' : '! ', brush: isBad ? look.paint.bad : look.paint.warn },
    { text: forTerminal(named(result, finding)), brush: look.paint.strong, keep: 'whole' },
    { text: `: ${forTerminal(findingSpans(finding))}` },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}

function countLine(texts: readonly TextResult[], look: Look): string[] {
  const good = texts.filter((result) => result.pass).length;
  const text = `${grouped(good)} of ${grouped(texts.length)} files of the record are in order.`;
  const all = good === texts.length;
  const spans: Span[] = [
    { text: all ? '✓ ' : '✗ ', brush: all ? look.paint.good : look.paint.bad },
    { text, brush: look.paint.strong },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}

/** The count first, then every text that something is to be said of. */
export function textLines(texts: readonly TextResult[], look: Look): string[] {
  const failed = texts.some((result) => !result.pass);
  if (look.detail === 'verdicts' && !failed) return [];
  const rows = texts.flatMap((result) => result.findings.map((finding) => ({ result, finding })));
  const bad = rows.filter(({ finding }) => finding.level === 'fail');
  const told = look.detail === 'verdicts' ? bad : [...bad, ...rows.filter(({ finding }) => finding.level === 'note')];
  const listed = told.slice(0, LISTED).flatMap(({ result, finding }) => row(result, finding, look));
  const rest = told.length - Math.min(LISTED, told.length);
  return [
    ...countLine(texts, look),
    ...listed,
    ...(rest > 0 ? [`  … and ${grouped(rest)} more (--format json lists all)`] : []),
  ];
}
