/** What `verbatim init` does: looks, proposes, writes, and says what it found. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../core/report/number.ts';
import { CONFIG_NAME } from '../../repository/config.ts';
import { RunError } from '../../repository/run-error.ts';
import { writeFileWhole } from '../../repository/write-file.ts';
import { type Session, say } from '../session.ts';
import { type FoundCopy, findCopies } from './find-copies.ts';
import { findTexts, globsFor } from './find-texts.ts';

/** What the command line says about the first configuration. */
export interface InitOptions {
  readonly dryRun?: true;
}

/** Where the schema lies once the package is installed beside the texts. */
const SCHEMA = './node_modules/verbatim-cli/src/repository/verbatim.config.schema.json';

/** Writes `verbatim.config.json` in the session's folder. */
export async function writeConfig(options: InitOptions, session: Session): Promise<void> {
  const path = join(session.cwd, CONFIG_NAME);
  if (existsSync(path)) throw new RunError(`${CONFIG_NAME} is there already: edit it, or take it away first`);
  const texts = await findTexts(session.cwd, session);
  const copies = await findCopies(session.cwd, texts);
  const furniture = [...new Set(copies.flatMap((copy) => copy.furniture))].sort();
  const config = {
    ...(existsSync(join(session.cwd, SCHEMA)) ? { $schema: SCHEMA } : {}),
    texts: globsFor(texts.map(({ entry }) => entry.path)),
    copies: copies.map(({ copy, transcript }) => ({ copy, transcript })),
    furniture,
  };
  tell(texts.length, copies, furniture, session);
  const json = `${JSON.stringify(config, null, 2)}\n`;
  if (options.dryRun === true) session.stdout.write(json);
  else writeFileWhole(path, json, CONFIG_NAME);
  if (options.dryRun !== true)
    session.stdout.write(`Written to ${CONFIG_NAME}. Read it, then run “verbatim manifest”.\n`);
}

function tell(texts: number, copies: readonly FoundCopy[], furniture: readonly string[], session: Session): void {
  say(session, `${counted(texts, 'transcript')} found${texts === 0 ? ': list your texts in the file by hand' : ''}`);
  say(session, `${counted(copies.length, 'page')} found that republish them`);
  if (furniture.length === 0) return;
  say(session, `these boxes stand between the passages and are proposed as furniture: ${furniture.join(', ')}`);
  say(session, 'words in furniture are not judged: take out of the list what readers could take for the interview');
}
