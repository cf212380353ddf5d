// The works that are measured, each with its goal: the ratio of our cost to the peer's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { edited, interview, swapped, textOf, touched } from './corpus.mjs';

const PROGRAM = fileURLToPath(new URL('../../bin/verbatim.js', import.meta.url));
const JSDIFF = fileURLToPath(new URL('./jsdiff.mjs', import.meta.url));
const NOTHING = { command: process.execPath, args: ['-e', '0'] };

const FULL = {
  words: 1_000_000,
  many: 10_000_000,
  jsdiff: 100_000,
  texts: 10_000,
  textWords: 4_300,
  rounds: 3,
  limit: 120,
};
const QUICK = { words: 50_000, many: 500_000, jsdiff: 5_000, texts: 500, textWords: 4_300, rounds: 1, limit: 20 };

/** The command that runs verbatim. */
export function verbatim(...args) {
  return { command: process.execPath, args: [PROGRAM, ...args] };
}

/** All works, as generators of their material: nothing is written before its work is due. */
export function worksIn(folder, { quick }) {
  const size = quick ? QUICK : FULL;
  return [
    ...coldWorks(folder, size),
    ...collationWorks(folder, size),
    ...manyWorks(folder, size),
    ...repositoryWorks(folder, size),
  ];
}

function coldWorks(folder, { rounds }) {
  const prepare = () => {
    const talk = interview(5_000, 5, ['latin', 'cyrillic']);
    write(folder, 'talk.txt', talk);
    write(folder, 'talk-copy.txt', talk);
    write(folder, 'talk-20.txt', touched(talk, 20));
  };
  const common = { peerName: 'node -e 0', times: 10, rounds: rounds * 2 + 1, by: 'wall', peer: NOTHING };
  const judged = (copy) => verbatim('verify', join(folder, copy), '--against', join(folder, 'talk.txt'));
  return [
    { ...common, work: 'cold `verify`, 5,000 words, unchanged', goal: 1.25, prepare, ours: judged('talk-copy.txt') },
    { ...common, work: 'cold `verify`, 5,000 words, 20 changes', goal: 1.6, prepare, ours: judged('talk-20.txt') },
  ];
}

const COPIES = [
  { name: '1 % edits', goal: 0.8, of: (talk) => edited(talk, 0.01, 11) },
  { name: '10 % edits', goal: 0.35, of: (talk) => edited(talk, 0.1, 12) },
  { name: '30 % edits', goal: 0.2, of: (talk) => edited(talk, 0.3, 13) },
  { name: 'halves swapped', goal: 0.15, of: swapped },
  { name: 'unrelated', goal: 0.2, of: (_, words) => interview(words, 99) },
];

function collationWorks(folder, { words, rounds, jsdiff, limit }) {
  const talk = once(() => interview(words, 1));
  const works = COPIES.map(({ name, goal, of }, i) => ({
    work: `${amount(words)} words, ${name}`,
    peerName: 'wdiff',
    goal,
    rounds,
    by: 'CPU',
    prepare() {
      write(folder, 'sealed.txt', talk());
      write(folder, `copy-${i}.txt`, of(talk(), words));
    },
    ours: against(folder, `copy-${i}.txt`, 'sealed.txt'),
    peer: {
      command: 'wdiff',
      args: [join(folder, 'sealed.txt'), join(folder, `copy-${i}.txt`)],
      out: join(folder, 'wdiff.out'),
    },
  }));
  const small = {
    work: `${amount(jsdiff)} words, 10 % edits`,
    peerName: 'jsdiff on integers',
    goal: 0.03,
    rounds: 1,
    by: 'CPU',
    prepare() {
      const one = interview(jsdiff, 1);
      write(folder, 'small.txt', one);
      write(folder, 'small-copy.txt', edited(one, 0.1, 12));
    },
    ours: against(folder, 'small-copy.txt', 'small.txt'),
    peer: {
      command: process.execPath,
      args: [JSDIFF, join(folder, 'small.txt'), join(folder, 'small-copy.txt')],
      limit,
    },
  };
  const memory = {
    ...works[1],
    work: `peak memory, ${amount(words)} words, 10 % edits`,
    peerName: 'MB',
    by: 'memory',
    goal: 350,
    rounds: 1,
    peer: null,
  };
  return [...works, small, memory];
}

