/** Cuts SubRip and WebVTT files into cues. */
import type { HiddenBy } from '../document.ts';
import { isWhiteSpace } from '../text/white-space.ts';
import { regionOf, type Settings, settingsIn, unseenCue } from './settings.ts';

/** A stretch of the source without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** One cue as it stands in the file. */
export interface Cue {
  /** Milliseconds from the start of the recording. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  /** The cue's own name, '' for none. */
  readonly id: string;
  /** The region it is shown in. */
  readonly region: string | null;
  /** What keeps the whole of it from being seen. */
  readonly unseenBy: HiddenBy | null;
}

/** A subtitle file, cut up. */
export interface Cut {
  /** In the order of the file. */
  readonly cues: readonly Cue[];
  /** Lines that belong to no cue, comment or style: no player shows them. */
  readonly stray: readonly Line[];
  /** Style sheets for cues. */
  readonly sheets: readonly string[];
}

const TIMING =
  /^[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]*-->[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3})(?!\d)/;
/** No timing line is longer but for its settings; longer lines are text. */
const TIMING_LENGTH = 60;
/** The same with its settings. */
const SETTINGS_LENGTH = 400;
/** Longer names of cues are cut. */
const NAME_LENGTH = 200;

/** Times of a cue, or `null` when the line is no timing line. */
function timesOf(source: string, line: Line): { readonly start: number; readonly end: number } | null {
  const begin = source.slice(line.start, Math.min(line.end, line.start + TIMING_LENGTH));
  const [, start = '', end = ''] = TIMING.exec(begin) ?? [];
  return start === '' ? null : { start: milliseconds(start), end: milliseconds(end) };
}

/** A time such as `00:01:02.500`, in milliseconds. */
export function milliseconds(time: string): number {
  const [clock = '', fraction = ''] = time.split(/[.,]/);
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}

/**
 * SubRip: a cue is all between its timing line and the next, without the number before that. Blank lines inside a cue are kept
 * together with it, because players show what follows them.
 */
export function cutSrt(source: string, starts: Uint32Array): Cut {
  const cues: Cue[] = [];
  let open: (Cue & { lines: Line[] }) | null = null;
  const before: Line[] = [];
  for (const line of linesOf(source, starts)) {
    const times = timesOf(source, line);
    if (times === null) {
      (open?.lines ?? before).push(line);
      continue;
    }
    dropNumber(source, open?.lines ?? before);
    open = { ...times, lines: [], id: '', region: null, unseenBy: null };
    cues.push(open);
  }
  return {
    cues: cues.map((cue) => ({ ...cue, lines: filled(source, cue.lines) })),
    stray: filled(source, before),
    sheets: [],
  };
}

/** A cue's number stands directly before its timing line. */
function dropNumber(source: string, lines: Line[]): void {
  const last = lines.at(-1);
  if (last !== undefined && /^\s*\d{1,9}\s*$/.test(source.slice(last.start, Math.min(last.end, last.start + 40))))
    lines.pop();
}

function filled(source: string, lines: readonly Line[]): Line[] {
  return lines.filter((line) => !isBlank(source, line));
}

/** WebVTT (W3C): blocks between blank lines; a block with a timing line is a cue, NOTE a comment, STYLE and REGION are set-up. */
export function cutWebvtt(source: string, starts: Uint32Array): Cut {
  const cues: Cue[] = [];
  const stray: Line[] = [];
  const sheets: string[] = [];
  const regions = new Map<string, Settings>();
  for (const [index, block] of blocksOf(source, starts).entries()) {
    const cue = cueIn(source, block, regions);
    const first = headOf(source, block);
    if (cue !== null) cues.push(cue);
    else if (/^STYLE\s*$/.test(first)) sheets.push(bodyOf(source, block));
    else if (/^REGION\s*$/.test(first)) addRegion(regions, bodyOf(source, block));
    else if (index > 0 && !/^NOTE(\s|$)/.test(first)) stray.push(...block);
  }
  return { cues, stray, sheets };
}

/** The cue in a block: its timing line is the first or, behind its name, the second. */
function cueIn(source: string, block: readonly Line[], regions: ReadonlyMap<string, Settings>): Cue | null {
  const timing = block.slice(0, 2).findIndex((line) => timesOf(source, line) !== null);
  const line = block[timing];
  const times = line === undefined ? null : timesOf(source, line);
  if (line === undefined || times === null) return null;
  const settings = source.slice(line.start, Math.min(line.end, line.start + SETTINGS_LENGTH)).replace(TIMING, '');
  return {
    ...times,
    lines: block.slice(timing + 1),
    id: timing === 0 ? '' : source.slice(block[0]!.start, Math.min(block[0]!.end, block[0]!.start + NAME_LENGTH)),
    region: regionOf(settings),
    unseenBy: unseenCue(settings, regions),
  };
}

/** The beginning of a block's first line; no block is without lines. */
function headOf(source: string, block: readonly Line[]): string {
  const { start, end } = block[0]!;
  return source.slice(start, Math.min(end, start + 8));
}

/** The lines of a block behind its first. */
function bodyOf(source: string, block: readonly Line[]): string {
  return source.slice(block[0]!.end, block.at(-1)!.end);
}

/** A region without a name is nobody's. */
function addRegion(regions: Map<string, Settings>, body: string): void {
  const settings = settingsIn(body);
  const id = settings.get('id') ?? '';
  if (id !== '') regions.set(id, settings);
}

function blocksOf(source: string, starts: Uint32Array): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] = [];
  for (const line of linesOf(source, starts)) {
    if (!isBlank(source, line)) open.push(line);
    else if (open.length > 0) {
      blocks.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...blocks, open] : blocks;
}

function* linesOf(source: string, starts: Uint32Array): Generator<Line> {
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    let end = starts[i + 1] ?? source.length;
    while (end > start && /[\n\r\x85\u2028\u2029]/.test(source.charAt(end - 1))) end--;
    yield { start, end };
  }
}

function isBlank(source: string, { start, end }: Line): boolean {
  for (let i = start; i < end; i++) if (!isWhiteSpace(source.charCodeAt(i))) return false;
  return true;
}

/** Whether `text` is white space alone. */
export function isBlankText(text: string): boolean {
  return isBlank(text, { start: 0, end: text.length });
}
