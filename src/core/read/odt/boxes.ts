/** Elements that hold others: sections, tables, frames and shapes. */
import type { HiddenBy } from '../document.ts';
import { doubtAnchored } from '../office/anchored.ts';
import { frameUnseenBy, placedAway } from '../office/unseen.ts';
import type { Meaning } from '../office/walk.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Story } from './story.ts';
import { lengthOf } from './text-properties.ts';

const leave = (story: Story): void => story.leave();

const SECTION: Meaning<Story> = {
  open: (story, attributes) => {
    const hidden = attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
    const ground = story.styles.ground('section', attributes['text:style-name']) ?? story.now.ground;
    story.enter(hidden ? { ground, hidden: 'style' } : { ground });
    story.sections.push(isConditional(attributes));
  },
  close: (story) => {
    story.sections.pop();
    story.leave();
  },
};

function isConditional(attributes: Attributes): boolean {
  return attributes['text:display'] === 'condition' && attributes['text:is-hidden'] !== 'true';
}

/** Words that are fetched from another file when the document is opened. */
const SOURCE: Meaning<Story> = { open: (story) => story.doubtHere('embedded', 'text:section-source') };

const TABLE: Meaning<Story> = {
  open: (story, attributes) => story.enterBox('table', story.styles.ground('table', attributes['table:style-name'])),
  close: leave,
};

const ROW: Meaning<Story> = {
  open: (story, attributes) => {
    const style = attributes['table:style-name'];
    story.enterBox('table-row', story.styles.ground('table-row', style));
    const visible = (attributes['table:visibility'] ?? 'visible') === 'visible';
    const flat = placedAway(story.styles.place('table-row', style).exact ?? null, 0);
    story.enter({ hidden: visible ? (story.now.hidden ?? flat) : 'style' });
  },
  close: (story) => {
    story.leave();
    story.leave();
  },
};

const cell = (seen: 'seen' | 'covered'): Meaning<Story> => ({
  open: (story, attributes) => {
    story.enterBox('table-cell', story.styles.ground('table-cell', attributes['table:style-name']));
    const { frame, hidden } = story.now;
    const kind = frame.kind ?? 'cell';
    story.enter({ frame: { ...frame, kind }, hidden: seen === 'covered' ? 'clip' : hidden, lists: [] });
  },
  close: (story) => {
    story.leave();
    story.leave();
  },
});

const FRAME: Meaning<Story> = {
  open: (story, attributes) => {
    const style = attributes['draw:style-name'];
    const hidden = story.now.hidden ?? unseenBy(story, attributes);
    const inLine = attributes['text:anchor-type'] === 'as-char';
    const placing = inLine ? 'in the line' : (story.styles.place('graphic', style).placing ?? 'apart');
    story.frames.push({ boxes: 0, words: '', placing });
    story.enter({ ground: story.styles.ground('graphic', style) ?? story.now.ground, hidden });
  },
  close: (story) => {
    const seen = story.now.hidden === null;
    story.leave();
    const frame = story.frames.pop();
    if (seen && frame !== undefined) doubtAnchored(story.draft, frame.placing, frame.words);
  },
};

/** What keeps a frame from being seen: it is not displayed, has no size, or stands beside the page. */
function unseenBy(story: Story, attributes: Attributes): HiddenBy | null {
  if (attributes['draw:display'] === 'none') return 'style';
  const { byPage } = story.styles.place('graphic', attributes['draw:style-name']);
  const size = { width: lengthOf(attributes['svg:width']), height: lengthOf(attributes['svg:height']) };
  if (attributes['text:anchor-type'] === 'as-char') return frameUnseenBy({ ...size, by: 'text' });
  return frameUnseenBy({
    ...size,
    left: lengthOf(attributes['svg:x']),
    top: lengthOf(attributes['svg:y']),
    by: byPage === true ? 'page' : 'text',
  });
}

/** The children of a frame are alternatives; the first is shown. */
const TEXT_BOX: Meaning<Story> = {
  open: (story) => {
    const frame = story.frames.at(-1);
    const met = frame === undefined ? 0 : frame.boxes++;
    enterTextBox(story);
    if (met > 0 && story.parent === 'draw:frame') story.skip();
  },
  close: leave,
};

const SHAPE: Meaning<Story> = {
  open: (story, attributes, context) => {
    FRAME.open(story, attributes, context);
    enterTextBox(story);
  },
  close: (story) => {
    story.leave();
    FRAME.close?.(story);
  },
};

function enterTextBox(story: Story): void {
  const { frame } = story.now;
  const inBody = frame.kind === null || frame.kind === 'cell';
  const inside = inBody ? { part: 'text box', kind: null } : {};
  story.enter({ frame: { ...frame, ...inside, container: 'text-box' }, lists: [] });
}

const SHAPES = [
  'custom-shape',
  'rect',
  'ellipse',
  'circle',
  'polygon',
  'regular-polygon',
  'path',
  'line',
  'polyline',
  'caption',
  'connector',
  'measure',
];

export const BOXES: readonly (readonly [string, Meaning<Story>])[] = [
  ['text:section', SECTION],
  ['text:section-source', SOURCE],
  ['table:table', TABLE],
  ['table:table-row', ROW],
  ['table:table-cell', cell('seen')],
  ['table:covered-table-cell', cell('covered')],
  ['draw:frame', FRAME],
  ['draw:text-box', TEXT_BOX],
  ...SHAPES.map((name) => [`draw:${name}`, SHAPE] as const),
];
