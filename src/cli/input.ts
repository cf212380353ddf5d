/** One named input: a file, or `-` for standard input. */
import { resolve } from 'node:path';
import type { Document } from '../core/read/document.ts';
import { type ReadOptions, read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { shownPath } from '../repository/paths.ts';
import { type FileBytes, readFileOnce, readStream } from '../repository/read-file.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { refusedLine } from './refused.ts';
import type { Session } from './session.ts';

/** An input, read as a document. */
export interface Input {
  /** The name as reports show it. */
  readonly shown: string;
  readonly file: FileBytes;
  readonly document: Document;
}

/** Standard input of each session, which can be read only once and may be named twice. */
const standardInputs = new WeakMap<Session, Promise<FileBytes>>();

/** The bytes of `name`. Throws `Refusal`. */
export async function readBytes(name: string, session: Session): Promise<FileBytes> {
  if (name !== '-') return readFileOnce(resolve(session.cwd, name));
  const known = standardInputs.get(session) ?? readStream(session.stdin);
  standardInputs.set(session, known);
  return known;
}

/** Reads an input that a run cannot do without; where it cannot be read, the run ends and says why. */
export async function readNeeded(name: string, options: Omit<ReadOptions, 'name'>, session: Session): Promise<Input> {
  const shown = shownPath(name, session.cwd);
  try {
    const file = await readBytes(name, session);
    return { shown, file, document: await read(file.bytes, { ...options, name }) };
  } catch (error) {
    throw new RunError(refusedLine(shown, expected(error, Refusal)));
  }
}
