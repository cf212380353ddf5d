/** The copies that the configuration declares, each judged against its transcript. */
import type { CopyResult } from '../../core/judge/judgement.ts';
import type { Config } from '../../repository/config.ts';
import { readInRoot } from '../../repository/read-in-root.ts';
import { fileFinding } from '../findings.ts';
import { judgeCopy } from '../judge-copy.ts';
import type { ManifestShelf } from '../manifest-shelf.ts';
import { progressOf } from '../progress.ts';
import type { Session } from '../session.ts';
import type { Settings } from '../settings.ts';
import { type Shelf, shelfOf } from '../shelf.ts';
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

/** Judges `copies`, in their order. */
export async function judgeDeclared(
  root: string,
  copies: readonly DeclaredCopy[],
  texts: ManifestShelf | null,
  settings: Settings,
  session: Session,
): Promise<readonly CopyResult[]> {
  const progress = progressOf('copies', copies.length, session);
  const results: CopyResult[] = [];
  for (const copy of copies) {
    const shelf = await shelfFor(copy, texts);
    const judged = { shown: copy.path, bytes: async () => readInRoot(root, copy.path) };
    results.push(shelf === null ? withoutTranscript(copy) : await judgeCopy(judged, shelf, settings, session));
    progress.at(results.length);
  }
  progress.end();
  return results;
}

async function shelfFor({ transcript }: DeclaredCopy, texts: ManifestShelf | null): Promise<Shelf | null> {
  if (transcript === null || texts === null) return texts;
  const text = await texts.at(transcript.normalize('NFC'));
  return text === null ? null : shelfOf([text]);
}

function withoutTranscript({ path, transcript }: DeclaredCopy): CopyResult {
  const detail = transcript === null ? 'the manifest seals no text' : `${transcript} is not sealed`;
  return {
    copy: path,
    transcript: null,
    verdict: 'unmatched',
    pass: false,
    identical: false,
    words: { sealed: 0, matched: 0, around: 0 },
    findings: [fileFinding('unmatched', { detail })],
  };
}
