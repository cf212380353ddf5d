/** The list of findings of a copy or of a record, grouped by kind, each with a link to its words. */
import { type FindingCode, findingKind } from '../../judge/codes.ts';
import type { Finding, Reading } from '../../judge/finding.ts';
import { inContext } from '../context.ts';
import { shown, shownName } from '../escape.ts';
import { occurrences } from '../headline.ts';
import { grouped } from '../number.ts';
import { placeIn } from '../place.ts';
import { placeInRow, type Row } from '../rows.ts';
import { clip, SAID_BY_READINGS } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import { Anchors } from './anchors.ts';
import { fold } from './fold.ts';
import { element, joined, type Markup, NOTHING } from './markup.ts';

/** Findings of one kind that stay unfolded, and those that are listed at all. */
const OPEN = 12;
const LISTED = 300;
const LIMITS = { context: 80, words: 600 } as const;

/** A finding with the row it is about, and its names there. */
export interface Told {
  readonly finding: Finding;
  readonly index: number;
  readonly row: Row;
  readonly anchors: Anchors;
}

/** The names in the row with this number of the report. `counts` is shared by rows whose findings are listed together. */
export function anchorsOf({ findings }: Row, number: number, counts: Map<FindingCode, number> = new Map()): Anchors {
  const listed = new Set<number>();
  for (const [index, { code }] of findings.entries()) {
    const count = counts.get(code) ?? 0;
    if (count < LISTED) listed.add(index);
    counts.set(code, count + 1);
  }
  return new Anchors(number, findings.length, listed);
}

/** The findings of a row, to be listed. */
export function toldOf(row: Row, anchors: Anchors): readonly Told[] {
  return row.findings.map((finding, index) => ({ finding, index, row, anchors }));
}

function byCode(all: readonly Told[]): Map<FindingCode, Told[]> {
  const groups = new Map<FindingCode, Told[]>();
  for (const one of all) {
    const group = groups.get(one.finding.code);
    if (group === undefined) groups.set(one.finding.code, [one]);
    else group.push(one);
  }
  return groups;
}

function places(finding: Finding, row: Row): string {
  const parts: string[] = [];
  const own = placeInRow(finding, row);
  if (own !== null) parts.push(placeIn(shownName(row.name), own));
  if (finding.sealed?.place && row.transcript !== null) {
    parts.push(placeIn(shownName(row.transcript), finding.sealed.place));
  }
  return parts.join(' · ');
}

/** A reading in its context; whole quotations of an article have none and are shown as they are. */
function readingMarkup(reading: Reading | null, label: string, name: 'del' | 'ins' | 'span'): Markup {
  if (reading === null || reading.text.trim() === '') return NOTHING;
  if (name !== 'span' && reading.before + reading.after === '') return NOTHING;
  const { before, words, after } = inContext(reading, LIMITS);
  const text = element('bdi', {}, before, element(name, {}, words), after);
  return element('p', { class: 'reading' }, element('span', { class: 'kind' }, label), text);
}

function heading({ finding, index, row, anchors }: Told): Markup {
  const where = places(finding, row);
  const target = anchors.words(index);
  const text = where === '' ? (row.kind === 'text' ? shownName(row.name) : 'In the text') : where;
  if (where === '' && target === null && row.kind !== 'text') return NOTHING;
  const place = target === null ? text : element('a', { href: `#${target}` }, text);
  const speaker = finding.speaker === null ? NOTHING : element('bdi', {}, clip(shown(finding.speaker), 60));
  const between = finding.speaker === null ? '' : ' · ';
  return element('div', { class: 'place' }, element('bdi', {}, place), between, speaker);
}

/** The readings in their context, and the sentence where they do not say it all. */
function account(finding: Finding, row: Row): Markup {
  const isArticle = row.kind === 'article';
  const isWhole = isArticle && finding.copy !== null && finding.copy.before + finding.copy.after === '';
  const sealed = readingMarkup(finding.sealed, 'Transcript', isWhole ? 'span' : 'del');
  const copy = readingMarkup(finding.copy, isArticle ? 'Article' : 'Copy', isWhole ? 'span' : 'ins');
  const isSaid = SAID_BY_READINGS.has(finding.code) && sealed.html + copy.html !== '';
  const text = isSaid ? NOTHING : element('div', {}, sentence(finding));
  return isArticle ? joined([copy, sealed, text]) : joined([text, sealed, copy]);
}

function entry(one: Told): Markup {
  return element('li', { id: one.anchors.entry(one.index) }, heading(one), account(one.finding, one.row));
}

function list(some: readonly Told[]): Markup {
  return element('ol', { class: 'findings' }, joined(some.map(entry), '\n'));
}

function group(code: FindingCode, all: readonly Told[]): Markup {
  const { title, why, remedy } = findingKind(code);
  const count = element('span', { class: 'count' }, ` (${grouped(occurrences(all.map((one) => one.finding)))})`);
  const some = all.filter(({ anchors, index }) => anchors.entry(index) !== null);
  const rest = some.slice(OPEN);
  const more =
    rest.length === 0
      ? NOTHING
      : element('details', {}, element('summary', {}, `${grouped(rest.length)} more`), list(rest));
  const unlisted = all.length - some.length;
  return joined(
    [
      element('h3', {}, title, count),
      element('p', { class: 'soft' }, remedy === 'Nothing.' ? why : `${why} ${remedy}`),
      list(some.slice(0, OPEN)),
      more,
      unlisted === 0
        ? NOTHING
        : element('p', { class: 'soft' }, `… and ${grouped(unlisted)} more (--format json lists all)`),
    ],
    '\n',
  );
}

function groups(some: readonly Told[]): Markup {
  return joined(
    [...byCode(some)].map(([code, members]) => group(code, members)),
    '\n',
  );
}

/** The failing findings in the open, the notes folded. */
export function findingLists(all: readonly Told[]): Markup {
  const bad = all.filter(({ finding }) => finding.level === 'fail');
  const told = all.filter(({ finding }) => finding.level === 'note');
  const count = grouped(occurrences(told.map(({ finding }) => finding)));
  return joined([groups(bad), told.length === 0 ? NOTHING : fold(`Notes (${count})`, groups(told))], '\n');
}
