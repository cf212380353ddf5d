/**
 * Both texts of the copies that do not pass, for the report that shows them. What a copy was judged by is not kept, and a
 * repository may have thousands, so the first few that do not pass are judged once more.
 */
import type { CopyResult } from '../../core/judge/judgement.ts';
import type { SideBySide } from '../../core/report/index.ts';
import { ManifestShelf } from '../manifest-shelf.ts';
import type { DeclaredCopy } from './declared-copies.ts';
import type { CopyTask } from './judge-declared.ts';
import { judgeOne } from './judge-taken.ts';

/** Copies that are shown beside their transcript. */
const SHOWN = 20;

/** For each of `results`, which are those of `copies`, both texts aligned, or `null` where they are not shown. */
export async function textsOfFailing(
  results: readonly CopyResult[],
  copies: readonly DeclaredCopy[],
  { root, manifest, settings }: Pick<CopyTask, 'root' | 'manifest' | 'settings'>,
): Promise<readonly (SideBySide | null)[]> {
  const shelf = manifest.entries.length === 0 ? null : new ManifestShelf(manifest, root, settings);
  const shows = { root, settings: { ...settings, shows: 'texts' } } as const;
  const texts: (SideBySide | null)[] = [];
  let shown = 0;
  for (const [index, copy] of copies.entries()) {
    const isShown = results[index]?.pass === false && results[index].transcript !== null && shown < SHOWN;
    if (isShown) shown++;
    const { result } = isShown ? await judgeOne(copy, shelf, shows) : { result: null };
    texts.push(result?.sideBySide?.(result.findings) ?? null);
  }
  return texts;
}
