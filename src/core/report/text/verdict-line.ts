/** The headline of one copy: a sign, the verdict, what it means for this copy, and how much of the page was not judged. */
import type { CopyResult } from '../../judge/judgement.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, shownName } from '../escape.ts';
import { headline } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import type { Look } from './paint.ts';

function sign(result: CopyResult): string {
  if (result.verdict === 'unreadable') return '?';
  return result.pass ? '✓' : '✗';
}

function brush(result: CopyResult, look: Look): (text: string) => string {
  if (result.verdict === 'unreadable') return look.paint.warn;
  return result.pass ? look.paint.good : look.paint.bad;
}

/** The words that match and those that are not judged, where there is something to say of them. */
function extent({ verdict, words }: CopyResult): string {
  if (verdict === 'unreadable' || verdict === 'unmatched') return '';
  const parts: string[] = [];
  if (words.matched < words.sealed) {
    parts.push(
      `${grouped(words.matched)} of ${counted(words.sealed, 'word')} ${words.matched === 1 ? 'matches' : 'match'}`,
    );
  }
  if (words.around > 0) {
    parts.push(`${counted(words.around, 'word')} around the interview ${words.around === 1 ? 'is' : 'are'} not judged`);
  }
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** One line, or as many as the width takes: `✗ page.html: altered. 3 differences from interview.txt (…)`. */
export function verdictLine(result: CopyResult, look: Look): string[] {
  const colour = brush(result, look);
  const spans: Span[] = [
    { text: `${sign(result)} `, brush: colour },
    { text: forTerminal(shownName(result.copy)), brush: look.paint.strong, keep: 'whole' },
    { text: ': ' },
    { text: result.verdict, brush: colour },
    { text: '. ' },
    { text: forTerminal(headline(result)), keep: 'whole' },
    { text: `${forTerminal(extent(result))}` },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}
