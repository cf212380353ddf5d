/** Elements that hold others: tables, text boxes, content controls, alternatives, and what is brought in from elsewhere. */
import type { Attributes } from '../xml-events/index.ts';
import { Fields } from './fields.ts';
import type { Story, StoryMeaning } from './story.ts';
import { FLAT } from './styles.ts';
import { isOn } from './vocabulary.ts';

/** What is known here, so that a choice that needs it can be taken (ECMA-376, part 3). */
const KNOWN =
  /^http:\/\/schemas\.microsoft\.com\/office\/(word\/20\d\d(\/\d+)?\/word[A-Za-z]*(\/\w+)?|drawing\/2010\/main)$/;

const inside = (name: string): StoryMeaning => ({
  open: (story) => story.enter(`${story.frame.container} > ${name}`),
  close: (story) => story.leave(),
});

/** A row of exactly no height shows nothing of its words. */
const ROW_HEIGHT: StoryMeaning = {
  open: (story, attributes) => {
    const exact = attributes['w:hRule'] === 'exact';
    if (exact && story.parent === 'w:trPr' && Number(attributes['w:val'] ?? FLAT + 1) <= FLAT) story.concealed = 'clip';
  },
};

/** A text box has paragraphs of its own; fields open around it are not open inside. */
const TEXT_BOX: StoryMeaning = {
  open: (story) => {
    story.enter('txbx');
    story.fields = new Fields();
    story.run = null;
    if (story.frame.kind === null) story.frame = { ...story.frame, part: 'text box' };
  },
  close: (story) => story.leave(),
};

const ALTERNATIVES: StoryMeaning = {
  open: (story) => void story.alternatives.push({ taken: false }),
  close: (story) => void story.alternatives.pop(),
};

const CHOICE: StoryMeaning = {
  open: (story, attributes, context) => {
    const known = (attributes['Requires'] ?? '')
      .split(/\s+/)
      .filter((prefix) => prefix !== '')
      .every((prefix) => KNOWN.test(context.namespaceOf(prefix) ?? ''));
    take(story, known ? 'fits' : 'does not fit');
  },
};

const FALLBACK: StoryMeaning = { open: (story) => take(story, 'fits') };

function take(story: Story, choice: 'fits' | 'does not fit'): void {
  const alternatives = story.alternatives.at(-1);
  if (alternatives === undefined) return;
  if (alternatives.taken || choice === 'does not fit') story.skip();
  else alternatives.taken = true;
}

const CONTROL: StoryMeaning = {
  open: (story) => void story.controls.push({ bound: false, start: 0 }),
  close: (story) => void story.controls.pop(),
};

/** The words of a bound control are a copy; on opening, Word takes them anew from where they are bound to. */
const BINDING: StoryMeaning = {
  open: (story) => {
    const control = story.controls.at(-1);
    if (control !== undefined && story.parent === 'w:sdtPr') control.bound = true;
  },
};

const CONTROL_CONTENT: StoryMeaning = {
  open: (story) => {
    const control = story.controls.at(-1);
    if (control === undefined) return;
    control.start = story.draft?.length ?? 0;
    if (control.bound && story.draft === null) story.boundBlocks++;
  },
  close: (story) => {
    const control = story.controls.at(-1);
    if (control?.bound !== true) return;
    if (story.draft === null) story.boundBlocks = Math.max(0, story.boundBlocks - 1);
    else story.draft.doubt('field', 'w:dataBinding', control.start);
  },
};

const DRAWING: StoryMeaning = {
  open: (story) => void story.drawings.push(story.drawings.at(-1) ?? false),
  close: (story) => void story.drawings.pop(),
};

function hideDrawing(story: Story): void {
  if (story.drawings.length > 0) story.drawings[story.drawings.length - 1] = true;
}

const DRAWING_PROPERTIES: StoryMeaning = {
  open: (story, attributes) => {
    const hidden = attributes['hidden'];
    if (hidden !== undefined && isOn({ 'w:val': hidden })) hideDrawing(story);
  },
};

const SHAPE: StoryMeaning = {
  open: (story, attributes) => {
    if (/visibility\s*:\s*hidden|display\s*:\s*none/i.test(attributes['style'] ?? '')) hideDrawing(story);
  },
};

/** A document, or a piece of one, that is put in its place when the file is opened. Its words are not in the text. */
const brought = (name: string): StoryMeaning => ({
  open: (story) => {
    story.doubtHere('embedded', name);
    story.skip();
  },
});

/** Words that are drawn from an attribute. */
const TEXT_PATH: StoryMeaning = {
  open: (story, attributes: Attributes) => {
    if ((attributes['string'] ?? '').trim() !== '') story.doubtHere('drawn-otherwise', 'v:textpath');
  },
};

export const BOXES: readonly (readonly [string, StoryMeaning])[] = [
  ['w:tbl', inside('tbl')],
  ['w:tr', inside('tr')],
  ['w:tc', inside('tc')],
  ['w:trHeight', ROW_HEIGHT],
  ['w:txbxContent', TEXT_BOX],
  ['mc:AlternateContent', ALTERNATIVES],
  ['mc:Choice', CHOICE],
  ['mc:Fallback', FALLBACK],
  ['w:sdt', CONTROL],
  ['w:dataBinding', BINDING],
  ['w:sdtContent', CONTROL_CONTENT],
  ['w:drawing', DRAWING],
  ['w:pict', DRAWING],
  ['w:object', DRAWING],
  ['wp:docPr', DRAWING_PROPERTIES],
  ['v:shape', SHAPE],
  ['v:rect', SHAPE],
  ['v:textpath', TEXT_PATH],
  ['dgm:relIds', brought('dgm:relIds')],
  ['w:altChunk', brought('w:altChunk')],
  ['w:subDoc', brought('w:subDoc')],
];
