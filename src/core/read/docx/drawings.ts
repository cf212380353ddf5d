/**
 * Drawings: pictures, shapes and text boxes, in DrawingML and in the older VML.
 *
 * What a drawing may do to the words around its anchor is told in `office/anchored.ts`; words in one that cannot be seen are
 * hidden words.
 */
import type { HiddenBy } from '../document.ts';
import { doubtAnchored, keptWords, type Placing } from '../office/anchored.ts';
import { type Frame, frameUnseenBy } from '../office/unseen.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Story, StoryMeaning } from './story.ts';
import { attribute, isOn } from './vocabulary.ts';

/** A drawing while it is open. */
export interface Drawing {
  hidden: HiddenBy | null;
  placing: Placing;
  frame: Frame;
  /** The first of the words in it. */
  words: string;
}

const EMU_PER_POINT = 12_700;

/** What keeps the words of the drawings open here from being seen. */
export function drawnUnseenBy({ drawings }: Story): HiddenBy | null {
  for (const { hidden, frame } of drawings) {
    const by = hidden ?? frameUnseenBy(frame);
    if (by !== null) return by;
  }
  return null;
}

/** Takes words that stand in the drawings open here. */
export function keepDrawn({ drawings }: Story, words: string): void {
  for (const drawing of drawings) drawing.words = keptWords(drawing.words, words);
}

const DRAWING: StoryMeaning = {
  open: (story) => void story.drawings.push({ hidden: null, placing: 'in the line', frame: { by: 'text' }, words: '' }),
  close: (story) => {
    const unseen = drawnUnseenBy(story) !== null;
    for (const { placing, words } of story.drawings.splice(-1)) {
      if (!unseen) doubtAnchored(story.draft, placing, words);
    }
  },
};

const present = (change: (drawing: Drawing, attributes: Attributes) => void): StoryMeaning => ({
  open: (story, attributes) => {
    const drawing = story.drawings.at(-1);
    if (drawing !== undefined) change(drawing, attributes);
  },
});

const points = (emus: string): number | undefined => {
  const value = Number.parseFloat(emus);
  return Number.isFinite(value) ? value / EMU_PER_POINT : undefined;
};

const ANCHOR: StoryMeaning = present((drawing, attributes) => {
  drawing.placing = isOn({ 'w:val': attributes['behindDoc'] ?? '0' }) ? 'behind' : 'in front';
  hideIf(drawing, attributes['hidden']);
});

/** The text keeps clear of the drawing. */
const WRAP: StoryMeaning = present((drawing) => {
  drawing.placing = 'apart';
});

const EXTENT: StoryMeaning = present((drawing, attributes) => {
  const width = points(attribute(attributes, 'cx'));
  drawing.frame = { ...drawing.frame, width, height: points(attribute(attributes, 'cy')) };
});

const POSITION: StoryMeaning = present((drawing, { relativeFrom = '' }) => {
  if (relativeFrom === 'page') drawing.frame = { ...drawing.frame, by: 'page' };
});

/** Takes the text of a `wp:posOffset`. */
export function takeOffset({ drawings, parent }: Story, text: string): void {
  const drawing = drawings.at(-1);
  if (drawing === undefined) return;
  const offset = points(text);
  drawing.frame = { ...drawing.frame, ...(parent === 'wp:positionH' ? { left: offset } : { top: offset }) };
}

function hideIf(drawing: Drawing, hidden: string | undefined): void {
  if (hidden !== undefined && isOn({ 'w:val': hidden })) drawing.hidden = 'style';
}

const PROPERTIES: StoryMeaning = present((drawing, { hidden }) => hideIf(drawing, hidden));

/** VML says in a style attribute what DrawingML says in elements. */
const SHAPE: StoryMeaning = present((drawing, { style = '' }) => {
  if (/visibility\s*:\s*hidden|display\s*:\s*none/i.test(style)) drawing.hidden = 'style';
  if (!/position\s*:\s*absolute/i.test(style)) return;
  // A shape of a group that stands off the page is off the page with it.
  drawing.hidden ??= frameUnseenBy(drawing.frame);
  drawing.placing = /z-index\s*:\s*-/i.test(style) ? 'behind' : 'in front';
  drawing.frame = {
    width: lengthIn(style, 'width'),
    height: lengthIn(style, 'height'),
    left: lengthIn(style, 'margin-left'),
    top: lengthIn(style, 'margin-top'),
    by: 'text',
  };
});

const POINTS: ReadonlyMap<string, number> = new Map([
  ['', 0.75],
  ['px', 0.75],
  ['pt', 1],
  ['pc', 12],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
]);

/** A length of a style attribute in points. */
function lengthIn(style: string, name: string): number | undefined {
  const found = new RegExp(`(?:^|;)\\s{0,8}${name}\\s{0,8}:\\s{0,8}(-?\\d{0,9}\\.?\\d{1,9})([a-z]{0,2})`, 'i').exec(
    style,
  );
  const unit = POINTS.get((found?.[2] ?? '').toLowerCase());
  return found === null || unit === undefined ? undefined : Number(found[1]) * unit;
}

const VML_WRAP: StoryMeaning = present((drawing, { type = 'none' }) => {
  if (type !== 'none' && drawing.placing === 'in front') drawing.placing = 'apart';
});

/** Words that are drawn from an attribute. */
const TEXT_PATH: StoryMeaning = {
  open: (story, attributes) => {
    if (attribute(attributes, 'string').trim() !== '') story.doubtHere('drawn-otherwise', 'v:textpath');
  },
};

export const DRAWINGS: readonly (readonly [string, StoryMeaning])[] = [
  ['w:drawing', DRAWING],
  ['w:pict', DRAWING],
  ['w:object', DRAWING],
  ['wp:anchor', ANCHOR],
  ['wp:wrapSquare', WRAP],
  ['wp:wrapTight', WRAP],
  ['wp:wrapThrough', WRAP],
  ['wp:wrapTopAndBottom', WRAP],
  ['wp:extent', EXTENT],
  ['wp:positionH', POSITION],
  ['wp:positionV', POSITION],
  ['wp:docPr', PROPERTIES],
  ...['shape', 'rect', 'roundrect', 'oval', 'line', 'polyline', 'group'].map((name) => [`v:${name}`, SHAPE] as const),
  ['v:textpath', TEXT_PATH],
  ['w10:wrap', VML_WRAP],
];
