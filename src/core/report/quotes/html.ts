/**
 * The report on quotations as one HTML file: how they fared first, then those that are not right as links to their places,
 * then the whole article as it reads, with the transcript's words in the margin.
 */
import type { ArticleResult, QuotationResult, QuotesReport } from '../../quote/quotes-report.ts';
import { shown } from '../escape.ts';
import { failing } from '../headline.ts';
import { fold } from '../html/fold.ts';
import { element, joined, type Markup, NOTHING } from '../html/markup.ts';
import { overall, page, sectionHead, verdictTable } from '../html/page.ts';
import { grouped } from '../number.ts';
import { placeText } from '../place.ts';
import type { Row } from '../rows.ts';
import { clip } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import type { ArticleText } from './article-text.ts';
import { quotationSections } from './coverage.ts';
import { articleMarkup, quotationNames, textOfQuotations } from './html/article.ts';
import { articleRows, isUnreadable } from './rows.ts';

/** Quotations of one verdict that are listed. */
const LISTED = 200;
/** Code points of a quotation in the list. */
const TITLE = 100;
const LEGEND =
  'Words are compared by verbatim-text/1. Each quotation begins with its sign and number, and the note with that number stands beside it. In a quotation that is not right, words that were not said are underlined straight; in its note, words that are missing are struck through. Boxed words are covered by a convention of quoting.';

/** The index of each quotation. */
type Indexes = ReadonlyMap<QuotationResult, number>;

function item(quotation: QuotationResult, indexes: Indexes, number: number): Markup {
  const finding = failing(quotation.findings)[0] ?? quotation.findings[0];
  const link = element(
    'a',
    { href: `#${quotationNames(number, indexes.get(quotation) ?? 0).back}` },
    element('bdi', {}, `“${clip(shown(quotation.text), TITLE)}”`),
  );
  const place = element('span', { class: 'place' }, ` ${placeText(quotation.place)}`);
  const said = finding === undefined ? NOTHING : element('div', {}, sentence(finding));
  return element('li', {}, link, place, said);
}

function list(some: readonly QuotationResult[], indexes: Indexes, number: number): Markup {
  const items = some.slice(0, LISTED).map((quotation) => item(quotation, indexes, number));
  const rest = some.length - items.length;
  const more = element('p', { class: 'soft' }, `… and ${grouped(rest)} more (--format json lists all)`);
  return joined([element('ol', { class: 'findings' }, joined(items, '\n')), rest > 0 ? more : NOTHING]);
}

/** The quotations that are not right, by verdict, as links to their places; those to be read over are folded. */
function lists(article: ArticleResult, number: number): Markup {
  const indexes = new Map(article.quotations.map((quotation, index) => [quotation, index]));
  const parts = quotationSections(article).map(({ title, quotations, pass }) => {
    const content = list(quotations, indexes, number);
    if (pass) return fold(`${title} (${grouped(quotations.length)})`, content);
    const count = element('span', { class: 'count' }, ` (${grouped(quotations.length)})`);
    return joined([element('h3', {}, title, count), content], '\n');
  });
  return joined(parts, '\n');
}

function section(article: ArticleResult, row: Row, number: number, text: ArticleText | null): Markup {
  const head = [sectionHead(row, number), element('p', {}, element('bdi', {}, `${row.headline}.`))];
  const own = isUnreadable(article) ? article.findings.slice(1) : article.findings;
  const parts = [
    ...own.map((finding) => element('p', { class: 'soft' }, sentence(finding))),
    lists(article, number),
    isUnreadable(article) ? NOTHING : element('h3', {}, text === null ? 'The quotations' : 'The article'),
    isUnreadable(article) ? NOTHING : articleMarkup(text ?? textOfQuotations(article), article, number),
  ];
  return element('section', { id: `c${number}`, 'aria-labelledby': `h${number}` }, ...head, joined(parts, '\n'));
}

/** The report. `texts` are the articles as they read, in the order of the report; without, their quotations stand alone. */
export function quotesHtmlReport(report: QuotesReport, texts: readonly (ArticleText | null)[] = []): string {
  const all = articleRows(report);
  const verdict = overall(all);
  const header = [element('h1', {}, verdict), verdictTable(all)];
  const sections = report.articles.map((article, index) =>
    section(article, all[index]!, index + 1, texts[index] ?? null),
  );
  return page(`verbatim quotes: ${verdict}`, header, sections, LEGEND);
}
