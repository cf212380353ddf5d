/** The manifest a command cannot do without. */
import { resolve } from 'node:path';
import { findManifest, MANIFEST_NAME, type ManifestFile, manifestAt } from '../repository/manifest-file.ts';
import { shownPath } from '../repository/paths.ts';
import type { Session } from './session.ts';

/** The manifest `named` on the command line, or the nearest one, or the place here where one would be looked for. */
export function neededManifest(named: string | undefined, session: Session): ManifestFile {
  if (named !== undefined) return manifestAt(resolve(session.cwd, named), shownPath(named, session.cwd));
  return findManifest(session.cwd) ?? manifestAt(resolve(session.cwd, MANIFEST_NAME), MANIFEST_NAME);
}
