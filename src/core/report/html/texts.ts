/** Transcript and copy side by side, a row a passage; long unchanged stretches are folded, and a strip shows where not. */
import { shown } from '../escape.ts';
import { counted } from '../number.ts';
import { placeText } from '../place.ts';
import { clip } from '../wording/say.ts';
import type { Anchors } from './anchors.ts';
import { type Child, element, joined, type Markup, NOTHING } from './markup.ts';
import type { Relation, SideBySide, SideBySideRow, SideText } from './side-by-side.ts';
import { sideParagraph, type Witness } from './words.ts';

/** Unchanged rows in a row from which on they are folded, and how many stay open at either end for context. */
const FOLD_FROM = 4;
const CONTEXT = 1;
/** Rows of the page around the interview from which on they are folded. */
const AROUND_FROM = 2;
/** Ticks the strip holds at most; nearer differences share one. */
const TICKS = 200;

const SIDE_NAMES = { sealed: 'Transcript', copy: 'Copy' } as const satisfies Record<Witness, string>;

/** What the row is, in a word; nothing for one that is the same. */
function tag(row: SideBySideRow, anchors: Anchors): Markup {
  const { relation } = row;
  switch (relation.by) {
    case 'same':
      return NOTHING;
    case 'changed':
      return element('div', { class: 'tag' }, 'Changed');
    case 'omitted':
      return element('div', { class: 'tag' }, 'Left out of the copy');
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

function sideBox(sides: readonly SideText[], witness: Witness, { by }: Relation, anchors: Anchors): Markup {
  const words: Child[] =
    sides.length === 0
      ? [element('p', { class: 'empty' }, MISSING[witness][by === 'moved' ? 'moved' : 'gone'])]
      : sides.map((side) => sideParagraph(side, witness, anchors));
  return element('div', { class: 'side', 'data-side': SIDE_NAMES[witness] }, ...words, sidePlace(sides[0]));
}

function rowMarkup(row: SideBySideRow, index: number, anchors: Anchors): Markup {
  const names = rowAnchors(row, anchors);
  const copy = sideBox(row.copy, 'copy', row.relation, anchors);
  const sealed = sideBox(row.sealed === null ? [] : [row.sealed], 'sealed', row.relation, anchors);
  const kind = `row ${row.relation.by}${row.role === null ? '' : ` ${row.role}`}`;
  return element('div', { class: kind, id: anchors.row(index) }, names, tag(row, anchors), sealed, copy);
}

function isQuiet(row: SideBySideRow): boolean {
  const hasChange = row.sealed?.changes.length || row.copy.some((side) => side.changes.length > 0);
  return row.relation.by === 'same' && row.findings.length === 0 && !hasChange;
}

/** A half-open range of rows that are shown or folded together. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fold: 'open' | 'same' | 'around';
}

function kindOf(row: SideBySideRow): Stretch['fold'] {
  if (row.relation.by === 'around' && row.findings.length === 0) return 'around';
  return isQuiet(row) ? 'same' : 'open';
}

/** One run of alike rows, with rows of context left open beside what differs where it is long enough to fold. */
function folded(run: Stretch, count: number): Stretch[] {
  if (run.fold === 'open') return [run];
  const isAround = run.fold === 'around';
  const head = isAround || run.from === 0 ? run.from : run.from + CONTEXT;
  const tail = isAround || run.to === count ? run.to : run.to - CONTEXT;
  if (tail - head < (isAround ? AROUND_FROM : FOLD_FROM)) return [{ ...run, fold: 'open' }];
  return [
    { from: run.from, to: head, fold: 'open' },
    { from: head, to: tail, fold: run.fold },
    { from: tail, to: run.to, fold: 'open' },
  ];
}

function stretches(rows: readonly SideBySideRow[]): Stretch[] {
  const out: Stretch[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const fold = kindOf(rows[from]!);
    while (to < rows.length && kindOf(rows[to]!) === fold) to++;
    out.push(...folded({ from, to, fold }, rows.length));
  }
  return out.filter((stretch) => stretch.to > stretch.from);
}

function wordCount(rows: readonly SideBySideRow[]): number {
  const texts = rows.flatMap((row) => (row.sealed === null ? row.copy : [row.sealed]));
  return texts.reduce((sum, { text }) => sum + text.split(/\s+/u).filter((word) => word !== '').length, 0);
}

function foldTitle(rows: readonly SideBySideRow[], fold: Stretch['fold']): string {
  const words = counted(wordCount(rows), 'word');
  if (fold === 'around') return `${words} around the interview, not judged`;
  return `${counted(rows.length, 'passage')} unchanged (${words})`;
}

function stretchMarkup(rows: readonly SideBySideRow[], stretch: Stretch, anchors: Anchors): Markup {
  const some = rows.slice(stretch.from, stretch.to);
  const markup = joined(
    some.map((row, index) => rowMarkup(row, stretch.from + index, anchors)),
    '\n',
  );
  if (stretch.fold === 'open') return markup;
  return element('details', { class: 'fold' }, element('summary', {}, foldTitle(some, stretch.fold)), markup);
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

/** The section with both texts. */
export function sideBySide(data: SideBySide, anchors: Anchors): Markup {
  const heads = element(
    'div',
    { class: 'heads', 'aria-hidden': 'true' },
    element('div', {}, 'Transcript'),
    element('div', {}, 'Copy'),
  );
  const body = stretches(data.rows).map((stretch) => stretchMarkup(data.rows, stretch, anchors));
  return element('div', { class: 'texts' }, element('div', {}, heads, joined(body, '\n')), strip(data.rows, anchors));
}

const NOTICES: Readonly<Record<SideBySide['notice'], string>> = {
  none: '',
  kept: 'The notice is kept.',
  changed: 'The notice is changed.',
  removed: 'The notice is removed.',
};

/** What became of the withheld marks and the notice, in a line. */
export function accounts({ marks, notice }: SideBySide): string {
  const signs =
    marks.sealed === 0
      ? ''
      : `${marks.kept} of ${counted(marks.sealed, 'mark')} of withheld words ${marks.sealed === 1 ? 'is' : 'are'} kept.`;
  return [signs, NOTICES[notice]].filter((part) => part !== '').join(' ');
}
