/** Transcript and copy side by side, a row a passage; long unchanged stretches are folded, and a strip shows where not. */
import { shown } from '../escape.ts';
import { counted } from '../number.ts';
import { placeText } from '../place.ts';
import { clip } from '../wording/say.ts';
import type { Anchors } from './anchors.ts';
import { affordable, type FoldRule, fold, type Stretch, stretches, wordsIn } from './fold.ts';
import { type Child, element, joined, type Markup, NOTHING } from './markup.ts';
import { recordBox } from './record-box.ts';
import type { Relation, SideBySide, SideBySideRow, SideText } from './side-by-side.ts';
import { sideParagraph, type Witness } from './words.ts';

/** Unchanged rows, and rows of the page around the interview. */
const RULES = {
  same: { least: 4, context: 1 },
  around: { least: 2, context: 0 },
} as const satisfies Record<string, FoldRule>;
/** Differences that are marked in the texts of one copy; a page with more would not open in a moment. */
const MARKED = 5_000;
/** Ticks the strip holds at most; nearer differences share one. */
const TICKS = 200;

function sideName(witness: Witness, transcript: SideBySide['transcript']): string {
  if (witness === 'copy') return 'Copy';
  return transcript === 'at-hand' ? 'Transcript' : 'Sealed record';
}

/** What the row is, in a word; nothing for one that is the same. */
function tag(row: SideBySideRow, { anchors, transcript }: Table): Markup {
  const { relation } = row;
  if (transcript === 'digests' && /^(?:changed|omitted)$/u.test(relation.by)) return NOTHING;
  switch (relation.by) {
    case 'same':
      return NOTHING;
    case 'changed':
      return element('div', { class: 'tag' }, 'Changed');
    case 'omitted':
      return element('div', { class: 'tag' }, row.role === 'matter' ? 'Not in the copy' : 'Left out of the copy');
    case 'added':
      return element('div', { class: 'tag' }, 'Not in the transcript');
    case 'moved':
      return element('div', { class: 'tag' }, 'Moved: ', movedLink(row, relation.row, anchors));
    case 'set-off':
      return element('div', { class: 'tag' }, `Set off, not judged: ${clip(shown(relation.what), 60)}`);
    case 'interpolated':
      return element('div', { class: 'tag' }, `Foreign block: ${clip(shown(relation.selector), 120)}`);
    case 'around':
      return element('div', { class: 'tag' }, 'Around the interview, not judged');
  }
}

function movedLink(row: SideBySideRow, other: number, anchors: Anchors): Markup {
  const text = row.copy.length === 0 ? 'it now stands here' : 'in the transcript it stands here';
  return element('a', { href: `#${anchors.row(other)}` }, text);
}

/** Names for the findings that concern the whole row, which no words have claimed. */
function rowAnchors(row: SideBySideRow, anchors: Anchors): Markup {
  return joined(
    row.findings.map((finding) => {
      const id = anchors.claim(finding);
      return id === null ? NOTHING : element('span', { id });
    }),
  );
}

function sidePlace(side: SideText | undefined | null): Markup {
  return side?.place ? element('span', { class: 'place' }, placeText(side.place)) : NOTHING;
}

const MISSING = {
  sealed: { gone: 'not in the transcript', moved: 'elsewhere in the transcript' },
  copy: { gone: 'not in the copy', moved: 'elsewhere in the copy' },
} as const satisfies Record<Witness, Record<'gone' | 'moved', string>>;

function sideBox(sides: readonly SideText[], witness: Witness, table: Table, { by }: Relation): Markup {
  const words: Child[] =
    sides.length === 0
      ? [element('p', { class: 'empty' }, MISSING[witness][by === 'moved' ? 'moved' : 'gone'])]
      : sides.map((side) => sideParagraph(side, witness, table.anchors));
  const name = sideName(witness, table.transcript);
  return element('div', { class: 'side', 'data-side': name }, ...words, sidePlace(sides[0]));
}

