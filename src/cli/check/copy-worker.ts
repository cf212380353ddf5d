/** A helping thread of `judgeDeclared`: takes copies from the same task, and gives back what it judged. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CopiesDone, CopyTask } from './judge-declared.ts';
import { judgeTaken } from './judge-taken.ts';

let dropped = false;
process.on('unhandledRejection', () => {
  dropped = true;
});

const task: CopyTask = workerData;
judgeTaken(task).then(
  (judged) => parentPort?.postMessage({ judged, dropped } satisfies CopiesDone),
  // Thrown outside of any promise, it ends this thread, and the run hears of it.
  (error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
);
