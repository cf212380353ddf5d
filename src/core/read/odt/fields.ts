/**
 * Fields: words that are computed when the document is opened (ODF 1.3, part 3, 7). The file keeps what they were last; that is
 * read, and is doubtful unless the field only points or is fixed.
 */
import type { Meaning } from '../office/walk.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Story } from './story.ts';

const COMPUTED = [
  'author-initials',
  'author-name',
  'conditional-text',
  'creation-date',
  'creation-time',
  'creator',
  'database-display',
  'database-name',
  'date',
  'dde-connection',
  'description',
  'drop-down',
  'editing-cycles',
  'editing-duration',
  'execute-macro',
  'expression',
  'file-name',
  'initial-creator',
  'keywords',
  'meta-field',
  'modification-date',
  'modification-time',
  'placeholder',
  'print-date',
  'print-time',
  'printed-by',
  'subject',
  'table-formula',
  'template-name',
  'time',
  'title',
  'user-defined',
  'user-field-get',
  'user-field-input',
  'variable-get',
  'variable-input',
  'variable-set',
  ...['city', 'company', 'country', 'email', 'fax', 'firstname', 'initials', 'lastname'].map(
    (name) => `sender-${name}`,
  ),
];

const field = (name: string): Meaning<Story> => ({
  open: (story, attributes) => {
    story.beginField(attributes['text:fixed'] === 'true' ? 'fixed' : 'computed');
    story.enter(attributes['text:display'] === 'none' ? { hidden: 'vanish' } : {});
  },
  close: (story) => {
    story.leave();
    story.endField(name);
  },
});

/** A field that shows or hides its words by a condition; the file says how it came out last. */
const HIDDEN_TEXT: Meaning<Story> = {
  open: (story, attributes) => {
    const hidden = attributes['text:is-hidden'] === 'true';
    story.beginField('computed');
    story.enter(hidden ? { hidden: 'vanish' } : {});
    if (hidden) sayOnce(story, attributes);
  },
  close: (story) => {
    story.leave();
    story.endField('text:hidden-text');
  },
};

/** The words may stand in the attribute, in the element, or in both. */
function sayOnce(story: Story, attributes: Attributes): void {
  const words = attributes['text:string-value'] ?? '';
  if (words.trim() === '') return;
  story.sayWords(words);
  story.skip();
}

const HIDDEN_PARAGRAPH: Meaning<Story> = {
  open: (story, attributes) => {
    const { paragraph } = story;
    if (paragraph !== null && attributes['text:is-hidden'] === 'true') paragraph.withheld = true;
    story.draft?.doubt('field', 'text:hidden-paragraph');
    story.skip();
  },
};

export const FIELDS: readonly (readonly [string, Meaning<Story>])[] = [
  ...COMPUTED.map((name) => [`text:${name}`, field(`text:${name}`)] as const),
  ['text:hidden-text', HIDDEN_TEXT],
  ['text:hidden-paragraph', HIDDEN_PARAGRAPH],
];
