/** The table of branch coverage by room, and the marks that the rooms are held to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** Rooms of which every branch is to be taken; of all others nine in ten. */
const WHOLE = ['canon', 'seal', 'align', 'certify', 'classify', 'judge', 'quote'].map((name) => `src/core/${name}`);
const MARKS = { whole: 100, others: 90 };
/** Rooms whose code runs in a browser alone. */
const IN_PAGES = ['src/page', 'src/render/in-page'];
/** Where every branch that was never taken is listed, with its line. */
const NEVER = 'coverage/never-taken.txt';

/** Prints the table of `map`; a room under its mark makes the run fail. */
export function report(map) {
  const files = map.files().map((path) => branchesOf(path, map.fileCoverageFor(path).data));
  const names = [...new Set(files.map(({ file }) => roomOf(file)))].sort();
  const rooms = names.map((room) => sumOf(room, files));
  mkdirSync(dirname(NEVER), { recursive: true });
  writeFileSync(NEVER, files.flatMap(({ never }) => never).join(''));
  console.log(`Branches by room. Those never taken are listed in ${NEVER}.\n`);
  for (const room of rooms.filter(({ all }) => all > 0)) console.log(rowOf(room));
  if (rooms.some(isUnder)) process.exitCode = 1;
}

/** How many ways the branches of a file lead, and a line for each that was never taken. */
function branchesOf(path, { branchMap, b }) {
  const file = relative('.', path);
  const lines = readFileSync(path, 'utf8').split('\n');
  const ways = Object.entries(b).flatMap(([id, counts]) =>
    counts.map((count, i) => ({ count, i, of: counts.length, ...branchMap[id] })),
  );
  const never = ways
    .filter(({ count }) => count === 0)
    .map(
      ({ i, of, type, loc: { start } }) =>
        `${file}:${start.line} ${type} ${i + 1}/${of} ${lines[start.line - 1].trim()}\n`,
    );
  return { file, all: ways.length, never };
}

/** Its folder; of the core the folder's first part alone, but each format that is read is a room of its own. */
function roomOf(file) {
  const folder = dirname(file);
  if (IN_PAGES.includes(folder)) return folder;
  const depth = folder.startsWith('src/core/read/') ? 4 : folder.startsWith('src/core/') ? 3 : 2;
  return folder.split('/').slice(0, depth).join('/');
}

function sumOf(room, files) {
  const own = files.filter(({ file }) => roomOf(file) === room);
  const all = own.reduce((sum, file) => sum + file.all, 0);
  return { room, all, taken: all - own.reduce((sum, file) => sum + file.never.length, 0) };
}

const markOf = (room) => (WHOLE.includes(room) ? MARKS.whole : MARKS.others);
const isUnder = ({ room, all, taken }) => !IN_PAGES.includes(room) && 100 * taken < markOf(room) * all;

function rowOf({ room, all, taken }) {
  const name = room.padEnd(24);
  if (IN_PAGES.includes(room)) return `${name}        not counted: ${all} branches that run in a page`;
  // Never rounded up.
  const share = (Math.floor((10_000 * taken) / all) / 100).toFixed(2).padStart(6);
  const under = isUnder({ room, all, taken }) ? `  under ${markOf(room)} %` : '';
  return `${name} ${share} %  ${String(taken).padStart(4)} of ${String(all).padStart(4)}${under}`;
}
