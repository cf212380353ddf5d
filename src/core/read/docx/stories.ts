/** The stories of a document in the order they are given out: body, footnotes, endnotes, headers and footers. */
import type { BlockDraft } from '../office/block-draft.ts';
import { type Attributes, OFFICE_LIMITS, readXmlEvents, type XmlContext } from '../xml-events/index.ts';
import type { Book } from './book.ts';
import { MEANINGS } from './meanings.ts';
import { Story, type StoryFrame } from './story.ts';
import { attribute, VOCABULARY } from './vocabulary.ts';
import { sayText } from './words.ts';

/** Reads the body in the part `source` into the book's draft. */
export async function readBody(book: Book, source: string): Promise<void> {
  const frame: StoryFrame = { container: 'body', part: '', setOff: null, kind: null };
  await walk(book, frame, source, (draft) => book.draft.add(draft));
}

/** Reads a header or footer. */
export async function readRunning(book: Book, part: 'header' | 'footer', source: string): Promise<void> {
  const frame: StoryFrame = { container: part, part, setOff: { by: 'running head' }, kind: 'running' };
  await walk(book, frame, source, (draft) => book.draft.add(draft));
}

/** Reads the notes that the text refers to, in the order of their marks; others are on no page. */
export async function readNotes(book: Book, kind: 'footnote' | 'endnote', source: string): Promise<void> {
  const drafts = new Map<string, BlockDraft[]>();
  let id = '';
  const frame: StoryFrame = { container: `${kind}s`, part: `${kind}s`, setOff: { by: kind }, kind: 'note' };
  const story = storyOf(book, frame, (draft) => {
    const list = drafts.get(id);
    if (list === undefined) drafts.set(id, [draft]);
    else list.push(draft);
  });
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: (name: string, attributes: Attributes, context: XmlContext) => {
      if (name === `w:${kind}`) id = `${kind} ${attribute(attributes, 'w:id')}`;
      story.open(name, attributes, context);
    },
    close: (name) => story.close(name),
    text: (text) => story.text(text),
  });
  for (const note of book.notes) for (const draft of drafts.get(note) ?? []) book.draft.add(draft);
}

function storyOf(book: Book, frame: StoryFrame, sink: (draft: BlockDraft) => void): Story {
  return new Story(book, frame, { meanings: MEANINGS, say: sayText, sink });
}

async function walk(book: Book, frame: StoryFrame, source: string, sink: (draft: BlockDraft) => void): Promise<void> {
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, storyOf(book, frame, sink));
}
