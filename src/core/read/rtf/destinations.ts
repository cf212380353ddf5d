/** Control words that say what becomes of the text of their group, and what is to do when such a group ends. */
import type { SetOff } from '../document.ts';
import type { BlockDraft, BlockFrame } from '../office/block-draft.ts';
import { Field } from './fields.ts';
import type { Control, RtfReader } from './reader.ts';
import { endShape, SHAPES } from './shapes.ts';
import { beginFlow, type Destination, type Flow, type Group, PLAIN } from './state.ts';

/** Text of these is not part of the document, or is there twice. */
const SKIPPED = [
  ...['objdata', 'objclass', 'objname', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'filetbl'],
  ...['rsidtbl', 'generator', 'xmlnstbl', 'mmathPr', 'nonshppict', 'shprslt'],
  ...['xe', 'tc', 'txe', 'rxe', 'bkmkstart', 'bkmkend', 'atnid', 'atnref', 'atndate', 'atntime', 'atrfstart'],
  ...['atrfend', 'ftncn', 'aftncn', 'private', 'template'],
  ...['nonesttables', 'mmathPict', 'falt', 'panose', 'pgptbl', 'passwordhash'],
  ...['fontemb', 'fontfile', 'pnseclvl', 'xform', 'protusertbl', 'writereservation', 'datafield'],
];

/** These are skipped too, and hold no words of their own. */
const WORDLESS = 'ftnsep ftnsepc aftnsep aftnsepc background nesttableprops formfield userprops shpgrp picprop'.split(
  ' ',
);

/** Tables at the head of the file; in its text some programs show their words. */
const TABLES: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  colortbl: 'colours',
  stylesheet: 'styles',
  listtable: 'lists',
  listoverridetable: 'lists',
  revtbl: 'skip',
  info: 'info',
};

const RUNNING = ['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'];

const to =
  (destination: Destination): Control =>
  (reader) => {
    reader.group.wordless = reader.group.wordlessWithin = '';
    if (reader.group.destination === 'skip') return;
    reader.flush();
    reader.group.destination = destination;
  };

/** A destination that holds groups alone. */
const wordless =
  (word: string, destination: Destination): Control =>
  (reader) => {
    const isShown = reader.group.destination === 'text';
    to(destination)(reader, null);
    if (isShown) reader.group.wordless = reader.group.wordlessWithin = word;
  };

/** The bytes of a picture are its own; the groups among them hold no words. */
const picture: Control = (reader) => {
  wordless('pict', 'skip')(reader, null);
  reader.group.wordless = '';
};

const table =
  (word: string, destination: Destination): Control =>
  (reader) => {
    const isLate = reader.group.destination === 'text' && reader.hasBegun;
    to(destination)(reader, null);
    if (!isLate) return;
    reader.group.wordless = word;
    reader.doubtWords();
  };

/** Lets text through of a group that begins with `\*`. */
const known: Control = () => {};

function enter(reader: RtfReader, frame: BlockFrame, add: (draft: BlockDraft) => void): void {
  if (reader.group.destination === 'skip') return;
  reader.flush();
  Object.assign(reader.group, {
    flow: beginFlow(frame, add),
    look: { ...PLAIN, font: reader.group.look.font },
    field: null,
    destination: 'text',
  });
}

function frameOf(kind: BlockFrame['kind'], part: string, setOff: SetOff | null): BlockFrame {
  return { kind, container: part, setOff, part, speaker: null };
}

const footnote: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.flush();
  reader.draft.part();
  enter(reader, frameOf('note', 'footnotes', { by: 'footnote' }), (draft) => reader.notes.push(draft));
};

const running =
  (word: string): Control =>
  (reader) => {
    const part = word.startsWith('header') ? 'header' : 'footer';
    enter(reader, frameOf('running', part, { by: 'running head' }), (draft) => reader.running.push(draft));
  };

const textBox: Control = (reader) => {
  enter(reader, frameOf('paragraph', 'text box', null), (draft) => {
    draft.frame = { ...draft.frame, container: 'text-box' };
    reader.boxes.push(draft);
  });
};

const comment: Control = (reader) => {
  reader.document.doubt('comment', '\\annotation');
  to('skip')(reader, null);
};

const commentAuthor: Control = (reader) => {
  reader.people.add('author of a comment');
  to('skip')(reader, null);
};

/** The mark of a note; inside of the note itself it is no part of its words either. */
const noteMark: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.flush();
  reader.draft.part();
};

const field: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.flush();
  reader.group.field = new Field(reader.group.field, reader.group.flow.draft);
};

const fieldResult: Control = (reader) => {
  reader.flush();
  reader.group.field?.beginResult(reader.group.flow.draft);
};

const unicodeTwin: Control = ({ group, outer }) => {
  group.wordless = group.wordlessWithin = '';
  group.destination = outer.destination;
};

/** Ends what the group `ended` began; the reader is back in the group around it. */
export function endGroup(reader: RtfReader, ended: Group): void {
  const { group } = reader;
  if (ended.field !== null && ended.field !== group.field) endField(reader, ended.field, ended.flow.draft);
  if (ended.flow !== group.flow) endFlow(ended.flow);
  if (ended.shape !== null && ended.shape !== group.shape) endShape(reader, ended.shape);
}

/** A field without a result may be the first thing in its paragraph. */
function endField(reader: RtfReader, field: Field, draft: BlockDraft | null): void {
  if (draft !== null) field.doubt(draft);
  else if (!field.isTold && reader.group.destination === 'text') field.doubt(reader.draft);
}

function endFlow(flow: Flow): void {
  const { draft } = flow;
  flow.draft = null;
  if (draft !== null) flow.add(draft);
}

export const DESTINATIONS: readonly (readonly [string, Control])[] = [
  ...SKIPPED.map((word) => [word, to('skip')] as const),
  ...RUNNING.map((word) => [word, running(word)] as const),
  ['pict', picture],
  ...WORDLESS.map((word) => [word, wordless(word, 'skip')] as const),
  ...Object.entries(TABLES).map(([word, destination]) => [word, table(word, destination)] as const),
  ['author', to('personal')],
  ['operator', to('personal')],
  ['manager', to('personal')],
  ['company', to('personal')],
  ['title', to('title')],
  ['listtext', to('label')],
  ['pntext', to('label')],
  ['pn', wordless('pn', 'info')],
  ['pntxtb', to('label')],
  ['pntxta', to('label')],
  ['leveltext', to('level-text')],
  ['levelnumbers', to('skip')],
  ['listname', to('skip')],
  ['sp', wordless('sp', 'info')],
  ['sn', to('shape-name')],
  ['sv', to('shape-value')],
  ['fldinst', to('instruction')],
  ['field', field],
  ['fldrslt', fieldResult],
  ['footnote', footnote],
  ['chftn', noteMark],
  ['annotation', comment],
  ['atnauthor', commentAuthor],
  ['upr', (reader) => void Object.assign(reader.group, { twofold: true })],
  ['ud', unicodeTwin],
  ['shptxt', textBox],
  ['dptxbxtext', textBox],
  ['shppict', known],
  ['moMath', known],
  ['moMathPara', known],
  ...SHAPES,
];
