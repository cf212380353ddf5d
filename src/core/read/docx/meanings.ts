/** What each element of WordprocessingML means to the story it stands in; elements not listed only hold others. */
import type { BlockKind } from '../document.ts';
import { symbol } from '../office/symbols.ts';
import { hexColour } from '../office/unseen.ts';
import type { Attributes } from '../xml-events/index.ts';
import { ALTERNATE } from './alternatives.ts';
import { BOXES } from './boxes.ts';
import { DRAWINGS } from './drawings.ts';
import type { ListPlace } from './numbering.ts';
import { REVISIONS } from './revisions.ts';
import { shadingOf } from './run-properties.ts';
import type { OpenParagraph, Story, StoryMeaning } from './story.ts';
import { applyParagraphProperty } from './styles.ts';
import { attribute } from './vocabulary.ts';
import { sayLineEnd, sayWords } from './words.ts';

const SKIP: StoryMeaning = { open: (story) => story.skip() };

const PARAGRAPH: StoryMeaning = {
  open: (story) => story.beginParagraph(),
  close: endParagraph,
};

function takeParagraphProperty({ parent, paragraph, book }: Story, name: string, attributes: Attributes): void {
  if (paragraph === null || (parent !== 'w:pPr' && parent !== 'w:numPr')) return;
  applyParagraphProperty(paragraph.properties, name, attributes, book.theme);
}

const PARAGRAPH_PROPERTIES = ['w:pStyle', 'w:numId', 'w:ilvl', 'w:outlineLvl', 'w:ind', 'w:framePr'].map(
  (name): readonly [string, StoryMeaning] => [
    name,
    { open: (story, attributes) => takeParagraphProperty(story, name, attributes) },
  ],
);

/** Space between the lines of a paragraph, or between the letters of a run. */
const SPACING: StoryMeaning = {
  open: (story, attributes) => {
    takeParagraphProperty(story, 'w:spacing', attributes);
    story.openOther('w:spacing', attributes);
  },
};

/** Shading means another thing in a run, a paragraph and a cell. */
const SHADING: StoryMeaning = {
  open: (story, attributes) => {
    takeParagraphProperty(story, 'w:shd', attributes);
    story.openOther('w:shd', attributes);
    if (story.parent !== 'w:tcPr' && story.parent !== 'w:tblPr') return;
    story.ground = shadingOf(attributes, story.book.theme) ?? story.ground;
  },
};

const RUN: StoryMeaning = {
  open: (story) => {
    story.run = { properties: {}, look: null };
  },
  close: (story) => {
    story.run = null;
  },
};

const says = (text: string): StoryMeaning => ({ open: (story) => sayWords(story, text) });

const BREAK: StoryMeaning = { open: (story) => sayLineEnd(story) };

const SYMBOL: StoryMeaning = {
  open: (story, attributes) =>
    sayWords(story, symbol(attribute(attributes, 'w:font'), Number.parseInt(attribute(attributes, 'w:char'), 16))),
};

const FIELD_MARK: StoryMeaning = {
  open: (story, attributes) => {
    const type = attributes['w:fldCharType'];
    if (type === 'begin') story.fields.begin();
    else if (type === 'separate') story.fields.separate(story.draft);
    else if (type === 'end') story.fields.end(story.draft);
  },
};

const SIMPLE_FIELD: StoryMeaning = {
  open: (story, attributes) => story.fields.beginSimple(attribute(attributes, 'w:instr'), story.draft),
  close: (story) => story.fields.end(story.draft),
};

const noteMark = (kind: 'footnote' | 'endnote'): StoryMeaning => ({
  open: (story, attributes) => {
    story.draft?.part();
    story.book.notes.add(`${kind} ${attribute(attributes, 'w:id')}`);
  },
});

const RUNNING_REFERENCE: StoryMeaning = {
  open: (story, attributes) => void story.book.running.add(attribute(attributes, 'r:id')),
};

/** Words drawn above others to tell how they are read. They are seen, but not in the row of the text. */
const RUBY_TEXT: StoryMeaning = {
  open: (story) => {
    story.doubtHere('drawn-otherwise', 'w:rt');
    story.skip();
  },
};

