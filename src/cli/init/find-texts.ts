/** Looks for files that are transcripts: text in which people take turns. */
import { extname, posix } from 'node:path';
import { matchingFiles } from '../../repository/glob.ts';
import { expected, RunError } from '../../repository/run-error.ts';
import { gatherText, type Sealing } from '../gather-texts.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';

const TEXTS = '**/*.{txt,md,markdown,srt,vtt,docx,odt,rtf}';
/** Files that are looked at; a repository shows what it is long before. */
const LOOKED_AT = 400;

/** The transcripts below `root`. A file counts as one when at least two speakers, or questions and answers, are found in it. */
export async function findTexts(root: string, session: Session): Promise<readonly Sealing[]> {
  const paths = (await matchingFiles(root, [TEXTS])).slice(0, LOOKED_AT);
  const found: Sealing[] = [];
  for (const path of paths) {
    const sealing = await transcriptAt(root, path, session);
    if (sealing !== null) found.push(sealing);
  }
  return found;
}

async function transcriptAt(root: string, path: string, session: Session): Promise<Sealing | null> {
  try {
    const options = { root, settings: settingsOf(null, {}), breaks: 'keep', day: null } as const;
    const sealing = await gatherText(posix.join(root, path), options, session);
    return sealing.entry.speakers.length > 1 ? sealing : null;
  } catch (error) {
    expected(error, RunError);
    return null;
  }
}

/** Globs for `paths`: one for each folder and kind of file, so that a text added later is meant too. */
export function globsFor(paths: readonly string[]): readonly string[] {
  const globs = paths.map((path) => posix.join(posix.dirname(path), `*${extname(path)}`));
  return [...new Set(globs)].sort();
}
