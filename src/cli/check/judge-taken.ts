/** Judges copies of a shared task, one after the other, until none is left. */
import type { CopyResult } from '../../core/judge/judgement.ts';
import { plainFindings } from '../../core/judge/reading.ts';
import { readInRoot } from '../../repository/read-in-root.ts';
import { EXIT } from '../exit.ts';
import { fileFinding } from '../findings.ts';
import { judgeCopy, type JudgedCopy as ShownCopy } from '../judge-copy.ts';
import { ManifestShelf } from '../manifest-shelf.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { type Shelf, shelfOf } from '../shelf.ts';
import type { DeclaredCopy } from './declared-copies.ts';
import type { CopyTask } from './judge-declared.ts';

/** One copy of the task, judged. */
export interface JudgedCopy {
  readonly index: number;
  readonly result: CopyResult;
  /** What is to be said of it on standard error. */
  readonly said: string;
}

/** Takes copies from the task until none is left; `progress` hears how many all threads have taken. */
export async function judgeTaken(
  task: CopyTask,
  progress: (done: number) => void = () => undefined,
): Promise<readonly JudgedCopy[]> {
  const { manifest, root, settings } = task;
  const shelf = manifest.entries.length === 0 ? null : new ManifestShelf(manifest, root, settings);
  const judged: JudgedCopy[] = [];
  for (;;) {
    const index = Atomics.add(task.taken, 0, 1);
    const copy = task.copies[index];
    if (copy === undefined) return judged;
    const { result, said } = await judgeOne(copy, shelf, task);
    // Only plain data goes from thread to thread.
    judged.push({ index, result: { ...result, findings: plainFindings(result.findings) }, said });
    progress(Math.min(task.copies.length, Atomics.load(task.taken, 0)));
  }
}

/** Judges one copy against its transcript, or against those of `texts` that it may come from. */
export async function judgeOne(
  copy: DeclaredCopy,
  texts: ManifestShelf | null,
  { root, settings }: Pick<CopyTask, 'root' | 'settings'>,
): Promise<{ readonly result: ShownCopy; readonly said: string }> {
  const said: string[] = [];
  const shelf = await shelfFor(copy, texts);
  if (shelf === null) return { result: withoutTranscript(copy), said: '' };
  const judged = { shown: copy.path, bytes: async () => readInRoot(root, copy.path) };
  const result = await judgeCopy(judged, shelf, settings, sessionSaying(said, root));
  return { result, said: said.join('') };
}

async function shelfFor({ transcript }: DeclaredCopy, texts: ManifestShelf | null): Promise<Shelf | null> {
  if (transcript === null || texts === null) return texts;
  const text = await texts.at(transcript.normalize('NFC'));
  return text === null ? null : shelfOf([text]);
}

/** A session that keeps what is said, to be said in the copies' order. */
function sessionSaying(said: string[], cwd: string): Session {
  const kept: Output = { isTTY: false, columns: undefined, write: (text) => said.push(text) };
  return {
    cwd,
    env: {},
    get stdin() {
      return process.stdin;
    },
    stdout: kept,
    stderr: kept,
    exit: EXIT.passed,
  };
}

function withoutTranscript({ path, transcript }: DeclaredCopy): CopyResult {
  const detail = transcript === null ? 'the manifest seals no text' : `${transcript} is not sealed`;
  return {
    copy: path,
    transcript: null,
    verdict: 'unmatched',
    pass: false,
    identical: false,
    words: { sealed: 0, matched: 0, around: 0 },
    findings: [fileFinding('unmatched', { detail })],
  };
}
