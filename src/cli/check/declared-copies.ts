/** The copies that the configuration declares. */
import type { Config } from '../../repository/config.ts';
import type { Session } from '../session.ts';
import { declaredFiles } from './declared-files.ts';

/** One copy to judge: its path below the root, and its transcript's (`null` for whichever is recognised). */
export interface DeclaredCopy {
  readonly path: string;
  readonly transcript: string | null;
}

/** Every file that a declaration names, sorted by path. A declaration with a transcript overrides one without. */
export async function declaredCopies(root: string, config: Config, session: Session): Promise<readonly DeclaredCopy[]> {
  const found = new Map<string, Set<string | null>>();
  for (const { copy, transcript } of config.copies) {
    for (const path of await declaredFiles(root, copy, session))
      found.set(path, (found.get(path) ?? new Set()).add(transcript));
  }
  const copies = [...found].flatMap(([path, transcripts]) => {
    const named = [...transcripts].filter((transcript) => transcript !== null);
    return (named.length > 0 ? named : [null]).map((transcript): DeclaredCopy => ({ path, transcript }));
  });
  return copies.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
