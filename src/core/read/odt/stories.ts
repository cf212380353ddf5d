/** Tells apart, in one pass over a part, the styles it defines and the text it holds. */
import type { BlockDraft } from '../office/block-draft.ts';
import {
  type Attributes,
  OFFICE_LIMITS,
  readXmlEvents,
  type XmlContext,
  type XmlHandlers,
} from '../xml-events/index.ts';
import { MEANINGS } from './meanings.ts';
import { type Book, Story, type StoryFrame } from './story.ts';
import { StyleReading, type Styles } from './styles.ts';
import { VOCABULARY } from './vocabulary.ts';

const BODY: StoryFrame = { container: 'body', part: '', setOff: null, kind: null };
const RUNNING: ReadonlyMap<string, string> = new Map([
  ['style:header', 'header'],
  ['style:header-left', 'header'],
  ['style:header-first', 'header'],
  ['loext:header-first', 'header'],
  ['style:footer', 'footer'],
  ['style:footer-left', 'footer'],
  ['style:footer-first', 'footer'],
  ['loext:footer-first', 'footer'],
]);

/** Reads `content.xml`; `common` are the styles of `styles.xml`. Whether it is a text is the answer. */
export async function readContent(book: Book, source: string, common: Styles): Promise<'text' | 'other'> {
  const reading = new Splitting(common, (name, styles) =>
    name === 'office:text'
      ? new Story(book, styles, BODY, { meanings: MEANINGS, sink: (draft) => book.draft.add(draft) })
      : null,
  );
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, reading);
  return reading.met ? 'text' : 'other';
}

/** Reads `styles.xml`: its styles, and into `running` the headers and footers of its pages. */
export async function readPages(book: Book, source: string, running: BlockDraft[]): Promise<Styles> {
  const reading = new Splitting(null, (name, styles, attributes) => {
    const part = attributes['style:display'] === 'false' ? undefined : RUNNING.get(name);
    if (part === undefined) return null;
    const frame: StoryFrame = { container: part, part, setOff: { by: 'running head' }, kind: 'running' };
    return new Story(book, styles, frame, { meanings: MEANINGS, sink: (draft) => running.push(draft) });
  });
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, reading);
  return reading.styles;
}

type StoryAt = (name: string, styles: Styles, attributes: Attributes) => Story | null;

class Splitting implements XmlHandlers {
  readonly #reading: StyleReading;
  readonly #storyAt: StoryAt;
  #story: Story | null = null;
  #depth = 0;
  met = false;

  constructor(common: Styles | null, storyAt: StoryAt) {
    this.#reading = new StyleReading(common);
    this.#storyAt = storyAt;
  }

  get styles(): Styles {
    return this.#reading.styles;
  }

  open(name: string, attributes: Attributes, context: XmlContext): void {
    if (this.#story === null) {
      this.#story = this.#storyAt(name, this.styles, attributes);
      if (this.#story === null) this.#reading.open(name, attributes);
      else this.met = true;
    } else {
      this.#depth++;
      this.#story.open(name, attributes, context);
    }
  }

  close(name: string): void {
    if (this.#story === null) this.#reading.close(name);
    else if (this.#depth === 0) this.#story = null;
    else {
      this.#depth--;
      this.#story.close(name);
    }
  }

  text(text: string): void {
    this.#story?.text(text);
  }
}
