/**
 * The report of `check` as HTML, in the order of the report on a terminal: what is wrong with the record and every text of
 * it in a row, articles, copies, the worst first; then what the manifest keeps of older versions and withdrawn texts.
 *
 * A repository may have thousands of texts and copies, so each list ends somewhere and says how much it leaves out.
 */
import type { FindingCode } from '../../judge/codes.ts';
import type { Report, TextResult } from '../../judge/judgement.ts';
import { EMPTY_MANIFEST, type Manifest } from '../../seal/entry.ts';
import { current, olderVersions } from '../../seal/manifest-change.ts';
import { shown, shownName } from '../escape.ts';
import { copiesInWords, failing, noted, occurrences, textsInWords } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import { type Row, rows } from '../rows.ts';
import { copySection } from './copy.ts';
import { anchorsOf, findingLists, toldOf } from './findings.ts';
import { fold } from './fold.ts';
import { type Child, element, joined, type Markup, NOTHING } from './markup.ts';
import { badge, type Column, nameLink, overall, page, table, WORDS_LEGEND } from './page.ts';
import type { SideBySide } from './side-by-side.ts';

/** Rows of a table that are not folded, and rows that are listed at all. */
const OPEN_ROWS = 40;
const LISTED_ROWS = 5_000;
/** Copies with a section of their own, and articles. */
const SECTIONS = 100;

/** A row with its number in the report, from 1. */
interface Numbered {
  readonly row: Row;
  readonly number: number;
}

/** The page. `texts` as in `htmlReport`; without a manifest, no more is known of a text than its path. */
export function checkPage(
  report: Report & { readonly texts: readonly TextResult[] },
  texts: readonly (SideBySide | null)[],
  manifest: Manifest | null,
): string {
  const all = rows(report).map((row, index): Numbered => ({ row, number: index + 1 }));
  const verdict = overall(all.map(({ row }) => row));
  const record = all.slice(0, report.texts.length);
  const copies = all.slice(report.texts.length);
  const header = [
    element('h1', {}, verdict),
    element('p', {}, textsInWords(report.texts)),
    report.results.length === 0 ? NOTHING : element('p', {}, copiesInWords(report.results)),
  ];
  const sealed = manifest ?? EMPTY_MANIFEST;
  const main = [
    faultsSection(record),
    textsSection(record, sealed),
    ...articleSections(record),
    ...copySections(copies, texts, report.texts.length),
    pastSection(sealed),
  ];
  return page(`verbatim check: ${verdict}`, header, main, WORDS_LEGEND);
}

/** What does not pass before what does, each in its order. */
function worstFirst(all: readonly Numbered[]): readonly Numbered[] {
  return [...all.filter(({ row }) => row.outcome !== 'passed'), ...all.filter(({ row }) => row.outcome === 'passed')];
}

function headed(id: string, title: string, ...content: readonly Markup[]): Markup {
  const head = element('h2', { id: `h-${id}` }, title);
  return element('section', { id, 'aria-labelledby': `h-${id}` }, head, joined(content, '\n'));
}

/** The faults of files and manifest together, by kind. */
function faultsSection(record: readonly Numbered[]): Markup {
  const counts = new Map<FindingCode, number>();
  const told = record
    .filter(({ row }) => row.kind === 'text')
    .flatMap(({ row, number }) => toldOf(row, anchorsOf(row, number, counts)));
  return told.length === 0 ? NOTHING : headed('record', 'Sealed files and manifest', findingLists(told));
}

/** Each article that something is to be said of. */
function articleSections(record: readonly Numbered[]): readonly Markup[] {
  const articles = worstFirst(record.filter(({ row }) => row.kind === 'article' && row.findings.length > 0));
  return [
    ...articles.slice(0, SECTIONS).map(({ row, number }) => copySection(row, number, null)),
    leftOut(articles.length - SECTIONS, 'article'),
  ];
}

const COPY_COLUMNS: readonly Column[] = [
  { title: 'Verdict', kind: 'words' },
  { title: 'Copy', kind: 'name' },
  { title: 'Transcript', kind: 'path' },
  { title: 'To put right', kind: 'number' },
  { title: 'What it means', kind: 'words' },
];

/** The copies in a table, the worst first, then each of those that do not pass with its findings and both texts. */
function copySections(
  copies: readonly Numbered[],
  texts: readonly (SideBySide | null)[],
  before: number,
): readonly Markup[] {
  if (copies.length === 0) return [];
  const failed = copies.filter(({ row }) => row.outcome !== 'passed');
  const own = new Set(failed.slice(0, SECTIONS));
  const textsOf = ({ number }: Numbered) => texts[number - 1 - before] ?? null;
  const lines = worstFirst(copies).map((one) => [
    badge(one.row.outcome, one.row.label),
    nameLink(one.row.name, own.has(one) ? `c${one.number}` : null),
    element('bdi', {}, shownName(one.row.transcript ?? '')),
    toPutRight(one.row),
    one.row.headline,
  ]);
  return [
    headed(
      'copies',
      'Declared copies',
      howManyShown(failed, textsOf),
      ...folded(COPY_COLUMNS, lines, failed.length, 'copies'),
    ),
    ...[...own].map((one) => copySection(one.row, one.number, textsOf(one))),
    leftOut(failed.length - SECTIONS, 'copy', 'copies'),
  ];
}

