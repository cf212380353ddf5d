/** What each element of an OpenDocument text means to the story it stands in; elements not listed only hold others. */
import type { BlockKind } from '../document.ts';
import { type Meaning, Nesting } from '../office/walk.ts';
import type { Attributes } from '../xml-events/index.ts';
import { BOXES } from './boxes.ts';
import { FIELDS } from './fields.ts';
import type { OpenParagraph, Story } from './story.ts';
import { OUTLINE } from './styles.ts';

/** Spaces that one `text:s` stands for at most; how many does not matter to the words. */
const MAX_SPACES = 100;

const SKIP: Meaning<Story> = { open: (story) => story.skip() };

const paragraph = (element: 'text:p' | 'text:h'): Meaning<Story> => ({
  open: (story, attributes) => {
    const style = attributes['text:style-name'] ?? 'Standard';
    const labelled = isLabelled(story, element, style, attributes);
    story.beginParagraph({ style, kind: kindOf(story, element, style), labelled });
  },
  close: endParagraph,
});

function endParagraph(story: Story): void {
  const { paragraph: open } = story;
  if (open === null) return;
  if (open.labelled) open.draft.doubt('auto-number', 'text:list-style', 0);
  if (story.sections.includes(true)) open.draft.doubt('field', 'text:section', 0);
  if (open.withheld) open.draft = open.draft.withheld('vanish');
  story.endParagraph();
}

function kindOf(story: Story, element: string, style: string): BlockKind {
  const { frame, lists } = story.now;
  if (frame.kind !== null) return frame.kind;
  if (element === 'text:h') return 'heading';
  return story.styles.kind(style) ?? (lists.length > 0 ? 'list-item' : 'paragraph');
}

/** The words of a list stand before the first paragraph of an item only; a later one is rarely met and judged alike. */
function isLabelled(story: Story, element: string, style: string, attributes: Attributes): boolean {
  if (element === 'text:h' && story.now.lists.length === 0) {
    return story.styles.labels(OUTLINE, Number(attributes['text:outline-level'] ?? '1'));
  }
  const { lists } = story.now;
  const named = lists.findLast((name) => name !== '') ?? story.styles.list(style);
  return named !== '' && story.styles.labels(named, Math.max(1, lists.length));
}

const LIST: Meaning<Story> = {
  open: (story, attributes) => story.enter({ lists: [...story.now.lists, attributes['text:style-name'] ?? ''] }),
  close: (story) => story.leave(),
};

const SPAN: Meaning<Story> = {
  open: (story, attributes) => story.enterSpan(attributes['text:style-name']),
  close: (story) => story.leave(),
};

const SPACES: Meaning<Story> = {
  open: (story, attributes) => {
    const count = Number.parseInt(attributes['text:c'] ?? '1', 10);
    story.sayWords(' '.repeat(count > 0 ? Math.min(count, MAX_SPACES) : 1));
  },
};

/** A note is text of its own, after the body; its mark leaves a gap. */
const NOTE: Meaning<Story> = {
  open: (story, attributes) => {
    story.draft?.part();
    const by = attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const { aside } = story.now;
    story.enter({
      frame: { container: `${by}s`, part: `${by}s`, setOff: { by }, kind: 'note' },
      paragraphs: new Nesting<OpenParagraph>((draft) => {
        if (aside === 'text') story.book.notes.push(draft);
      }),
      lists: [],
    });
  },
  close: (story) => story.leave(),
};

/** What was taken out, or is said about the text, is read only to see whether it names somebody. */
const ASIDE: Meaning<Story> = {
  open: (story) => {
    if (story.path.at(-1) === 'office:annotation') story.book.draft.doubt('comment', 'office:annotation');
    story.enter({ paragraphs: new Nesting<OpenParagraph>(() => {}), aside: 'aside', lists: [] });
  },
  close: (story) => story.leave(),
};

const CHANGED_REGION: Meaning<Story> = {
  open: (story) => story.book.draft.doubt('tracked-change', 'text:tracked-changes'),
};

/** Words were taken out here. */
const DELETION: Meaning<Story> = { open: (story) => story.doubtHere('tracked-change', 'text:change') };

const RUBY_TEXT: Meaning<Story> = {
  open: (story) => {
    story.doubtHere('drawn-otherwise', 'text:ruby-text');
    story.skip();
  },
};

/** The whole table. */
export const MEANINGS: ReadonlyMap<string, Meaning<Story>> = new Map<string, Meaning<Story>>([
  ['text:p', paragraph('text:p')],
  ['text:h', paragraph('text:h')],
  ['text:list', LIST],
  ['text:span', SPAN],
  ['text:s', SPACES],
  ['text:tab', { open: (story) => story.sayWords('\t') }],
  ['text:line-break', { open: (story) => story.breakLine() }],
  ['text:note', NOTE],
  ['text:note-citation', SKIP],
  ['text:tracked-changes', ASIDE],
  ['text:changed-region', CHANGED_REGION],
  ['text:change', DELETION],
  ['office:annotation', ASIDE],
  ['text:ruby-text', RUBY_TEXT],
  ['text:number', SKIP],
  ['text:script', SKIP],
  ['office:forms', SKIP],
  ['text:table-of-content-source', SKIP],
  ['text:illustration-index-source', SKIP],
  ['text:table-index-source', SKIP],
  ['text:object-index-source', SKIP],
  ['text:user-index-source', SKIP],
  ['text:alphabetical-index-source', SKIP],
  ['text:bibliography-source', SKIP],
  ...FIELDS,
  ...BOXES,
]);
