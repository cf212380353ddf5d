/**
 * Subtitles, SubRip and WebVTT: cues in the order of time, as a viewer reads them.
 *
 * Numbers, times, comments and styling are not text. A cue that is shown for no time at all or in no place, and words that styles or override
 * codes make invisible, are hidden text: a parser finds them and a viewer does not.
 */
import type { Block, Caveat, Document, Format, HiddenBy, HiddenText } from '../document.ts';
import { lineStarts } from '../place.ts';
import { readCue } from './cue.ts';
import { type CueStyles, loadCueStyles } from './cue-styles.ts';
import { type Cue, type Cut, cutSrt, cutWebvtt } from './cues.ts';
import type { Notation } from './markup.ts';
import { flashingCues, repeatedLines } from './roll-up.ts';

/** Reads SubRip. Never fails: a file without cues gives no blocks. */
export function readSrt(source: string): Document {
  const lines = lineStarts(source);
  return readCut({ source, lines, cut: cutSrt(source, lines), format: 'srt', styles: null });
}

/** Reads WebVTT (W3C). A file without cues gives no blocks. Throws `Refusal`: `too-deep` for tags, `too-large` for style rules. */
export async function readWebvtt(source: string): Promise<Document> {
  const lines = lineStarts(source);
  const cut = cutWebvtt(source, lines);
  return readCut({ source, lines, cut, format: 'webvtt', styles: await loadCueStyles(source, cut.sheets) });
}

/** A subtitle file, cut up. */
interface Subtitles {
  readonly source: string;
  readonly lines: Uint32Array;
  readonly cut: Cut;
  readonly format: Format & Notation;
  readonly styles: CueStyles | null;
}

function readCut(file: Subtitles): Document {
  const { source, lines, cut, format, styles } = file;
  const blocks: Block[] = [];
  const hidden = cut.stray.map(({ start, end }) => hiddenWords(source.slice(start, end).trim(), 'markup', -1, start));
  const caveats: Caveat[] = [...(styles?.caveats ?? [])];
  const ordered = cut.cues.filter(isShown).toSorted((a, b) => a.start - b.start);
  const flashes = flashingCues(source, ordered);
  const shown = ordered.filter((cue) => !flashes.has(cue));
  const repeated = repeatedLines(source, shown);
  for (const [index, cue] of shown.entries()) {
    const styled = styles?.styled(source, cue) ?? null;
    const read = readCue(source, cue, {
      notation: format,
      styled,
      repeated: repeated[index]!,
      firstBlock: blocks.length,
    });
    blocks.push(...read.blocks);
    hidden.push(...read.hidden);
    caveats.push(...read.caveats);
  }
  for (const cue of cut.cues)
    if (!isShown(cue) || flashes.has(cue)) hidden.push(...unshown(source, cue, blocks, format));
  return { format, blocks, hidden, caveats, lines, metadata: new Map() };
}

function isShown({ start, end, unseenBy }: Cue): boolean {
  return end > start && unseenBy === null;
}

/** The words of a cue that is over before it begins or has no place in the picture, behind the last cue that starts before it. */
function unshown(source: string, cue: Cue, blocks: readonly Block[], notation: Notation): HiddenText[] {
  const block = blocksUpTo(blocks, cue.start) - 1;
  const { blocks: words } = readCue(source, cue, { notation, styled: null, repeated: 0, firstBlock: 0 });
  return words.map(({ text }) => hiddenWords(text, cue.unseenBy ?? 'markup', block, cue.lines[0]!.start));
}

/** How many blocks, which are in the order of time, begin no later than `start`; found by halving. */
function blocksUpTo(blocks: readonly Block[], start: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { place } = blocks[middle]!;
    if (place.by === 'time' && place.milliseconds > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Hidden words that are a block of their own behind block `block`. */
function hiddenWords(text: string, by: HiddenBy, block: number, source: number): HiddenText {
  return { text, by, block, offset: null, source, hint: false };
}