function rowMarkup(table: Table, row: SideBySideRow, index: number): Markup {
  const { anchors } = table;
  const names = rowAnchors(row, anchors);
  const copy = sideBox(row.copy, 'copy', table, row.relation);
  const sealed =
    table.transcript === 'at-hand'
      ? sideBox(row.sealed === null ? [] : [row.sealed], 'sealed', table, row.relation)
      : recordBox(row, sideName('sealed', table.transcript));
  const kind = `row ${row.relation.by}${row.role === null ? '' : ` ${row.role}`}`;
  return element('div', { class: kind, id: anchors.row(index) }, names, tag(row, table), sealed, copy);
}

function isQuiet(row: SideBySideRow): boolean {
  return row.relation.by === 'same' && row.findings.length === 0 && changesIn(row) === 0;
}

function changesIn({ sealed, copy }: SideBySideRow): number {
  return copy.reduce((sum, { changes }) => sum + changes.length, sealed?.changes.length ?? 0);
}

function kindOf(row: SideBySideRow): keyof typeof RULES | 'open' {
  if (row.relation.by === 'around' && row.findings.length === 0) return 'around';
  return isQuiet(row) ? 'same' : 'open';
}

function wordCount(rows: readonly SideBySideRow[]): number {
  const texts = rows.flatMap((row) => (row.copy.length === 0 && row.sealed !== null ? [row.sealed] : row.copy));
  return texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
}

function foldTitle(rows: readonly SideBySideRow[], kind: keyof typeof RULES): string {
  const words = counted(wordCount(rows), 'word');
  if (kind === 'around') return `${words} around the interview, not judged`;
  return `${counted(rows.length, 'passage')} unchanged (${words})`;
}

function stretchMarkup(table: Table, stretch: Stretch<keyof typeof RULES>): Markup {
  const some = table.rows.slice(stretch.from, stretch.to);
  const markup = joined(
    some.map((row, index) => rowMarkup(table, row, stretch.from + index)),
    '\n',
  );
  return stretch.fold === 'open' ? markup : fold(foldTitle(some, stretch.fold), markup);
}

/** A strip at the edge: one tick where something differs, at its share of the text. Repeats the list, so hidden from readers aloud. */
function strip(rows: readonly SideBySideRow[], anchors: Anchors): Markup {
  const ticks = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    if (isQuiet(row) || row.relation.by === 'set-off' || row.relation.by === 'around') continue;
    const tick = Math.floor((index * TICKS) / rows.length);
    if (!ticks.has(tick)) ticks.set(tick, index);
  }
  const links = [...ticks].map(([tick, index]) =>
    element('a', { href: `#${anchors.row(index)}`, tabindex: -1, style: `top:${(tick * 100) / TICKS}%` }),
  );
  return element('div', { class: 'strip', 'aria-hidden': 'true' }, ...links);
}

/** What the rows are drawn from. */
interface Table {
  readonly rows: readonly SideBySideRow[];
  readonly transcript: SideBySide['transcript'];
  readonly anchors: Anchors;
}

/** The section with both texts; of a text with very many differences its beginning. */
export function sideBySide(data: SideBySide, anchors: Anchors): Markup {
  const shownRows = affordable(
    data.rows.map((row) => changesIn(row) + row.findings.length),
    MARKED,
  );
  const table = { rows: data.rows.slice(0, shownRows), transcript: data.transcript, anchors };
  const heads = ['sealed', 'copy'] as const;
  const body = stretches(table.rows.map(kindOf), RULES).map((stretch) => stretchMarkup(table, stretch));
  return element(
    'div',
    { class: data.transcript === 'digests' ? 'texts digests' : 'texts' },
    element(
      'div',
      {},
      element(
        'div',
        { class: 'heads', 'aria-hidden': 'true' },
        ...heads.map((witness) => element('div', {}, sideName(witness, data.transcript))),
      ),
      joined(body, '\n'),
      notShown(data.rows.slice(shownRows)),
    ),
    strip(table.rows, anchors),
  );
}

/** Says how much of the texts is missing from the report. */
function notShown(rows: readonly SideBySideRow[]): Markup {
  if (rows.length === 0) return NOTHING;
  const text = `From here on the texts are not shown: ${counted(rows.length, 'more passage')}. --format json lists every difference.`;
  return element('p', { class: 'soft' }, text);
}
