/**
 * What every reader gives: one witness as blocks of seen text, with the hidden text beside it.
 *
 * All offsets are UTF-16 code units and all ranges are half open. An offset "in the text" counts in `Block.text`; an
 * offset "in the source" counts in the decoded string the reader was given. Nothing downstream looks at the source
 * again: a place is looked up through `Block.origin`, never by searching for the words.
 */

/** The formats a witness can come in. */
export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'pdf'
  | 'srt'
  | 'webvtt'
  | 'tei'
  | 'docbook';

/** What a block is in its document's layout. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'caption'
  | 'cell'
  | 'cue'
  | 'quote'
  | 'preformatted'
  | 'note'
  | 'running';

/** A half-open range of offsets in a block's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A block that stands apart from the text around it by meaning, so its words are furniture. */
export interface SetOff {
  /** The element, role or part that sets it apart: `aside`, `figure`, `role=note`, `running head`, `footnote`. */
  readonly by: string;
}

/** How the three readings of a line end differ. */
export interface Break {
  /** `hyphen`: a hyphen or soft hyphen before the line end. `bare`: the line may have been broken inside a word or number. */
  readonly kind: 'hyphen' | 'bare';
  /** The hyphen (if any) and the line end, in the block's text. */
  readonly start: number;
  readonly end: number;
}

/** Where a block stands when its format has no lines of its own to point at. */
export type BlockPlace =
  | { readonly by: 'line' }
  /** `turns`: where in the text each further page of a block begins that runs over the end of its first. */
  | { readonly by: 'page'; readonly page: number; readonly turns?: readonly PageTurn[] }
  | { readonly by: 'paragraph'; readonly paragraph: number; readonly part?: string }
  | { readonly by: 'time'; readonly milliseconds: number };

/** The page on which a block's text stands from an offset on. */
export interface PageTurn {
  readonly start: number;
  readonly page: number;
}

/** One unit of layout, with the text a reader sees. */
export interface Block {
  readonly kind: BlockKind;
  /** The seen text. Line ends that matter (hard breaks, lines of a plain text) are LF. */
  readonly text: string;
  /** From the text to the source; `null` where the source is not text (PDF, archives). */
  readonly origin: Origin | null;
  readonly place: BlockPlace;
  /**
   * The path of the box the block stands in, as a CSS-like selector without positions: `body > main > article`. Two blocks
   * of the same text flow have equal containers. Plain text has one: the empty string.
   */
  readonly container: string;
  /** The shortest simple selector (`aside.ad`, `#promo`, `div.box`) a publisher can declare for the block's box; '' where formats have none. */
  readonly selector: string;
  readonly setOff: SetOff | null;
  /** Bold stretches of the text: labels and questions are often set so. */
  readonly strong: readonly Range[];
  /** Offset in the text from which its last words name the source of a block quote, where the format tells them apart (`<cite>`). */
  readonly credit?: number;
  /** Offsets in the text at which a line begins besides the first: a label or timestamp may stand there. */
  readonly lineStarts: readonly number[];
  readonly breaks: readonly Break[];
  /** The speaker the format itself names for this block (`<v Anna>`, `<u who>`, `<sp>`), as written; not part of the text. */
  readonly speaker: string | null;
}

/** A way to keep words from the reader's eye that a parser still finds. */
export type HiddenBy =
  | 'style'
  | 'attribute'
  | 'colour'
  | 'size'
  | 'clip'
  | 'position'
  | 'closed'
  | 'layer'
  | 'paint'
  | 'render-mode'
  | 'vanish'
  | 'markup';

/** Words that are in the file and not seen. Deleted, struck and commented words are not hidden: see `Caveat`. */
export interface HiddenText {
  readonly text: string;
  readonly by: HiddenBy;
  /** Index of the block it stands in, or of the block it follows (-1 before the first). */
  readonly block: number;
  /** Offset in that block's text where the words would be, or `null` when the hidden words are a block of their own. */
  readonly offset: number | null;
  /** Offset in the source, where there is one. */
  readonly source: number | null;
  /** A screen reader's hint at a link or control ("opens in a new window"). */
  readonly hint: boolean;
}

/** Something that can show a reader other words than the ones read, or that was not evaluated. */
export type CaveatKind =
  | 'stylesheet'
  | 'script'
  | 'font'
  | 'frame'
  | 'embedded'
  | 'reordered'
  | 'drawn-otherwise'
  | 'covered'
  | 'transformed'
  | 'deleted-text'
  | 'tracked-change'
  | 'comment'
  | 'revision'
  | 'optional-content'
  | 'field'
  | 'auto-number'
  | 'declared-format'
  | 'encoding'
  | 'personal-metadata';

export interface Caveat {
  readonly kind: CaveatKind;
  /** The words it touches, or `null` when it touches the whole document. */
  readonly at: { readonly block: number; readonly start: number; readonly end: number } | null;
  /** What it is, in a few words fit for a report: an element's name, a font's name. Never a metadata value. */
  readonly detail: string;
}

/** One witness, read. */
export interface Document {
  readonly format: Format;
  readonly blocks: readonly Block[];
  readonly hidden: readonly HiddenText[];
  readonly caveats: readonly Caveat[];
  /** Offsets in the source at which lines begin, for formats whose places are lines; empty otherwise. */
  readonly lines: Uint32Array;
  /** Title, language and the like that the format declares beside the text. Keys are lower case; values never reach a report. */
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * From offsets in a block's text to offsets in the source, in segments. Inside a segment text and source advance together,
 * so one segment is one stretch the reader copied without change.
 */
export interface Origin {
  /** Where each segment begins in the text; ascending, the first is 0. */
  readonly text: Uint32Array;
  /** Where each segment begins in the source. */
  readonly source: Uint32Array;
}

/** A position a person can find. Lines, columns, pages and paragraphs count from 1; a column counts UTF-16 code units, as editors do. */
export type Place =
  | { readonly by: 'line'; readonly line: number; readonly column: number }
  | { readonly by: 'page'; readonly page: number }
  | { readonly by: 'paragraph'; readonly paragraph: number; readonly part?: string }
  | { readonly by: 'time'; readonly milliseconds: number; readonly line?: number; readonly column?: number };
