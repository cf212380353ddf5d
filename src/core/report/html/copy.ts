/** One copy in a report: its verdict, what there is to put right, and both texts side by side. */
import { counted } from '../number.ts';
import type { Row } from '../rows.ts';
import { anchorsOf, findingLists, toldOf } from './findings.ts';
import { element, type Markup, NOTHING } from './markup.ts';
import { sectionHead } from './page.ts';
import type { SideBySide } from './side-by-side.ts';
import { sideBySide } from './texts.ts';

const NOTICES: Readonly<Record<SideBySide['notice'], string>> = {
  none: '',
  kept: 'The notice is kept.',
  changed: 'The notice is changed.',
  removed: 'The notice is removed.',
};

/** What became of the withheld marks and the notice, in a line. */
function accounts({ marks, notice }: SideBySide): string {
  const signs =
    marks.sealed === 0
      ? ''
      : `${marks.kept} of ${counted(marks.sealed, 'mark')} of withheld words ${marks.sealed === 1 ? 'is' : 'are'} kept.`;
  return [signs, NOTICES[notice]].filter((part) => part !== '').join(' ');
}

/** The section of the row with this number of the report. `texts` is `null` where there is nothing to show beside it. */
export function copySection(row: Row, number: number, texts: SideBySide | null): Markup {
  const anchors = anchorsOf(row, number);
  // The words come first: where they have claimed a finding, its entry in the list links to them.
  const words = texts === null ? NOTHING : sideBySide(texts, anchors);
  const account = texts === null ? '' : accounts(texts);
  return element(
    'section',
    { id: `c${number}`, 'aria-labelledby': `h${number}` },
    sectionHead(row, number),
    element('p', {}, element('bdi', {}, `${row.headline}.`)),
    account === '' ? NOTHING : element('p', {}, account),
    findingLists(toldOf(row, anchors)),
    words,
  );
}
