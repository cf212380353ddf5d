/** What a command needs of the process around it, so that it never reaches for the process itself. */
import { forTerminal, shownName } from '../core/report/escape.ts';
import { errorCode, RunError } from '../repository/run-error.ts';
import { EXIT, type Exit, worstExit } from './exit.ts';
import { type Output, ProcessOutput } from './output.ts';

/** One run of the command line. */
export interface Session {
  /** The folder the command was started in, absolute; never shown. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The worst outcome so far. */
  exit: Exit;
}

/** Says `line` on standard error, after the program's name. */
export function say(session: Session, line: string): void {
  session.stderr.write(`${forTerminal(`verbatim: ${shownName(line)}`)}\n`);
}

/** Notes an outcome; the worst one becomes the status. */
export function note(session: Session, exit: Exit): void {
  session.exit = worstExit([session.exit, exit]);
}

/** The session of this process. */
export function processSession(): Session {
  const failed = (error: unknown): void => endQuietly(error, session);
  const session: Session = {
    get cwd() {
      return workingFolder();
    },
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: new ProcessOutput(1, () => process.stdout, failed),
    stderr: new ProcessOutput(2, () => process.stderr, failed),
    exit: EXIT.passed,
  };
  return session;
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new RunError('the folder this was started in is gone: change to one that is there');
  }
}

/** A reader that has seen enough (`| head`) is no fault; anything else about an output cannot be told on it. */
function endQuietly(error: unknown, session: Session): void {
  if (errorCode(error) === 'EPIPE') return;
  note(session, EXIT.notJudged);
  process.exitCode = EXIT.notJudged;
}
