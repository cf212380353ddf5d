/** The headline of one copy: a sign, the verdict, what it means for this copy, and how much of the page was not judged. */
import type { CopyResult } from '../../judge/judgement.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, shownName } from '../escape.ts';
import { extent, headline, verdictLabel } from '../headline.ts';
import type { Look } from './paint.ts';

function sign(result: CopyResult): string {
  if (result.verdict === 'unreadable') return '?';
  return result.pass ? '✓' : '✗';
}

function brush(result: CopyResult, look: Look): (text: string) => string {
  if (result.verdict === 'unreadable') return look.paint.warn;
  return result.pass ? look.paint.good : look.paint.bad;
}

/** One line, or as many as the width takes: `✗ page.html: altered. 3 differences from interview.txt (…)`. */
export function verdictLine(result: CopyResult, look: Look): string[] {
  const colour = brush(result, look);
  const spans: Span[] = [
    { text: `${sign(result)} `, brush: colour },
    { text: forTerminal(shownName(result.copy)), brush: look.paint.strong, keep: 'whole' },
    { text: ': ' },
    { text: verdictLabel(result), brush: colour },
    { text: '. ' },
    { text: forTerminal(`${headline(result)}${extent(result)}`), keep: 'whole' },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}