const BIDI_OVERRIDE: StoryMeaning = {
  open: (story) => void story.controls.push({ bound: false, blocks: false, start: story.draft?.length ?? 0 }),
  close: (story) => {
    for (const { start } of story.controls.splice(-1)) story.draft?.doubt('reordered', 'w:bdo', start);
  },
};

const PAGE_BACKGROUND: StoryMeaning = {
  open: (story, attributes) => {
    const colour = hexColour(attributes['w:color']);
    if (!story.book.paintsPage || colour === null) return;
    story.book.page = colour;
    story.ground = colour;
  },
};

const MEANINGS_HERE: readonly (readonly [string, StoryMeaning])[] = [
  ['w:p', PARAGRAPH],
  ...PARAGRAPH_PROPERTIES,
  ['w:spacing', SPACING],
  ['w:shd', SHADING],
  ['w:r', RUN],
  ['w:tab', { open: (story) => (story.parent === 'w:tabs' ? undefined : sayWords(story, '\t')) }],
  ['w:ptab', says('\t')],
  ['w:br', BREAK],
  ['w:cr', BREAK],
  ['w:noBreakHyphen', says('\u2011')],
  ['w:softHyphen', says('\u00ad')],
  ['w:sym', SYMBOL],
  ['w:fldChar', FIELD_MARK],
  ['w:fldSimple', SIMPLE_FIELD],
  ['w:footnoteReference', noteMark('footnote')],
  ['w:endnoteReference', noteMark('endnote')],
  ['w:headerReference', RUNNING_REFERENCE],
  ['w:footerReference', RUNNING_REFERENCE],
  ['w:commentReference', { open: (story) => story.book.draft.doubt('comment', 'w:comment') }],
  ['w:rt', RUBY_TEXT],
  ['w:bdo', BIDI_OVERRIDE],
  ['w:background', PAGE_BACKGROUND],
  ['w:pPrChange', SKIP],
  ['w:rPrChange', SKIP],
  ['w:sectPrChange', SKIP],
  ['w:tblPrChange', SKIP],
  ['w:tblGridChange', SKIP],
  ['w:tcPrChange', SKIP],
  ['w:trPrChange', SKIP],
];

/** The whole table. */
export const MEANINGS: ReadonlyMap<string, StoryMeaning> = new Map([
  ...MEANINGS_HERE,
  ...REVISIONS,
  ...BOXES,
  ...DRAWINGS,
  ...ALTERNATE,
]);

function endParagraph(story: Story): void {
  const { paragraph } = story;
  if (paragraph === null) return;
  const { draft } = paragraph;
  story.fields.endBlock(draft);
  if (story.boundBlocks > 0) draft.doubt('field', 'w:dataBinding', 0);
  draft.frame = { ...draft.frame, kind: kindOf(story, paragraph) };
  if (labelled(story, paragraph)) draft.doubt('auto-number', 'w:lvlText', 0);
  story.endParagraph();
}

/** The list a paragraph stands in, by itself or by its style; `null` when in none. */
function listOf(story: Story, { properties }: OpenParagraph): ListPlace | null {
  const { styles } = story.book;
  const styled = styles.paragraph(properties.style);
  const list = properties.list ?? styled.list;
  if (list === undefined || list === '0' || list === '') return null;
  return { list, level: properties.level ?? styled.level, style: properties.style ?? styles.usual };
}

function labelled(story: Story, paragraph: OpenParagraph): boolean {
  const place = listOf(story, paragraph);
  return place !== null && story.book.labels(place);
}

function kindOf(story: Story, paragraph: OpenParagraph): BlockKind {
  const { frame, properties } = paragraph;
  if (frame.kind !== null) return frame.kind;
  if (frame.container.endsWith(' tc')) return 'cell';
  const { styles } = story.book;
  const outline = properties.outline ?? styles.paragraph(properties.style).outline ?? 9;
  const kind = styles.kind(properties.style);
  if (kind !== null) return kind;
  if (outline >= 0 && outline < 9) return 'heading';
  return listOf(story, paragraph) === null ? 'paragraph' : 'list-item';
}
