/** The texts that an existing list of checksums names: sealed only with the bytes they had when the list was made. */
import { dirname, relative, resolve } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import { type ListedSum, parseSha256sum } from '../core/seal/import.ts';
import { type Fixity, hashFiles } from '../repository/fixity.ts';
import { shownPath } from '../repository/paths.ts';
import { RunError } from '../repository/run-error.ts';
import { EXIT } from './exit.ts';
import { readBytes } from './input.ts';
import { refusedLine } from './refused.ts';
import { note, type Session, say } from './session.ts';

/** Faulty lines that are named; the rest is counted by the reader. */
const NAMED = 5;

/**
 * The absolute paths of the files that the list `name` names (below the list's own folder), or of those among them that are
 * `wanted` when any are. `null` when one of them has not the bytes of the list; each of those is named.
 */
export async function listedFiles(
  name: string,
  wanted: readonly string[],
  session: Session,
): Promise<readonly string[] | null> {
  const shown = shownPath(name, session.cwd);
  const listed = await readList(name, shown, session);
  const chosen =
    wanted.length === 0 ? [...listed] : wanted.map((file) => [file, sumFor(file, listed, session)] as const);
  const fixities = hashFiles(chosen.map(([file]) => file));
  let whole = true;
  for (const [i, [file, { sha256 }]] of chosen.entries()) {
    const fixity = fixities[i]!;
    if ('sha256' in fixity && fixity.sha256 === sha256) continue;
    whole = false;
    tell(shownPath(relative(session.cwd, file), session.cwd), shown, fixity, session);
  }
  if (whole) return chosen.map(([file]) => file);
  if (chosen.length > 1) say(session, 'nothing was sealed');
  return null;
}

/** The list by absolute path. */
async function readList(name: string, shown: string, session: Session): Promise<ReadonlyMap<string, ListedSum>> {
  const { sums, faulty } = parseSha256sum(await textOf(name, shown, session));
  if (faulty.length > 0) {
    const lines = `${faulty.slice(0, NAMED).join(', ')}${faulty.length > NAMED ? ' …' : ''}`;
    throw new RunError(`${shown}: not a list of SHA-256 sums (line ${lines}): each line is a sum and a name`);
  }
  if (sums.length === 0) throw new RunError(`${shown}: names no file`);
  const folder = name === '-' ? session.cwd : dirname(resolve(session.cwd, name));
  const byFile = new Map<string, ListedSum>();
  for (const sum of sums) {
    const file = resolve(folder, sum.name);
    if ((byFile.get(file)?.sha256 ?? sum.sha256) !== sum.sha256)
      throw new RunError(`${shown}:${sum.line}: ${sum.name} is there twice, with different sums`);
    byFile.set(file, sum);
  }
  return byFile;
}

async function textOf(name: string, shown: string, session: Session): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode((await readBytes(name, session)).bytes);
  } catch (error) {
    if (error instanceof Refusal) throw new RunError(refusedLine(shown, error));
    throw new RunError(`${shown}: not a list of SHA-256 sums: it is not UTF-8`);
  }
}

function sumFor(file: string, listed: ReadonlyMap<string, ListedSum>, session: Session): ListedSum {
  const sum = listed.get(file);
  if (sum === undefined)
    throw new RunError(`${shownPath(relative(session.cwd, file), session.cwd)}: is not in the list`);
  return sum;
}

function tell(file: string, list: string, fixity: Fixity, session: Session): void {
  if ('refused' in fixity) {
    say(session, refusedLine(file, new Refusal(fixity.refused, '')));
    note(session, EXIT.notJudged);
    return;
  }
  say(
    session,
    `${file}: its bytes are not those of ${list}: it changed since the list was made; restore it, or leave it out`,
  );
  note(session, EXIT.failed);
}
