/**
 * Subtitles, SubRip and WebVTT: cues in the order of time, as a viewer reads them.
 *
 * Numbers, times, comments and styling are not text. A cue that is shown for no time at all, and words that override codes make
 * invisible, are hidden text: a parser finds them and a viewer does not.
 */
import type { Block, Caveat, Document, Format, HiddenText } from '../document.ts';
import { lineStarts } from '../place.ts';
import { readCue } from './cue.ts';
import { type Cut, cutSrt, cutWebvtt } from './cues.ts';
import type { Notation } from './markup.ts';
import { repeatedLines } from './roll-up.ts';

/** Reads SubRip. Never fails: a file without cues gives no blocks. */
export function readSrt(source: string): Document {
  const lines = lineStarts(source);
  return readCut(source, lines, cutSrt(source, lines), 'srt');
}

/** Reads WebVTT (W3C). Never fails: a file without cues gives no blocks. */
export function readWebvtt(source: string): Document {
  const lines = lineStarts(source);
  return readCut(source, lines, cutWebvtt(source, lines), 'webvtt');
}

function readCut(source: string, lines: Uint32Array, cut: Cut, format: Format & Notation): Document {
  const blocks: Block[] = [];
  const hidden: HiddenText[] = cut.stray.map(({ start, end }) => ({
    text: source.slice(start, end).trim(),
    by: 'markup',
    block: -1,
    offset: null,
    source: start,
    hint: false,
  }));
  const shown = cut.cues.filter((cue) => cue.end > cue.start).toSorted((a, b) => a.start - b.start);
  const repeated = repeatedLines(source, shown);
  for (const [index, cue] of shown.entries()) {
    const read = readCue(source, cue, repeated[index] ?? 0, format, blocks.length);
    blocks.push(...read.blocks);
    hidden.push(...read.hidden);
  }
  for (const cue of cut.cues) if (cue.end <= cue.start) hidden.push(...unshown(source, cue, blocks, format));
  const caveats: Caveat[] = cut.styled ? [{ kind: 'stylesheet', at: null, detail: 'STYLE' }] : [];
  return { format, blocks, hidden, caveats, lines, metadata: new Map() };
}

/** The words of a cue that is over before it begins, behind the last cue that starts before it. */
function unshown(source: string, cue: Cut['cues'][number], blocks: readonly Block[], format: Notation): HiddenText[] {
  const next = blocks.findIndex(({ place }) => place.by === 'time' && place.milliseconds > cue.start);
  const block = (next < 0 ? blocks.length : next) - 1;
  return readCue(source, cue, 0, format, 0).blocks.map(({ text }) => ({
    text,
    by: 'markup',
    block,
    offset: null,
    source: cue.lines[0]?.start ?? null,
    hint: false,
  }));
}
