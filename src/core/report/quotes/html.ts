/** The report on quotations as one HTML file: each article's quotations in order, the transcript's words beside them. */
import type { ArticleResult, QuotationResult, QuotationSource, QuotesReport } from '../../quote/quotes-report.ts';
import { shown, shownName } from '../escape.ts';
import { element, joined, type Markup, NOTHING } from '../html/markup.ts';
import { page } from '../html.ts';
import { counted } from '../number.ts';
import { placeIn } from '../place.ts';
import { sentence } from '../wording.ts';
import { coverageLine, QUOTE_TITLES } from './coverage.ts';
import { isUnreadable } from './rows.ts';

function outcome(article: ArticleResult): 'unreadable' | 'passed' | 'failed' {
  if (isUnreadable(article)) return 'unreadable';
  return article.pass ? 'passed' : 'failed';
}

const SIGNS = { passed: '✓', failed: '✗', unreadable: '?' } as const satisfies Record<
  ReturnType<typeof outcome>,
  string
>;
const LABELS = { passed: 'in order', failed: 'not in order', unreadable: 'unreadable' } as const;

function sourceBox(source: QuotationSource | null): Markup {
  const attributes = { class: 'side', 'data-side': 'Transcript' };
  if (source === null) return element('div', attributes, element('p', { class: 'empty' }, 'no transcript has it'));
  const speaker = source.speaker === null ? NOTHING : element('bdi', { class: 'speaker' }, `${shown(source.speaker)}:`);
  return element(
    'div',
    attributes,
    element(
      'p',
      { dir: 'auto' },
      speaker,
      element('span', { class: 'soft' }, shown(source.before)),
      ' ',
      shown(source.text),
      ' ',
      element('span', { class: 'soft' }, shown(source.after)),
    ),
    element('span', { class: 'place' }, placeIn(shownName(source.name), source.place)),
  );
}

function quotationRow(article: ArticleResult, quotation: QuotationResult, id: string): Markup {
  const kind = quotation.pass ? (quotation.verdict === 'unchecked' ? 'unreadable' : 'passed') : 'failed';
  const verdict = element('span', { class: `verdict ${kind}` }, `${SIGNS[kind]} ${QUOTE_TITLES[quotation.verdict]}`);
  const said = quotation.findings.map((finding) => element('p', {}, sentence(finding)));
  return element(
    'div',
    { class: `row ${quotation.pass ? 'same' : 'changed'} quotation`, id },
    element('div', { class: 'tag' }, verdict),
    element(
      'div',
      { class: 'side', 'data-side': 'Article' },
      element('p', { dir: 'auto' }, `“${shown(quotation.text)}”`),
      element('span', { class: 'place' }, placeIn(shownName(article.article), quotation.place)),
    ),
    quotation.verdict === 'unchecked' ? NOTHING : sourceBox(quotation.transcript),
    said.length === 0 ? NOTHING : element('div', { class: 'said' }, ...said),
  );
}

/** The quotations that are not right, as links. */
function problems(article: ArticleResult, number: number): Markup {
  const links = article.quotations.flatMap((quotation, index) =>
    quotation.pass
      ? []
      : [
          element(
            'li',
            {},
            element('a', { href: `#q${number}-${index + 1}` }, element('bdi', {}, shown(quotation.text.slice(0, 80)))),
            `: ${QUOTE_TITLES[quotation.verdict]}`,
          ),
        ],
  );
  return links.length === 0 ? NOTHING : element('ol', { class: 'findings' }, ...links);
}

function section(article: ArticleResult, number: number): Markup {
  const kind = outcome(article);
  const badge = element('span', { class: `verdict ${kind}` }, `${SIGNS[kind]} ${LABELS[kind]}`);
  const rows = article.quotations.map((quotation, index) =>
    quotationRow(article, quotation, `q${number}-${index + 1}`),
  );
  return element(
    'section',
    { id: `c${number}`, 'aria-labelledby': `h${number}` },
    element('h2', { id: `h${number}` }, element('bdi', {}, shownName(article.article)), ' ', badge),
    isUnreadable(article) ? NOTHING : element('p', {}, coverageLine(article)),
    ...article.findings.map((finding) => element('p', { class: 'soft' }, sentence(finding))),
    problems(article, number),
    joined(rows, '\n'),
  );
}

/** The report as one self-contained HTML file. */
export function quotesHtmlReport(report: QuotesReport): string {
  const failed = report.articles.filter((article) => !article.pass).length;
  const verdict =
    failed === 0
      ? 'Every quotation is in order'
      : `${counted(failed, 'article')} of ${report.articles.length} not in order`;
  return page(`verbatim quotes: ${verdict}`, [
    element('header', {}, element('h1', {}, verdict)),
    element(
      'main',
      {},
      joined(
        report.articles.map((article, index) => section(article, index + 1)),
        '\n',
      ),
    ),
  ]);
}
