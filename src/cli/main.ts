/** The door of the command line: takes the arguments, runs one command, gives the status to end with. */
import { CommanderError } from 'commander';
import { RunError } from '../repository/run-error.ts';
import { EXIT, type Exit } from './exit.ts';
import { programOf } from './program.ts';
import { note, processSession, type Session, say } from './session.ts';
import { version } from './version.ts';

/** Runs the command in `args` (without node and script) and gives its exit status. */
export async function main(args: readonly string[]): Promise<Exit> {
  const session = processSession();
  // A library that drops a rejection (a PDF's broken page) must neither end the run nor let it pass.
  process.on('unhandledRejection', () => note(session, EXIT.notJudged));
  try {
    await programOf(session, version()).parseAsync(args, { from: 'user' });
  } catch (error) {
    note(session, exitOf(error, session));
  }
  return session.exit;
}

function exitOf(error: unknown, session: Session): Exit {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.notJudged;
  const lines = error instanceof RunError ? error.lines : [`this is a fault of verbatim itself: ${faultOf(error)}`];
  for (const line of lines) say(session, line);
  return EXIT.notJudged;
}

/** What went wrong inside, without the paths that a message of the system or a stack would show. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something unknown was thrown';
  return 'code' in error ? `${error.name} ${error.code}` : `${error.name}: ${error.message}`;
}
