// Texts that are made to be slow. They are measured alone, at one size and at twice that size: twice the text should cost
// about twice the time, whatever it says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verbatim } from './works.mjs';

const SENTENCE = 'We said it then, and we say it again today, and we shall go on saying it.';

/** Each gives sealed text and copy for a size; sizes are those of the largest case. */
const TEXTS = {
  'a litany of 200,000 equal sentences, one word changed': [200_000, (n) => changedInside(n, ' ')],
  'the same, a paragraph each': [200_000, (n) => changedInside(n, '\n\n')],
  'one word a million times, a few more in the copy': [
    1_000_000,
    (n) => [row(n, () => 'yes'), row(n + 7, () => 'yes')],
  ],
  'two words in turn, every tenth exchanged': [
    1_000_000,
    (n) => [row(n, (i) => (i % 2 ? 'yes' : 'no')), row(n, (i) => (i % 10 ? (i % 2 ? 'yes' : 'no') : 'yes'))],
  ],
  'everything different': [1_000_000, (n) => [row(n, (i) => `a${i}`), row(n, (i) => `b${i}`)]],
  'the same words in the opposite order': [300_000, (n) => [row(n, (i) => `a${i}`), row(n, (i) => `a${n - i}`)]],
  '300,000 one-line paragraphs, every third left out': [
    300_000,
    (n) => [lines(n, (i) => `${i} was said here.`), lines(n, (i) => (i % 3 ? `${i} was said here.` : ''))],
  ],
  '300,000 paragraphs, foreign ones between all': [
    300_000,
    (n) => [
      lines(n, (i) => `It was said here as ${i}.`),
      lines(n, (i) => `It was said here as ${i}.\n\nRead more of it: ${n - i}.`),
    ],
  ],
  '100,000 labels, all exchanged': [
    100_000,
    (n) => [
      lines(n, (i) => `${i % 2 ? 'Anna' : 'Boris'}: It was said as ${i}.`),
      lines(n, (i) => `${i % 2 ? 'Boris' : 'Anna'}: It was said as ${i}.`),
    ],
  ],
  '100,000 labels, each another name': [
    100_000,
    (n) => [
      lines(n, (i) => `Anna${i >> 1}: It was said as ${i}.`),
      lines(n, (i) => `Boris${i >> 1}: It was said as ${i}.`),
    ],
  ],
  '100,000 paragraphs reversed': [
    100_000,
    (n) => [
      lines(n, (i) => `It was said here as number ${i} of them.`),
      lines(n, (i) => `It was said here as number ${n - i} of them.`),
    ],
  ],
  '100,000 words changed in one paragraph': [
    1_000_000,
    (n) => [row(n, (i) => `a${i % 9973}`), row(n, (i) => (i % 10 ? `a${i % 9973}` : `b${i}`))],
  ],
  '“Yes.” 100,000 times as an answer of its own': [
    100_000,
    (n) => [
      lines(n, (i) => (i % 2 ? 'A: Yes.' : 'Q: Did you?')),
      lines(n - 2, (i) => (i % 2 ? 'A: Yes.' : 'Q: Did you?')),
    ],
  ],
};

/** The works of `--hostile`. */
export function hostileWorks(folder, { quick }) {
  return Object.entries(TEXTS).map(([work, [most, make]], i) => {
    const size = quick ? most / 20 : most;
    const files = (name) => [join(folder, `hostile-${i}-${name}.txt`), join(folder, `hostile-${i}-${name}-copy.txt`)];
    return {
      work,
      peerName: 'half of it',
      goal: 2.5,
      rounds: 1,
      by: 'CPU',
      prepare() {
        writePair(files('whole'), make(size));
        writePair(files('half'), make(size / 2));
      },
      ours: judged(folder, files('whole')),
      peer: judged(folder, files('half')),
    };
  });
}

function judged(folder, [sealed, copy]) {
  return verbatim('verify', copy, '--against', sealed, '--output', join(folder, 'hostile.out'));
}

function writePair(files, texts) {
  for (const [i, file] of files.entries()) writeFileSync(file, texts[i]);
}

function changedInside(count, between) {
  const sentences = new Array(count).fill(SENTENCE);
  const copy = sentences.with(count >> 1, SENTENCE.replace('today', 'tonight'));
  return [sentences.join(between), copy.join(between)];
}

function row(count, word) {
  return Array.from({ length: count }, (_, i) => word(i)).join(' ');
}

function lines(count, line) {
  return Array.from({ length: count }, (_, i) => line(i)).join('\n\n');
}
