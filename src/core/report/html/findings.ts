/** The list of findings of a copy or text, grouped by kind, each with a link to its words. */
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
import type { Anchors } from './anchors.ts';
import { element, joined, type Markup, NOTHING } from './markup.ts';

/** Findings of one kind that stay unfolded. */
const OPEN = 12;
const LIMITS = { context: 80, words: 600 } as const;

interface Numbered {
  readonly finding: Finding;
  readonly index: number;
}

function byCode(findings: readonly Numbered[]): Map<FindingCode, Numbered[]> {
  const groups = new Map<FindingCode, Numbered[]>();
  for (const one of findings) {
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

function readingMarkup(reading: Reading | null, label: string, name: 'del' | 'ins'): Markup {
  if (reading === null || reading.text.trim() === '' || reading.before + reading.after === '') return NOTHING;
  const { before, words, after } = inContext(reading, LIMITS);
  const text = element('bdi', {}, before, element(name, {}, words), after);
  return element('p', { class: 'reading' }, element('span', { class: 'kind' }, label), text);
}

function heading(one: Numbered, row: Row, anchors: Anchors): Markup {
  const where = places(one.finding, row);
  const target = anchors.words(one.index);
  const text = where === '' ? 'In the text' : where;
  if (where === '' && target === null) return NOTHING;
  const place = target === null ? text : element('a', { href: `#${target}` }, text);
  const speaker = one.finding.speaker === null ? NOTHING : element('bdi', {}, clip(shown(one.finding.speaker), 60));
  const between = one.finding.speaker === null ? '' : ' · ';
  return element('div', { class: 'place' }, place, between, speaker);
}

/** The readings in their context, and the sentence where they do not say it all. */
function account(finding: Finding): Markup {
  const sealed = readingMarkup(finding.sealed, 'Transcript', 'del');
  const copy = readingMarkup(finding.copy, 'Copy', 'ins');
  const isSaid = SAID_BY_READINGS.has(finding.code) && sealed.html + copy.html !== '';
  return joined([isSaid ? NOTHING : element('div', {}, sentence(finding)), sealed, copy]);
}

function entry(one: Numbered, row: Row, anchors: Anchors): Markup {
  return element('li', { id: anchors.entry(one.index) }, heading(one, row, anchors), account(one.finding));
}

function list(some: readonly Numbered[], row: Row, anchors: Anchors): Markup {
  return element(
    'ol',
    { class: 'findings' },
    joined(
      some.map((one) => entry(one, row, anchors)),
      '\n',
    ),
  );
}

function group(code: FindingCode, some: readonly Numbered[], row: Row, anchors: Anchors): Markup {
  const { title, why, remedy } = findingKind(code);
  const count = element('span', { class: 'count' }, ` (${grouped(occurrences(some.map((one) => one.finding)))})`);
  const rest = some.slice(OPEN);
  const more =
    rest.length === 0
      ? NOTHING
      : element('details', {}, element('summary', {}, `${grouped(rest.length)} more`), list(rest, row, anchors));
  return joined(
    [
      element('h3', {}, title, count),
      element('p', { class: 'soft' }, remedy === 'Nothing.' ? why : `${why} ${remedy}`),
      list(some.slice(0, OPEN), row, anchors),
      more,
    ],
    '\n',
  );
}

function groups(some: readonly Numbered[], row: Row, anchors: Anchors): Markup {
  return joined(
    [...byCode(some)].map(([code, members]) => group(code, members, row, anchors)),
    '\n',
  );
}

/** The failing findings in the open, the notes folded. */
export function findingLists(row: Row, anchors: Anchors): Markup {
  const all = row.findings.map((finding, index) => ({ finding, index }));
  const bad = all.filter(({ finding }) => finding.level === 'fail');
  const told = all.filter(({ finding }) => finding.level === 'note');
  const notes =
    told.length === 0
      ? NOTHING
      : element(
          'details',
          { class: 'fold' },
          element('summary', {}, `Notes (${grouped(occurrences(told.map(({ finding }) => finding)))})`),
          groups(told, row, anchors),
        );
  return joined([groups(bad, row, anchors), notes], '\n');
}
