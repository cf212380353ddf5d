/** What every HTML report has in common: the page itself, the sign of an outcome, the table of verdicts that comes first. */
import { shownName } from '../escape.ts';
import { grouped } from '../number.ts';
import type { Row } from '../rows.ts';
import { type Child, element, joined, type Markup, NOTHING } from './markup.ts';
import { STYLE } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The sign of each outcome. */
export const SIGNS = { passed: '✓', failed: '✗', unreadable: '?' } as const satisfies Record<Outcome, string>;

/** What the signs of a text beside another mean. */
export const WORDS_LEGEND =
  'Words are compared by verbatim-text/1. Struck through: in the transcript and not in the copy. Underlined: in the copy and not in the transcript.';

/** How something fared. */
export type Outcome = Row['outcome'];

/** A page around `header` and `main`, with the style sheet and nothing else. */
export function page(title: string, header: readonly Markup[], main: readonly Markup[], legend: string): string {
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
  const body = element(
    'body',
    {},
    joined(
      [
        element('header', {}, ...header),
        element('main', {}, joined(main, '\n')),
        element('footer', {}, element('p', { class: 'soft' }, legend)),
      ],
      '\n',
    ),
  );
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, { html: '\n' }, body).html}\n`;
}

/** A word with the sign of an outcome before it, so that no colour says anything alone. */
export function badge(outcome: Outcome, label: string): Markup {
  return element('span', { class: `verdict ${outcome}` }, `${SIGNS[outcome]} ${label}`);
}

/** What all rows come to, in a line. */
export function overall(all: readonly Row[]): string {
  const failed = all.filter((row) => row.outcome === 'failed').length;
  const unreadable = all.filter((row) => row.outcome === 'unreadable').length;
  const [only] = all;
  if (all.length === 1 && only !== undefined) return `${shownName(only.name)}: ${only.label}`;
  if (failed + unreadable === 0) return 'Everything passes';
  const parts = [
    failed > 0 ? `${grouped(failed)} of ${grouped(all.length)} ${failed === 1 ? 'does' : 'do'} not pass` : '',
    unreadable > 0 ? `${grouped(unreadable)} cannot be judged` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A heading with the name of what a section is about, and how it fared. */
export function sectionHead(row: Row, number: number): Markup {
  return element(
    'h2',
    { id: `h${number}` },
    element('bdi', {}, shownName(row.name)),
    ' ',
    badge(row.outcome, row.label),
  );
}

/** A name, as a link to its section where it has one. */
export function nameLink(name: string, target: string | null): Markup {
  const bare = element('bdi', {}, shownName(name));
  return target === null ? bare : element('a', { href: `#${target}` }, bare);
}

/** A column of a table; the cells of the `name` head their rows. */
export interface Column {
  readonly title: string;
  readonly kind: 'words' | 'name' | 'path' | 'number';
}

function cell({ title, kind }: Column, content: Child): Markup {
  if (kind === 'name') return element('th', { scope: 'row' }, content);
  return element('td', { class: kind, 'data-side': title }, content);
}

/** A table of `rows`, each with the content of a cell for every one of `columns`. */
export function table(columns: readonly Column[], rows: readonly (readonly Child[])[]): Markup {
  const titles = columns.map(({ title, kind }) => element('th', { scope: 'col', class: kind }, title));
  const lines = rows.map((cells) =>
    element('tr', {}, ...columns.map((column, index) => cell(column, cells[index] ?? ''))),
  );
  return element(
    'table',
    { class: 'rows' },
    element('thead', {}, element('tr', {}, ...titles)),
    element('tbody', {}, joined(lines, '\n')),
  );
}

/** The verdicts of several rows, each with a link to the section `c` with its number; nothing for one row alone. */
export function verdictTable(all: readonly Row[]): Markup {
  if (all.length < 2) return NOTHING;
  const columns: readonly Column[] = [
    { title: 'Verdict', kind: 'words' },
    { title: 'File', kind: 'name' },
    { title: 'What it means', kind: 'words' },
  ];
  const lines = all.map((row, index) => [
    badge(row.outcome, row.label),
    nameLink(row.name, `c${index + 1}`),
    row.headline,
  ]);
  return table(columns, lines);
}
