/**
 * Alternate content: the same thing said twice, for programs that know more and for those that know less (ECMA-376, part 3).
 *
 * One branch is read. A doctored file can keep the speaker's words in it and others in the next, which another program shows;
 * so the words of the branches are compared, and where they differ, that is said at their place.
 */
import type { Story, StoryMeaning } from './story.ts';
import { attribute } from './vocabulary.ts';

/** What is known here, so that a choice that needs it can be taken. */
const KNOWN =
  /^http:\/\/schemas\.microsoft\.com\/office\/(word\/20\d\d(\/\d+)?\/word[A-Za-z]*(\/\w+)?|drawing\/2010\/main)$/;

/** Code units of a branch's words that are compared; beyond, nobody knows whether they are the same. */
const MAX_COMPARED = 100_000;

/** The branches of one `mc:AlternateContent`. */
export class Alternatives {
  #taken = -1;
  readonly #words: string[] = [];

  /** Begins a branch; whether it is the one to be read. */
  begin(fits: 'fits' | 'does not fit'): 'read' | 'passed over' {
    this.#words.push('');
    if (this.#taken !== -1 || fits === 'does not fit') return 'passed over';
    this.#taken = this.#words.length - 1;
    return 'read';
  }

  /** Takes words of the present branch. */
  say(words: string): void {
    const last = this.#words.length - 1;
    const said = this.#words[last];
    if (said !== undefined && said.length < MAX_COMPARED) this.#words[last] = said + words.replace(/\s+/g, '');
  }

  /** Whether another branch has words, and not surely those of the one that is read. */
  get differ(): boolean {
    const read = this.#words[this.#taken];
    return this.#words.some(
      (words, i) => i !== this.#taken && words !== '' && (words !== read || words.length >= MAX_COMPARED),
    );
  }
}

const ALTERNATIVES: StoryMeaning = {
  open: (story) => void story.alternatives.push(new Alternatives()),
  close: (story) => {
    if (story.alternatives.pop()?.differ === true) story.doubtHere('optional-content', 'mc:AlternateContent');
  },
};

const CHOICE: StoryMeaning = {
  open: (story, attributes, context) => {
    const known = attribute(attributes, 'Requires')
      .split(/\s+/)
      .filter((prefix) => prefix !== '')
      .every((prefix) => KNOWN.test(context.namespaceOf(prefix) ?? ''));
    begin(story, known ? 'fits' : 'does not fit');
  },
};

const FALLBACK: StoryMeaning = { open: (story) => begin(story, 'fits') };

function begin(story: Story, fits: 'fits' | 'does not fit'): void {
  if (story.alternatives.at(-1)?.begin(fits) === 'passed over') story.skip();
}

export const ALTERNATE: readonly (readonly [string, StoryMeaning])[] = [
  ['mc:AlternateContent', ALTERNATIVES],
  ['mc:Choice', CHOICE],
  ['mc:Fallback', FALLBACK],
];
