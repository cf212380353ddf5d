/**
 * Judges declared copies on several threads at once. Each thread takes the next copy from a shared count, so none waits for
 * another; what is reported depends on the copies alone, never on which thread judged them or when.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CopyResult } from '../../core/judge/judgement.ts';
import type { Manifest } from '../../core/seal/entry.ts';
import { RunError } from '../../repository/run-error.ts';
import { EXIT } from '../exit.ts';
import { progressOf } from '../progress.ts';
import { note, type Session } from '../session.ts';
import type { Settings } from '../settings.ts';
import type { DeclaredCopy } from './declared-copies.ts';
import { type JudgedCopy, judgeTaken } from './judge-taken.ts';

/** Copies below which a second thread costs more than it saves, and the most threads: each keeps the manifest. */
const COPIES_FOR_A_THREAD = 32;
const MOST_THREADS = 8;

/** What a thread is given. */
export interface CopyTask {
  readonly root: string;
  readonly copies: readonly DeclaredCopy[];
  readonly manifest: Manifest;
  readonly settings: Settings;
  /** The count of copies already taken, shared by all threads. */
  readonly taken: Int32Array;
}

/** What a thread gives back. */
export interface CopiesDone {
  readonly judged: readonly JudgedCopy[];
  /** Whether a library dropped a failure on the way, so that the whole cannot be vouched for. */
  readonly dropped: boolean;
}

/** Judges `copies`, in their order; `jobs` is the most threads to use. */
export async function judgeDeclared(
  root: string,
  copies: readonly DeclaredCopy[],
  manifest: Manifest,
  settings: Settings,
  jobs: number | undefined,
  session: Session,
): Promise<readonly CopyResult[]> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: CopyTask = { root, copies, manifest, settings, taken };
  const progress = progressOf('copies', copies.length, session);
  const helpers = Array.from({ length: helpersFor(copies.length, jobs) }, () => helperThread(task));
  const [own, ...others] = await Promise.all([judgeTaken(task, progress.at), ...helpers]);
  progress.end();
  if (others.some(({ dropped }) => dropped)) note(session, EXIT.notJudged);
  const all = [...own, ...others.flatMap(({ judged }) => judged)].sort((a, b) => a.index - b.index);
  for (const { said } of all) if (said !== '') session.stderr.write(said);
  return all.map(({ result }) => result);
}

function helpersFor(copies: number, jobs: number = availableParallelism()): number {
  return copies < COPIES_FOR_A_THREAD ? 0 : Math.min(jobs, MOST_THREADS) - 1;
}

/** A thread whose failure is the run's failure. */
function helperThread(task: CopyTask): Promise<CopiesDone> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./copy-worker.js', import.meta.url), { workerData: task });
    worker.once('message', done);
    worker.once('error', failed);
    // Without an answer: it ends after one, too, and then nobody listens any more.
    worker.once('exit', () =>
      failed(new RunError('a thread that judged copies ended too soon: try again with --jobs 1')),
    );
  });
}
