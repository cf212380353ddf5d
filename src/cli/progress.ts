/** How far long work has come, on a terminal only: one line that is written over, and gone at the end. */
import { grouped } from '../core/report/number.ts';
import type { Session } from './session.ts';

/** Between two writings, in milliseconds. */
const PAUSE = 100;

export interface Progress {
  /** Says that `done` of the whole are done. */
  readonly at: (done: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Progress of `total` pieces of work that `what` names, in the plural. */
export function progressOf(what: string, total: number, session: Session): Progress {
  if (session.stderr.isTTY !== true) return { at: () => undefined, end: () => undefined };
  let last = Date.now();
  let written = false;
  return {
    at: (done) => {
      if (Date.now() - last < PAUSE) return;
      last = Date.now();
      written = true;
      session.stderr.write(`\r\u001b[K${grouped(done)} of ${grouped(total)} ${what}`);
    },
    end: () => {
      if (written) session.stderr.write('\r\u001b[K');
    },
  };
}
