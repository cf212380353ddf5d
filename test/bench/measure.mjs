// Runs a program in a process of its own and says what it cost: wall time, CPU time, peak memory.
//
// CPU time of ended children is in /proc/self/stat, peak memory of a running one in /proc/PID/status: no other tool is
// needed. Where there is no /proc only wall time is known.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

/** Ticks of /proc/self/stat in a second, on every Linux that Node runs on. */
const TICKS = 100;
const POLL_MS = 10;

/** What `times` runs of a command cost together, in seconds, and the largest peak in MB; `finished` is false past `limit` s. */
export async function measure({ command, args, cwd, out = '/dev/null', times = 1, limit = 600 }) {
  const cpu = childCpu();
  const begin = process.hrtime.bigint();
  let peak = 0;
  let finished = true;
  for (let i = 0; i < times && finished; i++) {
    const run = await runOnce({ command, args, cwd, out, limit });
    peak = Math.max(peak, run.peak);
    finished = run.finished;
  }
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  return { wall: wall / times, cpu: (childCpu() - cpu) / times, peak, finished };
}

function runOnce({ command, args, cwd, out, limit }) {
  return new Promise((done, failed) => {
    const fd = openSync(out, 'w');
    const child = spawn(command, args, { cwd, stdio: ['ignore', fd, 'ignore'] });
    let peak = 0;
    let finished = true;
    const poll = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, POLL_MS);
    const stop = setTimeout(() => {
      finished = false;
      child.kill('SIGKILL');
    }, limit * 1000);
    child.once('error', failed);
    child.once('exit', (status, signal) => {
      clearInterval(poll);
      clearTimeout(stop);
      closeSync(fd);
      // 1 is a difference found; from 2 on the work was not done, and its time says nothing.
      done({ peak, finished: finished && signal === null && status < 2 });
    });
  });
}

/** Seconds of CPU of all children that have ended. */
function childCpu() {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** Peak resident memory of a running process so far, in MB. */
function peakOf(pid) {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** The middle value. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
