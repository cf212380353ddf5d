/** What stands in the margin beside a quotation: its verdict, the transcript's words, by which conventions, and from where. */
import type { ConventionName, ConventionUse, QuotationResult, QuotationSource } from '../../../quote/quotes-report.ts';
import { contextOf } from '../../../quote/spots.ts';
import { shown, shownName } from '../../escape.ts';
import { Anchors } from '../../html/anchors.ts';
import { element, joined, type Markup, NOTHING } from '../../html/markup.ts';
import { badge } from '../../html/page.ts';
import { markedWords, speakerLabel } from '../../html/words.ts';
import { placeIn } from '../../place.ts';
import { CONVENTIONS } from '../../wording/quotations.ts';
import { clip, clipStart } from '../../wording/say.ts';
import { sentence } from '../../wording.ts';
import { findingsToTell, QUOTE_TITLES, quoteOutcome } from '../coverage.ts';
import { sourceWords } from './marks.ts';

/** Nothing in a margin is linked from its words. */
const NO_NAMES = new Anchors(1, 0, new Set());
/** Conventions of mere presentation, which have no finding of their own. */
const PRESENTATION: ReadonlySet<ConventionName> = new Set(['opening-capital', 'closing-sign']);
/** Code points of the transcript on either side of the words. */
const AROUND = 100;

/** The transcript's words with what stands around them, which may turn them. */
function said(source: QuotationSource, quotation: QuotationResult): Markup {
  const { before, after } = contextOf(source);
  const words = markedWords(sourceWords(quotation), 'sealed', NO_NAMES);
  return element(
    'p',
    { dir: 'auto' },
    source.speaker === null ? NOTHING : speakerLabel(source.speaker),
    element('span', { class: 'soft' }, clipStart(shown(before), AROUND)),
    words,
    element('span', { class: 'soft' }, clip(shown(after), AROUND)),
  );
}

/** Conventions that only touch how the words are presented. */
function presentation(uses: readonly ConventionUse[]): Markup {
  const names = new Set(uses.map(({ convention }) => convention).filter((name) => PRESENTATION.has(name)));
  if (names.size === 0) return NOTHING;
  const text = [...names].map((name) => CONVENTIONS[name]).join(', ');
  return element('p', { class: 'soft' }, `By convention: ${text}.`);
}

function fromWhere({ transcript, verdict }: QuotationResult): Markup {
  if (transcript === null || verdict === 'unchecked') return NOTHING;
  const nearest = verdict === 'not-found' ? 'nearest: ' : '';
  return element(
    'span',
    { class: 'place' },
    ` ${nearest}`,
    element('bdi', {}, placeIn(shownName(transcript.name), transcript.place)),
  );
}

/** The note with this number; `back` and `id` are the names of the quotation's place in the article and of the note. */
export function marginNote(quotation: QuotationResult, number: number, names: { id: string; back: string }): Markup {
  const { transcript, verdict, conventions } = quotation;
  const head = element(
    'p',
    { class: 'tag' },
    element('a', { href: `#${names.back}` }, String(number)),
    ' ',
    badge(quoteOutcome(quotation), QUOTE_TITLES[verdict]),
    fromWhere(quotation),
  );
  return element(
    'div',
    { class: `margin ${quoteOutcome(quotation)}`, id: names.id },
    head,
    transcript === null || verdict === 'unchecked' ? NOTHING : said(transcript, quotation),
    joined(findingsToTell(quotation).map((finding) => element('p', { class: 'said' }, sentence(finding)))),
    presentation(conventions),
  );
}
