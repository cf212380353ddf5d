/** Tracked changes: the text is read as it stands after them, and that there are any is said (ECMA-376, part 1, 17.13.5). */
import type { Attributes } from '../xml-events/index.ts';
import type { Story, StoryMeaning } from './story.ts';
import { attribute } from './vocabulary.ts';

function noteAuthor(story: Story, attributes: Attributes): void {
  if (attribute(attributes, 'w:author') !== '') story.book.people.add('w:author');
}

/** Words taken out. Among the properties of a row or a cell, which is the `owner`, the mark takes out the whole of it. */
const removed = (name: string, owner: 'w:tr' | 'w:tc'): StoryMeaning => ({
  open: (story, attributes) => {
    noteAuthor(story, attributes);
    story.doubtHere('tracked-change', name);
    story.skip();
    if (story.parent === `${owner}Pr`) story.skipAround(owner);
  },
});

/** Words put in. They are text. */
const added = (name: string): StoryMeaning => ({
  open: (story, attributes) => {
    noteAuthor(story, attributes);
    story.book.draft.doubt('tracked-change', name);
  },
});

const SKIP: StoryMeaning = { open: (story) => story.skip() };

export const REVISIONS: readonly (readonly [string, StoryMeaning])[] = [
  ['w:del', removed('w:del', 'w:tr')],
  ['w:moveFrom', removed('w:moveFrom', 'w:tr')],
  ['w:ins', added('w:ins')],
  ['w:moveTo', added('w:moveTo')],
  ['w:cellDel', removed('w:cellDel', 'w:tc')],
  ['w:delText', SKIP],
  ['w:delInstrText', SKIP],
];
