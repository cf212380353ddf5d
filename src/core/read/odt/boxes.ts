/** Elements that hold others: sections, tables, frames and shapes. */
import type { Meaning } from '../office/walk.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Story } from './story.ts';

const leave = (story: Story): void => story.leave();

const SECTION: Meaning<Story> = {
  open: (story, attributes) => {
    const hidden = attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
    story.enter(hidden ? { hidden: 'style' } : {});
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

const box = (name: string, family: string): Meaning<Story> => ({
  open: (story, attributes) =>
    story.enterBox(name, story.styles.ground(family, attributes[`${prefixOf(family)}:style-name`])),
  close: leave,
});

function prefixOf(family: string): string {
  return family === 'graphic' ? 'draw' : 'table';
}

const ROW: Meaning<Story> = {
  open: (story, attributes) => {
    story.enterBox('table-row', story.styles.ground('table-row', attributes['table:style-name']));
    const visibility = attributes['table:visibility'] ?? 'visible';
    story.enter(visibility === 'visible' ? {} : { hidden: 'style' });
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
    story.frames.push(0);
    const ground = story.styles.ground('graphic', attributes['draw:style-name']);
    const hidden = attributes['draw:display'] === 'none' ? 'style' : story.now.hidden;
    story.enter({ ground: ground ?? story.now.ground, hidden });
  },
  close: (story) => {
    story.frames.pop();
    story.leave();
  },
};

/** The children of a frame are alternatives; the first is shown. */
const TEXT_BOX: Meaning<Story> = {
  open: (story) => {
    const met = story.frames.at(-1) ?? 0;
    if (story.frames.length > 0) story.frames[story.frames.length - 1] = met + 1;
    enterTextBox(story);
    if (met > 0 && story.parent === 'draw:frame') story.skip();
  },
  close: leave,
};

const SHAPE: Meaning<Story> = {
  open: (story, attributes) => {
    enterTextBox(story);
    const ground = story.styles.ground('graphic', attributes['draw:style-name']);
    const hidden = attributes['draw:display'] === 'none' ? 'style' : story.now.hidden;
    story.enter({ ground: ground ?? story.now.ground, hidden });
  },
  close: (story) => {
    story.leave();
    story.leave();
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
  ['table:table', box('table', 'table')],
  ['table:table-row', ROW],
  ['table:table-cell', cell('seen')],
  ['table:covered-table-cell', cell('covered')],
  ['draw:frame', FRAME],
  ['draw:text-box', TEXT_BOX],
  ...SHAPES.map((name) => [`draw:${name}`, SHAPE] as const),
];