/** Ten times the text. */
function manyWorks(folder, { words, many, rounds }) {
  return [
    {
      work: `${amount(many)} words against ${amount(words)}, 10 % edits`,
      peerName: 'verbatim itself',
      goal: 12,
      rounds: Math.min(rounds, 2),
      by: 'CPU',
      prepare() {
        const one = interview(words, 1);
        write(folder, 'one.txt', one);
        write(folder, 'one-copy.txt', edited(one, 0.1, 12));
        const ten = interview(many, 1);
        write(folder, 'ten.txt', ten);
        write(folder, 'ten-copy.txt', edited(ten, 0.1, 12));
      },
      ours: against(folder, 'ten-copy.txt', 'ten.txt'),
      peer: against(folder, 'one-copy.txt', 'one.txt'),
    },
  ];
}

function repositoryWorks(folder, { texts, textWords, rounds }) {
  const root = join(folder, 'repository');
  const prepare = once(() => writeRepository(root, texts, textWords));
  const seal = { ...verbatim('manifest', 'texts/*.txt'), cwd: root };
  const list = { ...verbatim('export', '--output', 'SHA256SUMS'), cwd: root };
  const common = { prepare, setUp: [seal, list], rounds };
  const check = { ...verbatim('check', '--quiet'), cwd: root };
  return [
    {
      ...common,
      work: `\`check\` of ${amount(texts)} unchanged texts of 30 KB`,
      peerName: 'sha256sum -c',
      goal: 0.4,
      by: 'wall',
      ours: check,
      peer: { command: 'sha256sum', args: ['-c', '--quiet', 'SHA256SUMS'], cwd: root },
    },
    {
      ...common,
      work: `the same`,
      peerName: 'rhash -c',
      goal: null,
      by: 'wall',
      ours: check,
      peer: { command: 'rhash', args: ['--sha256', '-c', '--skip-ok', 'SHA256SUMS'], cwd: root },
    },
    {
      ...common,
      work: `the source of one page among ${amount(texts)} sealed texts`,
      peerName: 'node -e 0',
      goal: 3,
      by: 'wall',
      ours: { ...verbatim('verify', '../page.md', '--manifest', 'verbatim-manifest.jsonl'), cwd: root },
      peer: NOTHING,
    },
  ];
}

function writeRepository(root, texts, textWords) {
  mkdirSync(join(root, 'texts'), { recursive: true });
  // Paragraphs are dealt out anew for every text: making each word of three hundred megabytes would take minutes.
  const pool = interview(textWords * 40, 3);
  const third = Math.floor(pool.length / 3) * 3;
  const size = Math.floor(third / 40 / 3) * 3;
  for (let i = 0; i < texts; i++) {
    const from = (i * 7 * 3) % third;
    const own = Array.from({ length: size }, (_, k) => pool[(from + k * (1 + 3 * (i % 11))) % third]);
    own[1] = { label: 'A:', words: [`Number`, `${i}`, ...own[1].words] };
    write(root, `texts/talk-${String(i).padStart(5, '0')}.txt`, own);
    if (i === texts >> 1) write(root, '../page.md', own.slice(0, 12));
  }
}

function against(folder, copy, sealed) {
  return verbatim(
    'verify',
    join(folder, copy),
    '--against',
    join(folder, sealed),
    '--output',
    join(folder, 'report.out'),
  );
}

function write(folder, name, paragraphs) {
  writeFileSync(join(folder, name), textOf(paragraphs));
}

function once(make) {
  let made;
  let done = false;
  return () => {
    if (!done) made = make();
    done = true;
    return made;
  };
}

function amount(number) {
  return number.toLocaleString('en');
}
