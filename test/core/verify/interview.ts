/** Invented interviews for properties: random words in the shape of a real transcript, and every paragraph at hand. */
import fc from 'fast-check';
import type { Paragraph as TextParagraph } from '../write/index.ts';

/** A paragraph as words; punctuation hangs on them, so dropping one word keeps the rest as it is. */
export interface Paragraph {
  readonly label: string;
  readonly words: readonly string[];
}

export interface Interview {
  readonly title: string;
  /** Question and answer paragraphs, in order. */
  readonly pairs: readonly (readonly Paragraph[])[];
  readonly notice: readonly string[];
}

const WORDS =
  `harbour lantern winter letter mother fifth office flood never always signed stayed left river bread window because nobody everybody
  don't it's well-known nineteen 47 café über Größe señal déjà письмо никогда річка дев'ять not no yes I we they him her
  the a of to and but with under over again before after quiet loud early late north south rope engine ticket garden`.split(
    /\s+/u,
  );

const word = fc.constantFrom(...WORDS);
const ENDS = ['.', '.', '.', '!', '…', ', (*).'] as const;

/** A sentence: a capital in front, a sign behind, perhaps a comma, a dash or quotation marks inside. */
const sentence = fc
  .tuple(
    fc.array(word, { minLength: 4, maxLength: 14 }),
    fc.constantFrom(...ENDS),
    fc.constantFrom('plain', 'comma', 'dash', 'quoted'),
  )
  .map(([words, end, inside]) => {
    const all = words.map((one, i) => (i === 0 ? capital(one) : one));
    const middle = Math.floor(all.length / 2);
    if (inside === 'comma') all[middle - 1] += ',';
    if (inside === 'dash') all[middle - 1] += ' -';
    if (inside === 'quoted') {
      all[middle] = `"${all[middle]}`;
      all[all.length - 1] += '"';
    }
    all[all.length - 1] += end;
    return all;
  });

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const question = fc.array(word, { minLength: 4, maxLength: 10 }).map((words) => {
  const all = words.map((one, i) => (i === 0 ? `Did ${one}` : one));
  return [...all.slice(0, -1), `${all.at(-1)}?`];
});

const answer = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.flat());

const NOTICE = [
  "(*) Name withheld at the speaker's wish.",
  'This interview may be published only as it is, without modifications. This notice is part of the transcript.',
] as const;

/** Every paragraph has words that no other has, as real ones do: which of two equal ones is left out, no one could say. */
function withOwnWords(words: readonly string[], number: string): readonly string[] {
  const own = [...number].map((digit) => 'abcdefgh'.charAt(Number(digit))).join('');
  return [words[0]!, `bel${own}`, `cor${own}`, ...words.slice(1)];
}

function labelled(asks: string, answers: string) {
  return fc
    .array(fc.tuple(question, fc.array(answer, { minLength: 1, maxLength: 3 })), { minLength: 2, maxLength: 6 })
    .map(
      (pairs): Interview => ({
        title: 'A talk at the old harbour',
        pairs: pairs.map(([asked, said], pair) => [
          { label: asks, words: withOwnWords(asked, `${pair}`) },
          ...said.map((words, i) => ({ label: i === 0 ? answers : '', words: withOwnWords(words, `${pair}${i}`) })),
        ]),
        notice: NOTICE,
      }),
    );
}

/** `Q:` with unlabelled answers. */
export const interviews = labelled('Q: ', '');
/** Two names. */
export const namedInterviews = labelled('Ida Brandt: ', 'Tom Vale: ');

/** Every paragraph of speech, in order, with the number of its pair. */
export function paragraphsOf({ pairs }: Interview): readonly (Paragraph & { readonly pair: number })[] {
  return pairs.flatMap((pair, i) => pair.map((one) => ({ ...one, pair: i })));
}

/** `interview` with the `index`th of its paragraphs replaced; by several, or by none. */
export function replaceParagraph(interview: Interview, index: number, by: readonly Paragraph[]): Interview {
  let at = 0;
  const pairs = interview.pairs.map((pair) => pair.flatMap((one) => (at++ === index ? by : [one])));
  return { ...interview, pairs };
}

/** The paragraphs of the whole text, title and notice with them. */
export function textParagraphs({ title, pairs, notice }: Interview): readonly TextParagraph[] {
  const plain = (text: string): TextParagraph => ({ label: '', text });
  const said = pairs.flat().map(({ label, words }) => ({ label, text: words.join(' ') }));
  return [plain(title), ...said, ...notice.map(plain)];
}

/** The paragraphs as lines of text, title and notice with them. */
export function linesOf(interview: Interview): readonly string[] {
  return textParagraphs(interview).map(({ label, text }) => label + text);
}

/** The interview as a plain text: one line a paragraph, a blank line between. */
export function textOf(interview: Interview): string {
  return `${linesOf(interview).join('\n\n')}\n`;
}

/** The line, from 1, on which the `index`th paragraph of speech stands in `textOf`. */
export function lineOf(index: number): number {
  return 3 + 2 * index;
}
