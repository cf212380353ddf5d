/** What a group of an RTF file sets and its end restores. */
import type { BlockDraft, BlockFrame } from '../office/block-draft.ts';

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
  | 'label';

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
  font: -1,
};

/** A row of paragraphs: the body, a note, a header, a box. */
export interface Flow {
  readonly frame: BlockFrame;
  readonly add: (draft: BlockDraft) => void;
  draft: BlockDraft | null;
}

/** A field while its group is open. */
export interface Field {
  code: string;
  start: number;
}

export interface Group {
  destination: Destination;
  look: Look;
  flow: Flow;
  /** Characters that stand for a `\u` where Unicode is not known. */
  fallback: number;
  /** The field whose parts are read here. */
  field: Field | null;
  /** Whether this group's children are one text in two encodings, the later one to be read. */
  twofold: boolean;
  /** A control word here is a destination that may be passed over when it is not known (`\*`). */
  optional: boolean;
}

/** Paragraph formatting; it holds until `\pard` and does not end with a group. */
export interface ParagraphState {
  style: number;
  outline: number;
  inTable: boolean;
  inList: boolean;
  /** Index of the colour behind the paragraph. */
  ground: number;
}

export const PLAIN_PARAGRAPH: ParagraphState = { style: -1, outline: 9, inTable: false, inList: false, ground: 0 };
