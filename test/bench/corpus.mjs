// Makes interviews of any length from a seed: the same seed gives the same words on every machine.
//
// A collation's cost depends on how often words recur, so the statistics follow real speech: ranks after Zipf and
// Mandelbrot, short words the commonest, sentences of log-normal length, a comma every nine words, paragraphs of one to
// six sentences, questions shorter than answers. The words themselves are invented, in several scripts.

/** Mulberry32: numbers from 0 up to 1. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

const SCRIPTS = {
  latin: {
    onsets: 'b c d f g h l m n p r s t v w st tr ch sh th',
    nuclei: 'a e i o u ea ou',
    codas: '- - - n r s t l',
  },
  german: { onsets: 'b d f g h k l m n r s t w sch st pr', nuclei: 'a e i o u ä ö ü ei ie', codas: '- - n r t ch ß' },
  cyrillic: { onsets: 'б в г д ж з к л м н п р с т х ч ст пр', nuclei: 'а е и о у ы я ю', codas: '- - - н л т в й' },
  greek: { onsets: 'β γ δ θ κ λ μ ν π ρ σ τ φ χ', nuclei: 'α ε η ι ο υ ω ά έ ί', codas: '- - ν ρ' },
  arabic: { onsets: 'ب ت ج ح د ر س ش ع ف ق ك ل م ن ه و ي', nuclei: '- ا و ي', codas: '- - - ن ة' },
};
const VOCABULARY = 30_000;
const RANK_BITS = 18;

/** How words are drawn in one script: a table in which a word stands as often as it is said. */
function vocabularyOf(script) {
  const random = randomOf(script.onsets.length * 7919 + script.nuclei.length);
  const [onsets, nuclei, codas] = [script.onsets, script.nuclei, script.codas].map((row) => row.split(' '));
  const pick = (row) => row[Math.floor(random() * row.length)].replace('-', '');
  const words = [];
  const known = new Set();
  while (words.length < VOCABULARY) {
    const syllables = 1 + Math.floor(Math.min(3, Math.log10(1 + words.length / 12)) + random());
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(nuclei) + pick(codas);
    if (known.has(word) && random() < 0.9) continue;
    known.add(word);
    words.push(word);
  }
  return drawTable(words);
}

function drawTable(words) {
  const weights = words.map((_, rank) => 1 / (rank + 2.7) ** 1.05);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = [];
  let until = 0;
  for (const [rank, weight] of weights.entries()) {
    until += (weight / total) * (1 << RANK_BITS);
    while (table.length < until) table.push(words[rank]);
  }
  return table;
}

const tables = new Map();

function tableOf(name) {
  const known = tables.get(name) ?? vocabularyOf(SCRIPTS[name]);
  tables.set(name, known);
  return known;
}

/** The names of the scripts there are. */
export const SCRIPT_NAMES = Object.keys(SCRIPTS);

/**
 * An interview of about `words` words: paragraphs, each a label (or '') and its words with their punctuation. `scripts` take
 * turns, a page each.
 */
export function interview(words, seed, scripts = SCRIPT_NAMES) {
  const random = randomOf(seed);
  const paragraphs = [];
  for (let count = 0; count < words; ) {
    const table = tableOf(scripts[Math.floor(count / 400) % scripts.length]);
    const asks = paragraphs.length % 3 === 0;
    const label = ['Q:', 'A:', ''][paragraphs.length % 3];
    const row = paragraph(random, table, asks ? 1 : 1 + Math.floor(random() * 6), asks ? '?' : '.');
    paragraphs.push({ label, words: row });
    count += row.length;
  }
  return paragraphs;
}

function paragraph(random, table, sentences, end) {
  const words = [];
  for (let i = 0; i < sentences; i++) {
    const length = sentenceLength(random);
    for (let k = 0; k < length; k++) {
      const word = draw(random, table);
      const shown = k === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      words.push(shown + (k === length - 1 ? end : random() < 0.11 ? ',' : ''));
    }
  }
  return words;
}

function draw(random, table) {
  return table[Math.floor(random() * table.length)];
}

/** Log-normal around 14 words. */
function sentenceLength(random) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(2, Math.min(80, Math.round(14 * Math.exp(0.55 * normal))));
}

/** The same interview with this share of its words changed, left out or added to, a third each. */
export function edited(paragraphs, share, seed) {
  const random = randomOf(seed);
  const strange = tableOf('latin');
  return paragraphs.map(({ label, words }) => {
    const now = [];
    for (const word of words) {
      if (random() >= share) now.push(word);
      else {
        const kind = random();
        if (kind < 2 / 3) now.push(draw(random, strange));
        if (kind < 1 / 3) now.push(word);
      }
    }
    return { label, words: now };
  });
}

/** The same interview with `count` single words changed, evenly spread. */
export function touched(paragraphs, count) {
  const step = Math.floor(paragraphs.length / count);
  return paragraphs.map(({ label, words }, i) => {
    const isOne = i % step === 1 && i / step < count;
    return { label, words: isOne ? words.with(words.length >> 1, 'otherwise') : words };
  });
}

/** The same interview with its halves in the other order. */
export function swapped(paragraphs) {
  const half = Math.floor(paragraphs.length / 6) * 3;
  return [...paragraphs.slice(half), ...paragraphs.slice(0, half)];
}

/** The text of an interview. */
export function textOf(paragraphs) {
  return paragraphs.map(({ label, words }) => `${label}${label && ' '}${words.join(' ')}\n`).join('\n');
}
