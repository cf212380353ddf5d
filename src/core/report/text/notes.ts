/** The notes of a copy in one paragraph: what differs and does not matter, and what was not looked at. */
import { type FindingCode, findingKind } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { wrap } from '../columns.ts';
import { forTerminal } from '../escape.ts';
import { failing, noted } from '../headline.ts';
import { grouped } from '../number.ts';
import { clip, datum } from '../wording/say.ts';
import type { Look } from './paint.ts';

/** Details named of one kind of note. */
const NAMED = 3;
const DETAIL = 40;

interface Tally {
  count: number;
  readonly details: Set<string>;
}

/** What tells one note from another of its kind: `Q → Interviewer`, `script`, `aside.ad`. */
function detail(finding: Finding): string | null {
  const was = datum(finding, 'was');
  const now = datum(finding, 'now');
  if (was !== null && now !== null) return `${clip(was, DETAIL)} → ${clip(now, DETAIL)}`;
  for (const key of ['detail', 'label', 'kind', 'selector', 'reason', 'candidates']) {
    const value = datum(finding, key);
    if (value !== null) return clip(value, DETAIL);
  }
  return null;
}

function tallies(findings: readonly Finding[]): Map<FindingCode, Tally> {
  const all = new Map<FindingCode, Tally>();
  for (const finding of findings) {
    const tally = all.get(finding.code) ?? { count: 0, details: new Set<string>() };
    tally.count += Math.max(1, finding.count);
    const named = detail(finding);
    if (named !== null) tally.details.add(named);
    all.set(finding.code, tally);
  }
  return all;
}

function described(code: FindingCode, tally: Tally): string {
  const details = [...tally.details];
  const named = details.slice(0, NAMED).join(', ');
  const rest = details.length > NAMED ? ' …' : '';
  const count = tally.count > 1 ? ` (${grouped(tally.count)})` : '';
  return `${findingKind(code).title}${count}${named === '' ? '' : `: ${named}${rest}`}`;
}

function paragraph(lead: string, findings: readonly Finding[], look: Look): string[] {
  if (findings.length === 0) return [];
  const parts = [...tallies(findings)].map(([code, tally]) => described(code, tally));
  const text = `${lead}: ${forTerminal(parts.join('; '))}.`;
  return wrap([{ text, brush: look.paint.dim }], { width: look.width, first: '  ', rest: '  ' });
}

/** The notes as `Notes: Typography (45); Not evaluated: script.` */
export function notes(findings: readonly Finding[], look: Look): string[] {
  return paragraph('Notes', noted(findings), look);
}

/** What fails and is allowed, as `Allowed: Passage left out (31).` */
export function allowed(findings: readonly Finding[], look: Look): string[] {
  return paragraph('Allowed', failing(findings), look);
}
