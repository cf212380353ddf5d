// Keeps what V8 has compiled of the program once it has done its common work: `bin/verbatim.js` starts from it. What is not
// exercised here is compiled when it is first used.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { compiled, load } = require('../../bin/verbatim.js');

const INTERVIEW = `The long way home

Q: When did you write to them, and what did you ask?

A: I wrote in 1998, on a Monday. “Nobody answers,” they said; I was not afraid of them, and I never signed a thing.

It took eleven years — a long time… Then (*) came, and he didn't read it.

Q: And today?

A: Today I would write it again: the same letter, word by word, to the same people in the same house.

(*) Name withheld.
`;
const TEXTS = {
  'interview.txt': INTERVIEW,
  'same.txt': INTERVIEW,
  'copy.txt': INTERVIEW.replace('not afraid', 'afraid')
    .replace('Monday', 'Tuesday')
    .replace('same house', 'same old house')
    .replace('eleven years', 'eleven, years'),
};

const WORKS = [
  ['verify', 'same.txt', '--against', 'interview.txt'],
  ['verify', 'copy.txt', '--against', 'interview.txt'],
  ['manifest', 'interview.txt'],
  ['verify', 'copy.txt'],
  ['check'],
];

async function exercise() {
  const { main, script } = load();
  for (const [command, ...args] of WORKS) {
    const report = command === 'manifest' ? [] : ['--output', 'report.txt'];
    await main([command, ...args, ...report]);
  }
  return script.createCachedData();
}

const folder = mkdtempSync(join(tmpdir(), 'verbatim-build-'));
process.chdir(folder);
for (const [name, text] of Object.entries(TEXTS)) writeFileSync(name, text);
exercise()
  .then((data) => writeFileSync(compiled, data))
  .finally(() => {
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true, force: true });
  });
