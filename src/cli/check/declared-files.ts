/** Files that a declaration of the configuration names. */
import { isGlob, matchingFiles } from '../../repository/glob.ts';
import { locateInRoot } from '../../repository/paths.ts';
import { type Session, say } from '../session.ts';

/** The paths that `pattern` (a path or a glob) stands for below `root`. A plain path stands for itself, there or not. */
export async function declaredFiles(root: string, pattern: string, session: Session): Promise<readonly string[]> {
  if (!isGlob(pattern) || locateInRoot(root, pattern) !== null) return [pattern];
  const paths = await matchingFiles(root, [pattern]);
  if (paths.length === 0) say(session, `the configuration names ${pattern}, and no file matches it`);
  return paths;
}
