/** What a command needs of the process around it, so that it never reaches for the process itself. */
import type { WriteStream } from 'node:tty';
import { forTerminal, shownName } from '../core/report/escape.ts';
import { EXIT, type Exit, worstExit } from './exit.ts';

/** One run of the command line. */
export interface Session {
  /** The folder the command was started in, absolute; never shown. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;
  readonly stderr: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;
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
  const { env, stdin, stdout, stderr } = process;
  return { cwd: process.cwd(), env, stdin, stdout, stderr, exit: EXIT.passed };
}
