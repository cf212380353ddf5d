/** Writers of subtitles: cues of eight words, a new one for every paragraph. */
import { strToU8 } from 'fflate';
import { around, escapeXml, type Way, type Ways, type Writer } from './writer.ts';

const WORDS_A_CUE = 8;
/** Stands before and behind a cue of its own inside a paragraph; its settings come first, up to the next one. */
const CUE = '\f';

/** A word in a cue of its own, with these settings behind its times and this length in milliseconds. */
const ownCue =
  (settings: string, length = 2500, mark: Way['mark'] = escapeXml): Way['mark'] =>
  (word) =>
    `${CUE}${length} ${settings}${CUE}${mark(word)}${CUE}`;

interface Cue {
  readonly text: string;
  readonly length: number;
  readonly settings: string;
}

function cuesOf(paragraph: string): readonly Cue[] {
  const [first = '', ...rest] = paragraph.split(CUE);
  const cues = plainCues(first);
  for (let i = 0; i + 2 < rest.length + 1; i += 3) {
    const [, length = '', settings = ''] = /^(-?\d+) (.*)$/.exec(rest[i] ?? '') ?? [];
    cues.push({ text: rest[i + 1] ?? '', length: Number(length), settings }, ...plainCues(rest[i + 2] ?? ''));
  }
  return cues;
}

/** Tags stay whole, and so do the dots of an ellipsis. */
function plainCues(markup: string): Cue[] {
  const words = markup.match(/(?:<[^<>]*>|\{[^{}]*\}|\.(?:\s+\.){2}|\S)+/g) ?? [];
  return Array.from({ length: Math.ceil(words.length / WORDS_A_CUE) }, (_, i) => ({
    text: words.slice(i * WORDS_A_CUE, (i + 1) * WORDS_A_CUE).join(' '),
    length: 2500,
    settings: '',
  }));
}

function clock(time: number, mark: ',' | '.'): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const second = Math.floor(time / 1000);
  const whole = [second / 3600, (second / 60) % 60, second % 60].map((n) => two(Math.floor(n))).join(':');
  return `${whole}${mark}${String(time % 1000).padStart(3, '0')}`;
}

function timed(paragraphs: readonly string[], mark: ',' | '.'): readonly string[] {
  return paragraphs.flatMap(cuesOf).map(({ text, length, settings }, i) => {
    const start = 10_000 + 3000 * i;
    return `${i + 1}\n${clock(start, mark)} --> ${clock(start + length, mark)} ${settings}\n${text}\n`;
  });
}

const UNSHOWN: Ways = {
  'a cue of no length': { mark: ownCue('', 0) },
  'a cue that ends before it begins': { mark: ownCue('', -1000) },
  'a cue shorter than a picture': { mark: ownCue('', 9) },
};

export const SRT: Writer = {
  format: 'srt',
  name: 'copy.srt',
  places: 'lines',
  say: (words) => words,
  write: (paragraphs) => strToU8(timed(paragraphs, ',').join('\n')),
  hides: {
    ...UNSHOWN,
    'a transparent font': { mark: around('font', 'color="#ffffff00"') },
    'a font of no size': { mark: around('font', 'size="0"') },
    'the alpha code': { mark: (word) => `{\\alpha&HFF&}${word}{\\r}` },
    'the size code': { mark: (word) => `{\\fs0}${word}{\\r}` },
    'the position code': { mark: (word) => `{\\pos(-900,-900)}${word}{\\r}` },
    'the drawing code': { mark: (word) => `{\\p1}${word}{\\p0}` },
    'struck through': { mark: around('s') },
  },
  drops: {},
};

const styled = (needs: string, mark: Way['mark']): Way => ({ mark, needs: `STYLE\n${needs}` });
const region = (settings: string): Way => ({ mark: ownCue('region:r'), needs: `REGION\nid:r\n${settings}` });
const c = around('c.x');

/** A `<c.x>` closes as `</c>`. */
const classed: Way['mark'] = (word) => c(word).replace('</c.x>', '</c>');

export const WEBVTT: Writer = {
  format: 'webvtt',
  name: 'copy.vtt',
  places: 'lines',
  say: escapeXml,
  write: (paragraphs, needs = '') =>
    strToU8(`WEBVTT\n\n${needs === '' ? '' : `${needs}\n\n`}${timed(paragraphs, '.').join('\n')}`),
  hides: {
    ...UNSHOWN,
    'a box without width': { mark: ownCue('size:0%') },
    'a box that starts at the right edge': { mark: ownCue('position:100%,line-left') },
    'a box centred on the left edge': { mark: ownCue('position:0%,center') },
    'a line below the picture': { mark: ownCue('line:100%') },
    'a line above the picture': { mark: ownCue('line:0%,end') },
    'a region without width': region('width:0%'),
    'a region without lines': region('lines:0'),
    'a region beside the picture': region('regionanchor:0%,0%\nviewportanchor:100%,0%'),
    'a region below the picture': region('regionanchor:0%,0%\nviewportanchor:0%,100%'),
    visibility: styled('::cue(.x) { visibility: hidden }', classed),
    opacity: styled('::cue(.x) { opacity: 0 }', classed),
    transparent: styled('::cue(.x) { color: transparent }', classed),
    'the colour of its ground': styled('::cue(.x) { color: #111; background: #111 }', classed),
    'the colour of the box': styled('::cue(.x) { color: rgba(0,0,0,1) }', classed),
    'a font of no size': styled('::cue(.x) { font-size: 0 }', classed),
    'the element of a rule': styled('::cue(u) { visibility: hidden }', around('u')),
    'the voice of a rule': styled('::cue(v[voice="Nobody"]) { visibility: hidden }', (word) => `<v Nobody>${word}</v>`),
    'a class inside a class': styled('::cue(.x .y) { visibility: hidden }', (word) => `<c.x><i.y>${word}</i></c>`),
    'a rule for what was said': styled(
      '::cue(:past) { visibility: hidden }',
      ownCue('', 2500, (word) => `<00:00:00.000>${word}`),
    ),
    'a rule for what is not said yet': styled(
      '::cue(:future) { visibility: hidden }',
      ownCue('', 2500, (word) => `<99:00:00.000>${word}`),
    ),
    'a colour class': { mark: (word) => `<c.black.bg_black>${word}</c>` },
  },
  drops: {
    'a note between the cues': { mark: ownCue('', 0, (word) => `\n\nNOTE ${word}`) },
  },
};
