// Kills the program at random moments while it seals and while it checks: the manifest is always the old or the new one, whole.
//
//     npm run faults                 two hundred kills
//     npm run faults -- --kills 20
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MANIFEST = 'verbatim-manifest.jsonl';
const TEXTS = 24;

/** An invented text of its own for each number. */
function text(number) {
  const answers = Array.from({ length: 20 }, (_, i) => `I counted ${number + i} boats, and none of them was mine.`);
  return `A count of boats, part ${number}\n\nQ: How many boats were there?\n\n${answers.join('\n\n')}\n`;
}

function run(program, folder, args) {
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
}

/** Runs the program and kills it after `delay` milliseconds, if it still runs; gives how it ended. */
function killed(program, folder, args, delay, signal) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(signal), delay);
    child.on('exit', (code, by) => {
      clearTimeout(timer);
      done(by ?? code);
    });
  });
}

/** A repository with half its texts sealed, and the manifest that sealing the rest gives. */
function repository(program) {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-kills-'));
  const names = Array.from({ length: TEXTS }, (_, i) => `text-${String(i).padStart(2, '0')}.txt`);
  for (const [i, name] of names.entries()) writeFileSync(join(folder, name), text(i));
  run(program, folder, ['manifest', ...names.slice(0, TEXTS / 2)]);
  const old = readFileSync(join(folder, MANIFEST), 'utf8');
  const started = performance.now();
  run(program, folder, ['manifest', ...names]);
  const took = performance.now() - started;
  const whole = readFileSync(join(folder, MANIFEST), 'utf8');
  return { folder, names, old, whole, took };
}

/** Kills `count` runs and tells what was found; `faults` is empty when nothing was lost. */
export async function killMany(program, count) {
  const { folder, names, old, whole, took } = repository(program);
  const path = join(folder, MANIFEST);
  const tally = { kills: 0, ended: 0, old: 0, new: 0, leftovers: 0, faults: [] };
  try {
    for (let round = 0; round < count; round++) {
      const seals = round % 4 !== 3;
      writeFileSync(path, seals ? old : whole);
      const delay = took * (0.3 + 0.8 * Math.random());
      const how = await killed(
        program,
        folder,
        seals ? ['manifest', ...names] : ['check', '--jobs', '2'],
        delay,
        round % 5 === 4 ? 'SIGTERM' : 'SIGKILL',
      );
      if (typeof how === 'string' || how > 128) tally.kills++;
      else tally.ended++;
      const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (now === whole) tally.new++;
      else if (now === old && seals) tally.old++;
      else
        tally.faults.push(
          `round ${round}: the manifest is neither the old one nor the new one (${now.length} characters)`,
        );
      tally.leftovers += readdirSync(folder).filter((name) => name.endsWith('.tmp')).length > 0 ? 1 : 0;
    }
    writeFileSync(path, old);
    const after = run(program, folder, ['manifest', ...names]);
    if (after.status !== 0) tally.faults.push(`the next run fails: ${after.stderr.trim()}`);
    if (readFileSync(path, 'utf8') !== whole) tally.faults.push('the next run gives another manifest');
    tally.leftAtEnd = readdirSync(folder).filter((name) => !names.includes(name) && name !== MANIFEST);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
  const tally = await killMany(resolve('bin/verbatim.js'), Number(values.kills));
  console.log(JSON.stringify(tally, null, 2));
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
}
