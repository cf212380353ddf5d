/** Reads the markup inside a cue: voices, styling, escapes, and the override codes that make words invisible. */
import type { HiddenBy } from '../document.ts';
import type { Mark } from '../html/look.ts';
import type { StyledCue } from './cue-styles.ts';

/** A stretch of a cue's text. */
export interface Stretch {
  /** What is shown; empty when the stretch is markup. */
  readonly text: string;
  readonly start: number;
  /** How much of the source it takes up. */
  readonly width: number;
}

/** What holds for the words that follow. */
export interface Manner {
  speaker: string | null;
  bold: boolean;
  /** How the words are kept from the eye, or `null`. */
  hiddenBy: HiddenBy | null;
  /** The styles along the cue, where there are any, and how many of its tags have come by. */
  readonly styled: StyledCue | null;
  tags: number;
}

/** What else the styles make of words here. */
export function marksOf({ styled, tags }: Manner): readonly Mark[] {
  return styled === null ? [] : styled[tags]!.marks;
}

/** The two notations: their tags overlap, their escapes do not. */
export type Notation = 'srt' | 'webvtt';

const PARTS: Readonly<Record<Notation, RegExp>> = {
  srt: /<[^<>]*>|\{\\[^{}]*\}|&(?:#x?[\da-f]{1,7}|[a-z]{2,6});|\\[Nh]|[^<{&\\]+|[<{&\\]/giu,
  webvtt: /<[^<>]*>|&(?:#x?[\da-f]{1,7}|[a-z]{2,6});|[^<&]+|[<&]/giu,
};
const SRT_TAG = /^<\/?(?:i|b|u|s|font|c|v|lang|ruby|rt)(?:[\s.][^>]*)?>$/i;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&nbsp;', '\u00a0'],
  ['&lrm;', '\u200e'],
  ['&rlm;', '\u200f'],
]);

/** The stretches of one line, which stands at `start`; `manner` is changed as tags come by. */
export function* readMarkup(line: string, start: number, notation: Notation, manner: Manner): Generator<Stretch> {
  for (const { 0: part, index } of line.matchAll(PARTS[notation])) {
    const text = shown(part, notation, manner);
    if (text !== '') yield { text, start: start + index, width: part.length };
  }
}

/** What a part shows; tags and codes show nothing and change the manner. */
function shown(part: string, notation: Notation, manner: Manner): string {
  if (part.startsWith('&')) return decodeReference(part);
  if (part.length > 1 && part.startsWith('<')) return isTag(part, notation) ? applyTag(part, manner) : part;
  if (notation === 'webvtt') return part;
  if (part.startsWith('{\\')) return applyOverrides(part, manner);
  if (part === '\\N') return '\n';
  return part === '\\h' ? '\u00a0' : part;
}

/** In WebVTT everything in angle brackets is a tag; in SubRip only what players know. */
function isTag(part: string, notation: Notation): boolean {
  return notation === 'webvtt' || SRT_TAG.test(part);
}

function applyTag(tag: string, manner: Manner): '' {
  const closes = tag.startsWith('</');
  const name = tag
    .slice(closes ? 2 : 1)
    .toLowerCase()
    .replace(/[^a-z].*$/s, '');
  if (name === 'b') manner.bold = !closes;
  if (name === 'v') manner.speaker = closes ? null : speakerOf(tag);
  manner.tags++;
  if (manner.styled !== null) {
    manner.hiddenBy = manner.styled[manner.tags]!.hiddenBy;
    return '';
  }
  if (name === 's' && !isStyled(tag)) manner.hiddenBy = closes ? null : 'style';
  if (name === 'font') manner.hiddenBy = closes ? null : hiddenByFont(tag);
  return '';
}

/** In WebVTT `<s.name>` is no tag at all; a plain `<s>` strikes words through where players know it. */
function isStyled(tag: string): boolean {
  return tag.includes('.');
}

/** `<v.loud Anna>` is Anna. */
function speakerOf(tag: string): string | null {
  const name = tag
    .slice(1, -1)
    .replace(/^v[^\s]*\s*/i, '')
    .trim();
  return name === '' ? null : name;
}

function hiddenByFont(tag: string): HiddenBy | null {
  if (/\bsize\s*=\s*["']?0*\.?0*(?:px|pt|%|em)?["'\s>]/i.test(tag)) return 'size';
  return /\bcolor\s*=\s*["']?(?:transparent|#[\da-f]{6}00["'\s>])/i.test(tag) ? 'colour' : null;
}

/** Override codes of Advanced SubStation Alpha, which players honour in SubRip too; `{\r}` puts everything back. */
function applyOverrides(codes: string, manner: Manner): '' {
  for (const code of codes.slice(2, -1).split('\\')) {
    const by = hiddenByOverride(code.trim());
    if (by !== undefined) manner.hiddenBy = by;
  }
  return '';
}

/** How a code hides what follows; `null` when it shows it again, `undefined` when it does neither. */
function hiddenByOverride(code: string): HiddenBy | null | undefined {
  const alpha = /^(?:alpha|1a)&?H?([\da-f]{1,2})&?$/i.exec(code)?.[1];
  if (alpha !== undefined) return Number.parseInt(alpha, 16) >= NEARLY_TRANSPARENT ? 'style' : null;
  const size = /^(?:fs|fscx|fscy)(\d+(?:\.\d+)?)$/i.exec(code)?.[1];
  if (size !== undefined) return Number(size) < SMALLEST_SIZE ? 'size' : null;
  if (/^(?:pos|move|clip)\(\s*-\d{2,}/i.test(code) || /^clip\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*\)/i.test(code))
    return 'position';
  if (/^p[1-9]$/.test(code)) return 'style';
  return /^r|^p0$/.test(code) ? null : undefined;
}

/** Of 255, where 255 is invisible. */
const NEARLY_TRANSPARENT = 0xc0;
/** In points, or in hundredths of the width. */
const SMALLEST_SIZE = 4;

function decodeReference(reference: string): string {
  const [, hex = '', digits = ''] = /^&#(x?)([\da-f]+);$/i.exec(reference) ?? [];
  if (digits === '') return ENTITIES.get(reference.toLowerCase()) ?? reference;
  const code = Number.parseInt(digits, hex === '' ? 10 : 16);
  const isText =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
  return isText ? String.fromCodePoint(code) : reference;
}
