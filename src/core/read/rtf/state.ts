/** What a group of an RTF file sets and its end restores. */
import type { HiddenBy } from '../document.ts';
import type { BlockDraft, BlockFrame } from '../office/block-draft.ts';
import type { Frame } from '../office/unseen.ts';
import type { Field } from './fields.ts';

/** What becomes of the text of a group. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'colours'
  | 'styles'
  | 'info'
  | 'personal'
  | 'title'
  | 'instruction'
  | 'label'
  | 'lists'
  | 'level-text'
  | 'shape-name'
  | 'shape-value';

/** How text is set. Colours are indices of the colour table, 0 the automatic one. */
export interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: boolean;
  readonly bold: boolean;
  readonly deleted: boolean;
  readonly colour: number;
  readonly highlight: number;
  readonly ground: number;
  readonly halfPoints: number;
  readonly scale: number;
  /** Space between letters, and how far they are raised, in points. */
  readonly spacing: number;
  readonly shift: number;
  readonly font: number;
}

/** How text is set after `\plain`. */
export const PLAIN: Look = {
  hidden: false,
  struck: false,
  raised: false,
  bold: false,
  deleted: false,
  colour: 0,
  highlight: 0,
  ground: 0,
  halfPoints: 24,
  scale: 100,
  spacing: 0,
  shift: 0,
  font: -1,
};

/** A row of paragraphs: the body, a note, a header, a box. */
export interface Flow {
  readonly frame: BlockFrame;
  readonly add: (draft: BlockDraft) => void;
  draft: BlockDraft | null;
  readonly paragraph: ParagraphState;
}

/** Where a shape stands, by its edges. */
export type ShapeFrame = Frame & { readonly left: number; readonly top: number };

/** A shape while its group is open. */
export interface Shape {
  hidden: HiddenBy | null;
  frame: ShapeFrame;
  /** Whether the text keeps clear of it, and whether it stands behind the text. */
  wrap: number;
  behind: boolean;
  /** The property whose value is read. */
  property: string;
  /** How many text boxes there were when it began. */
  readonly boxes: number;
}

export interface Group {
  destination: Destination;
  look: Look;
  flow: Flow;
  /** Characters that stand for a `\u` where Unicode is not known. */
  fallback: number;
  /** The field whose parts are read here. */
  field: Field | null;
  /** The shape whose parts are read here. */
  shape: Shape | null;
  /** Whether this group's children are one text in two encodings, the later one to be read. */
  twofold: boolean;
  /** A control word here is a destination that may be passed over when it is not known (`\*`). */
  optional: boolean;
  /** The control word that made it a group without words of its own, which some programs show if there are any; '' for none. */
  wordless: string;
  /** The same for the groups in it that no control word makes anything else. */
  wordlessWithin: string;
}

/** Paragraph formatting; it holds until `\pard` and does not end with a group, but each flow has its own. */
export interface ParagraphState {
  style: number;
  outline: number;
  inTable: boolean;
  /** The list it is an item of, 0 for none, and the level in it. */
  list: number;
  level: number;
  /** Index of the colour behind the paragraph. */
  ground: number;
  /** Height of its lines, exactly, and its indent, in points. */
  exact: number | null;
  indent: number;
  /** The frame it stands in. */
  frame: Frame;
}

export const PLAIN_PARAGRAPH: ParagraphState = {
  style: -1,
  outline: 9,
  inTable: false,
  list: 0,
  level: 0,
  ground: 0,
  exact: null,
  indent: 0,
  frame: { by: 'text' },
};

/** A flow before its first paragraph. */
export function beginFlow(frame: BlockFrame, add: Flow['add']): Flow {
  return { frame, add, draft: null, paragraph: { ...PLAIN_PARAGRAPH } };
}
