/**
 * The report on quotations for a terminal: how many there are and how they fared first, then every one that is not right
 * with the transcript's words, then the conventions with the words they cover, for an editor to read over.
 */
import type { Finding } from '../../judge/finding.ts';
import type { ArticleResult, QuotationResult, QuotesReport } from '../../quote/quotes-report.ts';
import { type Span, wrap } from '../columns.ts';
import { forTerminal, isolated, shown, shownName } from '../escape.ts';
import { failing } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import { placeIn } from '../place.ts';
import { notes } from '../text/notes.ts';
import type { Look } from '../text/paint.ts';
import { clip, quote } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import { articleProblem, coverageLine, findingsToTell, type QuotationSection, quotationSections } from './coverage.ts';
import { isUnreadable } from './rows.ts';

/** Quotations listed of one verdict, and findings of one quotation. */
const LISTED = 10;
const FINDINGS = 6;
/** Code points of a quotation and of the transcript's words beside it. */
const WORDS = 240;
/** Lines after which the verdict is said again. */
const LONG = 24;

function indented(text: string, look: Look, first: string): string[] {
  return wrap([{ text: forTerminal(text) }], { width: look.width, first, rest: ' '.repeat(first.length) });
}

function whereLine(article: ArticleResult, { place, transcript }: QuotationResult, look: Look): string[] {
  const { dim } = look.paint;
  const spans: Span[] = [{ text: forTerminal(placeIn(shownName(article.article), place)), brush: dim, keep: 'whole' }];
  if (transcript !== null) {
    const source = forTerminal(placeIn(shownName(transcript.name), transcript.place));
    spans.push({ text: ' · ', brush: dim }, { text: source, brush: dim, keep: 'whole' });
    const speaker = transcript.speaker === null ? '' : isolated(clip(shown(transcript.speaker), 60));
    if (speaker !== '') spans.push({ text: ` · ${forTerminal(speaker)}`, brush: dim });
  }
  return wrap(spans, { width: look.width, first: '    ', rest: '      ' });
}

function findingLines(findings: readonly Finding[], look: Look): string[] {
  const listed = findings.slice(0, FINDINGS).flatMap((finding) => indented(sentence(finding), look, '      - '));
  const rest = findings.length - Math.min(FINDINGS, findings.length);
  return rest > 0 ? [...listed, `      - … and ${grouped(rest)} more`] : listed;
}

function quotationLines(article: ArticleResult, quotation: QuotationResult, look: Look): string[] {
  const { transcript, verdict } = quotation;
  const showsSource = transcript !== null && verdict !== 'verbatim' && verdict !== 'other-speaker';
  const label = verdict === 'not-found' ? '      nearest     ' : '      transcript  ';
  return [
    ...whereLine(article, quotation, look),
    ...indented(quote(quotation.text, WORDS), look, '      article     '),
    ...(showsSource ? indented(quote(transcript.text, WORDS), look, label) : []),
    ...findingLines(findingsToTell(quotation), look),
  ];
}

function sectionLines(section: QuotationSection, article: ArticleResult, look: Look): string[] {
  const heading = `  ${section.title} (${grouped(section.quotations.length)})`;
  const listed = section.quotations.slice(0, LISTED);
  const rest = section.quotations.length - listed.length;
  return [
    '',
    look.paint.strong(heading),
    ...listed.flatMap((quotation) => quotationLines(article, quotation, look)),
    ...(rest > 0 ? [look.paint.dim(`    … and ${grouped(rest)} more (--format json lists all)`)] : []),
  ];
}

function verdictLines(article: ArticleResult, look: Look): string[] {
  const { good, bad, warn, strong } = look.paint;
  const unreadable = isUnreadable(article);
  const sign = unreadable ? '? ' : article.pass ? '✓ ' : '✗ ';
  const spans: Span[] = [
    { text: sign, brush: unreadable ? warn : article.pass ? good : bad },
    { text: forTerminal(shownName(article.article)), brush: strong, keep: 'whole' },
    { text: `: ${forTerminal(articleProblem(article) ?? coverageLine(article))}` },
  ];
  return wrap(spans, { width: look.width, first: '', rest: '  ' });
}

/** What concerns the article as a whole: a sentence each for what fails, the rest in a paragraph. */
function ownLines(article: ArticleResult, look: Look): string[] {
  const fails = articleProblem(article) === null ? failing(article.findings) : failing(article.findings).slice(1);
  const lines = [...findingLines(fails, look), ...notes(article.findings, look)];
  return lines.length === 0 ? [] : ['', ...lines];
}

function articleLines(article: ArticleResult, look: Look): string[] {
  const verdict = verdictLines(article, look);
  if (look.detail === 'verdicts') return article.pass ? [] : verdict;
  const details = [
    ...quotationSections(article).flatMap((section) => sectionLines(section, article, look)),
    ...ownLines(article, look),
  ];
  return details.length > LONG ? [...verdict, ...details, '', ...verdict] : [...verdict, ...details];
}

function summaryLine(articles: readonly ArticleResult[], look: Look): string[] {
  if (articles.length < 2 || look.detail === 'verdicts') return [];
  const passed = articles.filter((article) => article.pass).length;
  return [
    '',
    look.paint.strong(`${counted(articles.length, 'article')}: ${passed} in order, ${articles.length - passed} not.`),
  ];
}

/** The report as lines for a terminal, with a line end at the end; '' when there is nothing to say. */
export function quotesTextReport(report: QuotesReport, look: Look): string {
  const lines = report.articles.flatMap((article, index) => {
    const own = articleLines(article, look);
    return index > 0 && own.length > 1 && look.detail === 'full' ? ['', ...own] : own;
  });
  const all = [...lines, ...summaryLine(report.articles, look)];
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}
