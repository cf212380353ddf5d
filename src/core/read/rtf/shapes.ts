/** Shapes and their text boxes: where they stand, and whether they are seen (RTF 1.9.1, "Word 97 through Word 2007 RTF for Drawing Objects"). */
import { doubtAnchored, type Placing } from '../office/anchored.ts';
import { frameUnseenBy } from '../office/unseen.ts';
import type { Control, RtfReader } from './reader.ts';
import type { Shape, ShapeFrame } from './state.ts';

const TWIPS_PER_POINT = 20;
/** `\shpwr3`: the text takes no notice of the shape. */
const NO_WRAP = 3;

const beginShape: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.flush();
  const { boxes } = reader;
  reader.group.shape = {
    hidden: null,
    frame: { by: 'text', left: 0, top: 0 },
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

const placed = (change: (frame: ShapeFrame, points: number) => Partial<ShapeFrame>): Control =>
  shape((open, value) => {
    open.frame = { ...open.frame, ...change(open.frame, value / TWIPS_PER_POINT) };
  });

/** Takes the name of a property of the present shape. */
export function takeShapeName({ group: { shape: open } }: RtfReader, text: string): void {
  if (open !== null) open.property = text.trim();
}

/** Takes the value of the property that was named last. */
export function takeShapeValue(reader: RtfReader, text: string): void {
  const { shape: open } = reader.group;
  if (open?.property === 'fHidden' && text.trim() === '1') open.hidden = 'style';
  if (open?.property === 'gtextUNICODE') reader.draft.doubt('drawn-otherwise', 'gtextUNICODE');
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
  ['shpleft', placed((_frame, left) => ({ left }))],
  ['shptop', placed((_frame, top) => ({ top }))],
  ['shpright', placed(({ left }, right) => ({ width: right - left }))],
  ['shpbottom', placed(({ top }, bottom) => ({ height: bottom - top }))],
  ['dpx', placed((_frame, left) => ({ left }))],
  ['dpy', placed((_frame, top) => ({ top }))],
  ['dpxsize', placed((_frame, width) => ({ width }))],
  ['dpysize', placed((_frame, height) => ({ height }))],
  ['shpbxpage', placed(() => ({ by: 'page' }))],
  ['dobxpage', placed(() => ({ by: 'page' }))],
  ['shpwr', shape((open, value) => void Object.assign(open, { wrap: value }))],
  ['shpfblwtxt', shape((open, value) => void Object.assign(open, { behind: value === 1 }))],
];
