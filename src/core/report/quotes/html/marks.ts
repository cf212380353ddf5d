/** What is marked inside a quotation, in the article and in the transcript's words beside it: differences, and conventions. */
import type { FindingCode } from '../../../judge/codes.ts';
import type { Finding } from '../../../judge/finding.ts';
import type { QuotationResult } from '../../../quote/quotes-report.ts';
import { type ArticleSpan, rangeIn, spanOf } from '../../../quote/spots.ts';
import type { Range } from '../../../read/document.ts';
import type { Change, ChangeKind } from '../../html/side-by-side.ts';
import type { Words } from '../../html/words.ts';
import { datum } from '../../wording/say.ts';

/** Findings whose words differ, and as what they are marked; those of a convention are boxed. */
const KINDS: Partial<Readonly<Record<FindingCode, ChangeKind | 'convention'>>> = {
  'quotation-altered': 'replaced',
  'negation-swallowed': 'left-out',
  'bracket-turns-meaning': 'replaced',
  'quotation-spliced': 'moved',
  'quotation-convention': 'convention',
};

function kindOf(finding: Finding): ChangeKind | 'convention' | null {
  const kind = KINDS[finding.code] ?? null;
  if (finding.code !== 'quotation-altered') return kind;
  const how = datum(finding, 'kind');
  return how === 'omission' ? 'left-out' : how === 'addition' ? 'added' : kind;
}

/** Failing marks come first, because of two that overlap the first stands. */
function worstFirst({ findings }: QuotationResult): readonly Finding[] {
  return [...findings.filter(({ level }) => level === 'fail'), ...findings.filter(({ level }) => level === 'note')];
}

function marksOf(quotation: QuotationResult, rangeOf: (finding: Finding) => Range | null): Omit<Words, 'text'> {
  const changes: Change[] = [];
  const marks: Range[] = [];
  for (const finding of worstFirst(quotation)) {
    const kind = kindOf(finding);
    const range = kind === null ? null : rangeOf(finding);
    if (kind === null || range === null) continue;
    if (isTaken([...changes, ...marks], range)) continue;
    if (kind !== 'convention') changes.push({ ...range, kind, finding: null });
    else if (range.start < range.end) marks.push(range);
  }
  return { changes: changes.toSorted((a, b) => a.start - b.start), marks };
}

function isTaken(taken: readonly Range[], { start, end }: Range): boolean {
  return taken.some((one) => one.start < Math.max(end, start + 1) && start < Math.max(one.end, one.start + 1));
}

/** The transcript's words with what the quotation does not give as it was said. */
export function sourceWords(quotation: QuotationResult): Words {
  const { transcript } = quotation;
  if (transcript === null) return { text: '', changes: [], marks: [] };
  const rangeOf = ({ sealed }: Finding) => (sealed === null ? null : rangeIn(transcript, sealed));
  return { text: transcript.text, ...marksOf(quotation, rangeOf) };
}

/** The part of a block's text that is quoted, with what differs from what was said. */
export function quotedWords(
  quotation: QuotationResult,
  { text, index }: { readonly text: string; readonly index: number },
  { start, end }: Range,
): Words {
  const rangeOf = ({ copy }: Finding) => {
    const span = copy === null ? null : spanOf(copy);
    const range = span === null ? null : withinBlock(span, index, text.length);
    return range === null || range.start < start || range.end > end
      ? null
      : { start: range.start - start, end: range.end - start };
  };
  return { text: text.slice(start, end), ...marksOf(quotation, rangeOf) };
}

function withinBlock({ from, to }: ArticleSpan, block: number, length: number): Range | null {
  if (block < from.block || block > to.block) return null;
  return { start: block === from.block ? from.offset : 0, end: block === to.block ? to.offset : length };
}