/** Says so where not every copy that could be shown beside its transcript is. */
function howManyShown(failed: readonly Numbered[], textsOf: (one: Numbered) => SideBySide | null): Markup {
  const comparable = failed.filter(({ row }) => row.transcript !== null);
  const shownOnes = comparable.filter((one) => textsOf(one) !== null).length;
  if (shownOnes === comparable.length) return NOTHING;
  const text = `${grouped(shownOnes)} of ${counted(comparable.length, 'copy', 'copies')} that differ are shown beside their transcript; “verbatim verify” shows any other.`;
  return element('p', { class: 'soft' }, text);
}

function leftOut(count: number, one: string, many?: string): Markup {
  if (count <= 0) return NOTHING;
  return element(
    'p',
    { class: 'soft' },
    `… and ${counted(count, `more ${one}`, `more ${many ?? `${one}s`}`)} (--format json lists all)`,
  );
}

/** How many places there are to put right, and how many notes. */
function toPutRight({ findings }: Row): string {
  const [bad, told] = [occurrences(failing(findings)), occurrences(noted(findings))];
  const parts = [bad === 0 ? '' : grouped(bad), told === 0 ? '' : counted(told, 'note')];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A table whose rows that pass are folded away where there are many; the first `bad` rows do not. */
function folded(
  columns: readonly Column[],
  lines: readonly (readonly Child[])[],
  bad: number,
  what: string,
): readonly Markup[] {
  const open = lines.length <= OPEN_ROWS ? lines.length : Math.min(bad, LISTED_ROWS);
  const rest = lines.slice(Math.max(open, bad)).slice(0, LISTED_ROWS);
  return [
    open === 0 ? NOTHING : table(columns, lines.slice(0, open)),
    rest.length === 0 ? NOTHING : fold(`${grouped(lines.length - bad)} ${what} in order`, table(columns, rest)),
    leftOut(lines.length - open - rest.length, 'row'),
  ];
}

const TEXT_COLUMNS: readonly Column[] = [
  { title: 'Verdict', kind: 'words' },
  { title: 'Path', kind: 'name' },
  { title: 'Title', kind: 'path' },
  { title: 'Words', kind: 'number' },
  { title: 'To put right', kind: 'number' },
  { title: 'What it means', kind: 'words' },
];

/** Every text of the repository in a row, those that are not in order first. */
function textsSection(record: readonly Numbered[], manifest: Manifest): Markup {
  if (record.length === 0) return NOTHING;
  const entries = current(manifest);
  const older = olderVersions(manifest);
  const lines = worstFirst(record).map(({ row, number }) => {
    const entry = entries.get(row.name);
    const versions = older.get(row.name)?.length ?? 0;
    const lately = versions === 0 ? '' : ` · ${counted(versions, 'older version')}`;
    return [
      badge(row.outcome, row.label),
      nameLink(row.name, row.kind === 'article' && row.findings.length > 0 ? `c${number}` : null),
      element('bdi', {}, shown(entry?.title ?? '')),
      entry === undefined ? '' : grouped(entry.words),
      toPutRight(row),
      `${row.headline}${lately}`,
    ];
  });
  const bad = record.filter(({ row }) => row.outcome !== 'passed').length;
  return headed('texts', 'Texts of the repository', ...folded(TEXT_COLUMNS, lines, bad, 'files'));
}

const PAST_COLUMNS: readonly Column[] = [
  { title: 'Line', kind: 'words' },
  { title: 'Path', kind: 'name' },
  { title: 'Day', kind: 'words' },
  { title: 'Reason', kind: 'words' },
];

/** Lines of the manifest that are no longer in force, and why. */
function pastSection(manifest: Manifest): Markup {
  const older = [...olderVersions(manifest)].flatMap(([path, versions]) =>
    versions.map(({ entry, reason }) => ({
      what: entry.path === path ? 'Superseded' : `Moved to ${shownName(path)}`,
      path: entry.path,
      day: entry.sealed ?? '',
      reason,
    })),
  );
  const withdrawn = manifest.entries.flatMap((record) =>
    record.kind === 'withdrawn' ? [{ ...record, what: 'Withdrawn' }] : [],
  );
  const all = [...withdrawn, ...older];
  if (all.length === 0) return NOTHING;
  const lines = all
    .slice(0, LISTED_ROWS)
    .map(({ what, path, day, reason }) => [what, nameLink(path, null), day, element('bdi', {}, shown(reason))]);
  const said =
    'These lines of the manifest stay, and copies are not judged by them. Of a withdrawn text no digest is kept.';
  return headed(
    'past',
    'Superseded and withdrawn',
    element('p', { class: 'soft' }, said),
    table(PAST_COLUMNS, lines),
    leftOut(all.length - lines.length, 'line'),
  );
}
