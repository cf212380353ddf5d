/** Adding a defect never improves a verdict: edits, tricks and forgeries of every kind, one after the other in one page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS, type Verdict } from '../../../src/core/judge/verdict.ts';
import { type Interview, namedInterviews, type Paragraph, textOf } from './interview.ts';
import { compare } from './support.ts';

/** A block of the page: a paragraph whose words may hold elements, or one that is none of the interview's. */
type Block = Paragraph | string;
/** A question and its answers, as the page has them. */
type Pair = readonly Block[];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf(block: Block): string {
  if (typeof block === 'string') return block;
  const { label, words } = block;
  return `<p>${label === '' ? '' : `<b>${label.trim()}</b> `}${words.join(' ')}</p>`;
}

function pageOf({ title, notice }: Interview, pairs: readonly Pair[]): string {
  const body = [...pairs.flat().map(htmlOf), ...notice.map((line) => `<p>${escaped(line)}</p>`)];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<style>@font-face { font-family: Swap; src: url(swap.woff2) }</style></head><body><main>
<h1>${title}</h1>\n${body.join('\n')}\n</main></body></html>`;
}

/** A defect of the words of one paragraph. */
function inWords(change: (words: readonly string[]) => readonly string[]) {
  return (pair: readonly Paragraph[], n: number): Pair => {
    const index = n % pair.length;
    return pair.with(index, { ...pair[index]!, words: change(pair[index]!.words) });
  };
}

/** A defect of one word; the third of each paragraph is letters, and no other paragraph has it. */
function inWord(change: (word: string) => string) {
  return inWords((words) => words.with(2, change(words[2]!)));
}

/** A block too many, behind one of the pair's. */
function withBlock(block: (pair: readonly Paragraph[]) => string) {
  return (pair: readonly Paragraph[], n: number): Pair => {
    const at = 1 + (n % (pair.length - 1));
    return [...pair.slice(0, at), block(pair), ...pair.slice(at)];
  };
}

/** A defect of the label of the pair's `index`th paragraph. */
function inLabel(index: number, label: string) {
  return (pair: readonly Paragraph[]): Pair => pair.with(index, { ...pair[index]!, label });
}

const DEFECTS: Readonly<Record<string, (pair: readonly Paragraph[], n: number) => Pair>> = {
  'a comma': inWord((word) => `${word},`),
  capitals: inWord((word) => word.toUpperCase()),
  'a word dropped': inWords((words) => words.toSpliced(2, 1)),
  'a word added': inWords((words) => words.toSpliced(2, 0, 'gladly')),
  'a word for another': inWord(() => 'gladly'),
  'a word divided': inWord((word) => `${word.slice(0, 2)} ${word.slice(2)}`),
  'words exchanged': inWords((words) => words.with(1, words[2]!).with(2, words[1]!)),
  'a hidden word': inWord((word) => `<span style="display:none">never</span> ${word}`),
  'a hidden word of the speaker’s': inWord((word) => `<span hidden>${word}</span>`),
  'a word in white': inWord((word) => `<span style="color:#fff;background:#fff">never</span> ${word}`),
  'an override': inWord((word) => `\u202e${word}`),
  'a zero-width space inside a word': inWord((word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`),
  'a look-alike letter': inWord((word) => word.replace('o', 'о').replace('e', 'е')),
  'a font on a word': inWord((word) => `<span style="font-family:Swap">${word}</span>`),
  'a heading between': withBlock(() => '<h2>What the papers never printed</h2>'),
  'a box between': withBlock(() => '<div class="promo"><div><p>Our readers also liked the harbour.</p></div></div>'),
  'a paragraph between': withBlock(() => '<p>None of this was ever proved by anybody.</p>'),
  'an aside with a label': withBlock(() => '<aside><p><b>Tom Vale:</b> I take all of it back, every word.</p></aside>'),
  'a doctored repetition': withBlock(
    (pair) => `<aside><p>${[...pair[1]!.words, 'not', 'at', 'all'].join(' ')}</p></aside>`,
  ),
  'a hidden block with a label': withBlock(
    () => '<div hidden><p>Tom Vale: I take all of it back, every word.</p></div>',
  ),
  'paragraphs exchanged': (pair) => [pair[1]!, pair[0]!, ...pair.slice(2)],
  'an answer left out': (pair) => pair.slice(0, -1),
  'the question left out': (pair) => pair.slice(1),
  'the pair left out': () => [],
  'the question given to the other': inLabel(0, 'Tom Vale: '),
  'the answer given to the other': inLabel(1, 'Ida Brandt: '),
  'the answer given to a third': inLabel(1, 'Olaf Reker: '),
  'the answer without its label': inLabel(1, ''),
};

const interviews = namedInterviews.filter(({ pairs }) => pairs.length >= 4);
const some = fc.nat({ max: 100_000 });

function pairsOf({ pairs }: Interview): readonly (readonly Paragraph[])[] {
  return pairs.map((pair) => pair.map(({ label, words }) => ({ label, words: words.map(escaped) })));
}

async function verdictOf(interview: Interview, pairs: readonly Pair[]): Promise<Verdict> {
  return (await compare(textOf(interview), pageOf(interview, pairs), 'copy.html')).verdict;
}

describe('each defect', () => {
  it.each(Object.entries(DEFECTS))('alone is seen: %s', async (_, defect) => {
    await fc.assert(
      fc.asyncProperty(interviews, some, some, async (interview, a, n) => {
        const pairs: readonly Pair[] = pairsOf(interview);
        // The first pair stays, so that something is said before.
        const index = 1 + (a % (pairs.length - 1));
        const spoilt = pairs.with(index, defect(pairsOf(interview)[index]!, n));
        expect(await verdictOf(interview, spoilt)).not.toBe('verbatim');
      }),
      { numRuns: 5 },
    );
  });
});

it('the page without a defect is verbatim', async () => {
  await fc.assert(
    fc.asyncProperty(interviews, async (interview) => {
      expect(await verdictOf(interview, pairsOf(interview))).toBe('verbatim');
    }),
    { numRuns: 20 },
  );
});

describe('one more defect', () => {
  it('never improves a verdict, whatever was done before', async () => {
    const names = fc.shuffledSubarray(Object.keys(DEFECTS), { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(interviews, names, some, async (interview, defects, n) => {
        const sealed = pairsOf(interview);
        let pairs: readonly Pair[] = sealed;
        let last = VERDICTS.length - 1;
        // One defect for each pair, so that none undoes another; the first pair stays as it is.
        for (const [i, name] of defects.slice(0, sealed.length - 1).entries()) {
          pairs = pairs.with(i + 1, DEFECTS[name]!(sealed[i + 1]!, n));
          const at = VERDICTS.indexOf(await verdictOf(interview, pairs));
          expect(at, `${name} made it ${VERDICTS[at]}`).toBeLessThanOrEqual(last);
          last = at;
        }
      }),
      { numRuns: 120 },
    );
  });
});
