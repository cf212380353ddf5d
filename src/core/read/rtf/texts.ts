/** Where the text of each destination goes, and the control words of each table. */
import { isSymbolFont } from '../office/symbols.ts';
import type { RtfReader } from './reader.ts';
import { takeShapeName, takeShapeValue } from './shapes.ts';
import type { Destination } from './state.ts';

/** Code units of a list's label that are kept. */
const MAX_LABEL = 64;

const nowhere = (): void => {};

/** What takes the text of each destination. */
export const TEXTS: Readonly<Record<Destination, (reader: RtfReader, text: string) => void>> = {
  text: sayText,
  skip: nowhere,
  info: nowhere,
  lists: nowhere,
  fonts: ({ tables }, text) => tables.fontText(text),
  colours: ({ tables }, text) => tables.colourText(text),
  styles: ({ tables }, text) => tables.styleText(text),
  'level-text': ({ lists }, text) => lists.pattern(text),
  personal: ({ people }, text) => {
    if (text.trim() !== '') people.add('author');
  },
  title: ({ document }, text) => document.declare('title', text),
  instruction: ({ group }, text) => group.field?.instruct(text),
  label: (reader, text) => {
    reader.label = (reader.label + text).slice(0, MAX_LABEL);
  },
  'shape-name': takeShapeName,
  'shape-value': takeShapeValue,
};

type TakeControl = (reader: RtfReader, word: string, value: number) => void;

/** What takes the control words of each table; the number of one that has none is 0. */
export const TABLES: Readonly<Partial<Record<Destination, TakeControl>>> = {
  fonts: ({ tables }, word, value) => tables.fontControl(word, value),
  colours: ({ tables }, word, value) => tables.colourControl(word, value),
  styles: ({ tables }, word, value) => tables.styleControl(word, value),
  lists: ({ lists }, word, value) => lists.control(word, value),
};

function sayText(reader: RtfReader, text: string): void {
  const { look } = reader.group;
  const by = reader.unseen();
  if (look.deleted) reader.draft.doubt('tracked-change', '\\deleted');
  else if (look.struck) reader.draft.doubt('deleted-text', '\\strike');
  else if (by !== null) reader.draft.hide(text, by);
  else saySeen(reader, text);
}

function saySeen({ group: { look }, tables, draft }: RtfReader, text: string): void {
  const weight = look.bold ? 'strong' : 'plain';
  const font = tables.fonts.get(look.font);
  const drawn = font !== undefined && !font.symbols && isSymbolFont(font.name) && /\p{L}/u.test(text);
  const start = drawn ? draft.length : 0;
  if (look.raised) draft.raise(text, weight);
  else draft.say(text, weight);
  if (drawn) draft.doubt('font', font.name, start);
}
