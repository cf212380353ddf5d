// `npm run bench`: measures verbatim beside its peers and prints a table in Markdown. It never fails on time.
//
//   --quick         a twentieth of the size, one round
//   --only TEXT     only works whose name holds TEXT
//   --hostile       texts that are made to be slow, ours alone
//   --keep FOLDER   work in FOLDER and leave it there
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hostileWorks } from './hostile.mjs';
import { measure, median } from './measure.mjs';
import { findPeers } from './peers.mjs';
import { worksIn } from './works.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});

const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
mkdirSync(folder, { recursive: true });
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => {
  if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
});

const { versions, missing } = findPeers();
print(machine());
for (const line of missing) print(`- ${line}`);
print('');
const works = options.hostile ? hostileWorks(folder, options) : worksIn(folder, options);
print('| work | ours | peer | CPU ratio | wall ratio | goal | met | peak MB, ours / peer |');
print('|---|--:|--:|--:|--:|--:|---|--:|');
const ready = new Set();
for (const work of works) {
  if (!work.work.includes(options.only)) continue;
  print(await rowOf(work));
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

function machine() {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const peers = [...versions].map(([name, version]) => `${name} ${version}`).join(', ');
  return `Node ${process.versions.node}, ${type()} ${release()}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory}; ${peers}.`;
}

/** One work: both sides in turn, as many rounds as it says; medians of the costs and of the ratios. */
async function rowOf(work) {
  if (!ready.has(work.prepare)) work.prepare();
  if (!ready.has(work.prepare)) for (const step of work.setUp ?? []) await measure(step);
  ready.add(work.prepare);
  const hasPeer = work.peer !== null && (work.peer.command === process.execPath || versions.has(work.peer.command));
  const rounds = [];
  for (let i = 0; i < work.rounds; i++) {
    const ours = await measure({ ...work.ours, times: work.times });
    rounds.push({ ours, peer: hasPeer ? await measure({ ...work.peer, times: work.times }) : null });
  }
  return cellsOf(work, rounds);
}

function cellsOf(work, rounds) {
  const middle = (side, unit) => median(rounds.map((round) => round[side]?.[unit] ?? Number.NaN));
  const unit = work.by === 'wall' ? 'wall' : 'cpu';
  const ratio = (by) => median(rounds.map(({ ours, peer }) => (peer === null ? Number.NaN : ours[by] / peer[by])));
  const below = rounds.some(({ peer }) => peer?.finished === false) ? '< ' : '';
  const value = work.by === 'memory' ? middle('ours', 'peak') : ratio(unit);
  const failed = rounds.some(({ ours }) => !ours.finished);
  const met = failed
    ? 'did not finish'
    : work.goal === null || Number.isNaN(value)
      ? ''
      : value <= work.goal
        ? 'yes'
        : 'no';
  const cells = [
    work.work,
    seconds(middle('ours', unit)),
    `${work.peerName} ${seconds(middle('peer', unit))}`,
    below + figure(ratio('cpu')),
    below + figure(ratio('wall')),
    work.goal === null ? '' : `≤ ${work.goal} ${work.by}`,
    met,
    `${figure(middle('ours', 'peak'), 0)} / ${figure(middle('peer', 'peak'), 0)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function seconds(value) {
  if (Number.isNaN(value)) return '';
  return value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(2)} s`;
}

function figure(value, digits = 2) {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
