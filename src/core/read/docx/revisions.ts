/** Tracked changes: the text is read as it stands after them, and that there are any is said (ECMA-376, part 1, 17.13.5). */
import type { Attributes } from '../xml-events/index.ts';
import type { Story, StoryMeaning } from './story.ts';

function noteAuthor(story: Story, attributes: Attributes): void {
  if ((attributes['w:author'] ?? '') !== '') story.book.people.add('w:author');
}

/** Words taken out. In the properties of a row the mark takes out the whole row. */
const removed = (name: string): StoryMeaning => ({
  open: (story, attributes) => {
    noteAuthor(story, attributes);
    story.doubtHere('tracked-change', name);
    if (story.parent === 'w:trPr') story.skipRestOf('w:tr');
    else story.skip();
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
  ['w:del', removed('w:del')],
  ['w:moveFrom', removed('w:moveFrom')],
  ['w:ins', added('w:ins')],
  ['w:moveTo', added('w:moveTo')],
  ['w:cellDel', { open: (story) => story.skipRestOf('w:tc') }],
  ['w:delText', SKIP],
  ['w:delInstrText', SKIP],
];
