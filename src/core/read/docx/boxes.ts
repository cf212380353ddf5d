/** Elements that hold others: tables, text boxes, content controls, and what is brought in from elsewhere. */
import { placedAway } from '../office/unseen.ts';
import { Fields } from './fields.ts';
import type { StoryMeaning } from './story.ts';
import { pointsOf } from './styles.ts';

const inside = (name: string): StoryMeaning => ({
  open: (story) => story.enter(`${story.frame.container} > ${name}`),
  close: (story) => story.leave(),
});

/** A row of exactly no height shows nothing of its words. */
const ROW_HEIGHT: StoryMeaning = {
  open: (story, attributes) => {
    if (attributes['w:hRule'] !== 'exact' || story.parent !== 'w:trPr') return;
    story.concealed ??= placedAway(pointsOf(attributes['w:val']) ?? null, 0);
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

const CONTROL: StoryMeaning = {
  open: (story) => void story.controls.push({ bound: false, blocks: false, start: 0 }),
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
    control.blocks = control.bound && story.draft === null;
    if (control.blocks) story.boundBlocks++;
  },
  close: (story) => {
    const control = story.controls.at(-1);
    if (control?.bound !== true) return;
    if (control.blocks) story.boundBlocks--;
    else story.draft?.doubt('field', 'w:dataBinding', control.start);
  },
};

/** A document, or a piece of one, that is put in its place when the file is opened. Its words are not in the text. */
const brought = (name: string): StoryMeaning => ({
  open: (story) => {
    story.doubtHere('embedded', name);
    story.skip();
  },
});

export const BOXES: readonly (readonly [string, StoryMeaning])[] = [
  ['w:tbl', inside('tbl')],
  ['w:tr', inside('tr')],
  ['w:tc', inside('tc')],
  ['w:trHeight', ROW_HEIGHT],
  ['w:txbxContent', TEXT_BOX],
  ['w:sdt', CONTROL],
  ['w:dataBinding', BINDING],
  ['w:sdtContent', CONTROL_CONTENT],
  ['dgm:relIds', brought('dgm:relIds')],
  ['w:altChunk', brought('w:altChunk')],
  ['w:subDoc', brought('w:subDoc')],
];
