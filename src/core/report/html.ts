/**
 * The report as one self-contained HTML file that needs no script: verdicts first, then for each copy the list of what to
 * put right and both texts side by side.
 *
 * Untrusted words are only ever text (see `html/markup.ts`), and the file's own Content-Security-Policy forbids everything
 * but its style sheet, so that even a mistake here could load nothing and run nothing.
 */
import type { CopyResult, Report } from '../judge/judgement.ts';
import { shownName } from './escape.ts';
import { Anchors } from './html/anchors.ts';
import { findingLists } from './html/findings.ts';
import { element, joined, type Markup, NOTHING } from './html/markup.ts';
import type { SideBySide } from './html/side-by-side.ts';
import { STYLE } from './html/style.ts';
import { accounts, sideBySide } from './html/texts.ts';
import { counted } from './number.ts';
import { type Row, rows } from './rows.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const SIGNS = { passed: '✓', failed: '✗', unreadable: '?' } as const satisfies Record<Row['outcome'], string>;

/** A page around `body`, with the style sheet and nothing else. */
export function page(title: string, body: readonly Markup[]): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    { html: `<style>${STYLE}</style>` },
  );
  const document = element('html', { lang: 'en' }, head, { html: '\n' }, element('body', {}, joined(body, '\n')));
  return `<!doctype html>\n${document.html}\n`;
}

/** What all rows come to, in a line. */
function overall(all: readonly Row[]): string {
  const failed = all.filter((row) => row.outcome === 'failed').length;
  const unreadable = all.filter((row) => row.outcome === 'unreadable').length;
  const [only] = all;
  if (all.length === 1 && only !== undefined) return `${shownName(only.name)}: ${only.label}`;
  if (failed + unreadable === 0) return 'Everything passes';
  const parts = [
    failed > 0 ? `${failed} of ${all.length} ${failed === 1 ? 'does' : 'do'} not pass` : '',
    unreadable > 0 ? `${unreadable} cannot be judged` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function badge(row: Row): Markup {
  return element('span', { class: `verdict ${row.outcome}` }, `${SIGNS[row.outcome]} ${row.label}`);
}

/** A file of the record that nothing is to be said of has its row in the table and no more. */
function hasSection(row: Row): boolean {
  return row.kind === 'copy' || row.findings.length > 0;
}

function tableRow(row: Row, number: number): Markup {
  const bare = element('bdi', {}, shownName(row.name));
  const name = hasSection(row) ? element('a', { href: `#c${number}` }, bare) : bare;
  return element(
    'tr',
    {},
    element('td', {}, badge(row)),
    element('th', { scope: 'row' }, name),
    element('td', {}, row.headline),
  );
}

function table(all: readonly Row[]): Markup {
  if (all.length < 2) return NOTHING;
  const heads = ['Verdict', 'File', 'What it means'].map((head) => element('th', { scope: 'col' }, head));
  return element(
    'table',
    { class: 'rows' },
    element('thead', {}, element('tr', {}, ...heads)),
    element(
      'tbody',
      {},
      joined(
        all.map((row, index) => tableRow(row, index + 1)),
        '\n',
      ),
    ),
  );
}

/** One copy or text: its verdict, its findings, and its words where they are at hand. */
function section(row: Row, number: number, texts: SideBySide | null): Markup {
  const anchors = new Anchors(number, row.findings.length);
  const words = texts === null ? NOTHING : sideBySide(texts, anchors);
  const account = texts === null ? '' : accounts(texts);
  return element(
    'section',
    { id: `c${number}`, 'aria-labelledby': `h${number}` },
    element('h2', { id: `h${number}` }, element('bdi', {}, shownName(row.name)), ' ', badge(row)),
    element('p', {}, element('bdi', {}, `${row.headline}.`)),
    account === '' ? NOTHING : element('p', {}, account),
    findingLists(row, anchors),
    words,
  );
}

/** One copy's part of the report as markup, for a page that has its own head. `texts` as in `htmlReport`. */
export function copySection(result: CopyResult, texts: SideBySide | null): string {
  return rows({ results: [result] })
    .map((row) => section(row, 1, texts).html)
    .join('');
}

/**
 * The report as HTML. `texts` has, for each copy in the order of `report.results`, both texts aligned, or `null` where they
 * are not at hand; the report then has the findings alone.
 */
export function htmlReport(report: Report, texts: readonly (SideBySide | null)[] = []): string {
  const all = rows(report);
  const before = all.length - report.results.length;
  const sections = all.map((row, index) =>
    hasSection(row) ? section(row, index + 1, texts[index - before] ?? null) : NOTHING,
  );
  const verdict = overall(all);
  return page(`verbatim: ${verdict}`, [
    element('header', {}, element('h1', {}, verdict), element('p', { class: 'soft' }, scope(report)), table(all)),
    element('main', {}, joined(sections, '\n')),
    element(
      'footer',
      {},
      element(
        'p',
        { class: 'soft' },
        'Words are compared by verbatim-text/1. Struck through: in the transcript and not in the copy. Underlined: in the copy and not in the transcript.',
      ),
    ),
  ]);
}

function scope(report: Report): string {
  const copies = counted(report.results.length, 'copy', 'copies');
  return report.texts === undefined
    ? `${copies} judged.`
    : `${copies} judged, ${counted(report.texts.length, 'file')} of the record checked.`;
}
