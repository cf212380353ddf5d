/** Shapes and their text boxes: where they stand, and whether they are seen (RTF 1.9.1, "Word 97 through Word 2007 RTF for Drawing Objects"). */
import { doubtAnchored, type Placing } from '../office/anchored.ts';
import { type Frame, frameUnseenBy } from '../office/unseen.ts';
import type { Control, RtfReader } from './reader.ts';
import type { Shape } from './state.ts';

const TWIPS_PER_POINT = 20;
/** `\shpwr3`: the text takes no notice of the shape. */
const NO_WRAP = 3;

const beginShape: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.flush();
  const { boxes } = reader;
  reader.group.shape = {
    hidden: null,
    frame: { by: 'text' },
    wrap: NO_WRAP,
    behind: false,
    property: '',
    boxes: boxes.length,
  };
};

const shape =
  (change: (shape: Shape, value: number) => void): Control =>
  (reader, value) => {
    if (reader.group.shape !== null) change(reader.group.shape, value ?? 0);
  };

const placed = (change: (frame: Frame, points: number) => Frame): Control =>
  shape((open, value) => {
    open.frame = change(open.frame, value / TWIPS_PER_POINT);
  });

/** Takes the value of a property of the present shape. */
export function takeShapeValue(reader: RtfReader, text: string): void {
  const { shape: open } = reader.group;
  if (open === null) return;
  if (open.property === 'fHidden' && text.trim() === '1') open.hidden = 'style';
  if (open.property === 'gtextUNICODE' && text.trim() !== '') reader.draft.doubt('drawn-otherwise', 'gtextUNICODE');
}

/** Ends a shape; the reader is back in the group around it. Words of one that nobody sees are hidden where it is anchored. */
export function endShape(reader: RtfReader, ended: Shape): void {
  const by = ended.hidden ?? frameUnseenBy(ended.frame);
  const { draft } = reader.group.flow;
  const boxes = reader.boxes.slice(ended.boxes);
  if (by === null) doubtAnchored(draft, placingOf(ended), boxes.map(({ text }) => text).join(' '));
  else {
    reader.boxes.length = ended.boxes;
    for (const box of boxes) for (const { text } of box.withheld(by).hidden) reader.draft.hide(text, by);
  }
}

function placingOf({ wrap, behind }: Shape): Placing {
  if (behind) return 'behind';
  return wrap === NO_WRAP ? 'in front' : 'apart';
}

export const SHAPES: readonly (readonly [string, Control])[] = [
  ['shpinst', beginShape],
  ['do', beginShape],
  ['shpleft', placed((frame, left) => ({ ...frame, left }))],
  ['shptop', placed((frame, top) => ({ ...frame, top }))],
  ['shpright', placed((frame, right) => ({ ...frame, width: right - (frame.left ?? 0) }))],
  ['shpbottom', placed((frame, bottom) => ({ ...frame, height: bottom - (frame.top ?? 0) }))],
  ['dpx', placed((frame, left) => ({ ...frame, left }))],
  ['dpy', placed((frame, top) => ({ ...frame, top }))],
  ['dpxsize', placed((frame, width) => ({ ...frame, width }))],
  ['dpysize', placed((frame, height) => ({ ...frame, height }))],
  ['shpbxpage', placed((frame) => ({ ...frame, by: 'page' }))],
  ['dobxpage', placed((frame) => ({ ...frame, by: 'page' }))],
  ['shpwr', shape((open, value) => void Object.assign(open, { wrap: value }))],
  ['shpfblwtxt', shape((open, value) => void Object.assign(open, { behind: value === 1 }))],
];
