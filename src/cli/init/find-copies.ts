/** Looks for pages that republish one of the transcripts, and for boxes in them that are the site's own words. */
import { posix } from 'node:path';
import { STRICT } from '../../core/judge/policy.ts';
import { read } from '../../core/read/index.ts';
import { Refusal } from '../../core/refusal.ts';
import { NO_CONVENTIONS } from '../../core/structure/transcript.ts';
import { verify } from '../../core/verify.ts';
import { matchingFiles } from '../../repository/glob.ts';
import { readFileOnce } from '../../repository/read-file.ts';
import { expected } from '../../repository/run-error.ts';
import type { Sealing } from '../gather-texts.ts';

const PAGES = '**/*.{html,htm,xhtml,pdf,epub}';
/** Pages that are looked at. */
const LOOKED_AT = 200;

/** A page that republishes a transcript. */
export interface FoundCopy {
  readonly copy: string;
  readonly transcript: string;
  /** Selectors of boxes that stand between the passages. */
  readonly furniture: readonly string[];
}

/** The pages below `root` that republish one of `texts`. */
export async function findCopies(root: string, texts: readonly Sealing[]): Promise<readonly FoundCopy[]> {
  if (texts.length === 0) return [];
  const found: FoundCopy[] = [];
  for (const path of (await matchingFiles(root, [PAGES])).slice(0, LOOKED_AT)) {
    const copy = await copyAt(root, path, texts);
    if (copy !== null) found.push(copy);
  }
  return found;
}

async function copyAt(root: string, path: string, texts: readonly Sealing[]): Promise<FoundCopy | null> {
  try {
    const document = await read(readFileOnce(posix.join(root, path)).bytes, { name: path });
    const { candidate, findings } = verify(document, texts, { policy: STRICT, conventions: NO_CONVENTIONS });
    if (candidate === null) return null;
    const selectors = findings.map(({ code, data }) => (code === 'block-interpolated' ? data['selector'] : undefined));
    const furniture = selectors.filter((selector) => typeof selector === 'string' && isTelling(selector)).map(String);
    return { copy: path, transcript: texts[candidate]!.entry.path, furniture };
  } catch (error) {
    expected(error, Refusal);
    return null;
  }
}

/** A selector with a class or an id names one kind of box; `h3` alone would take every heading out of the judgement. */
function isTelling(selector: string): boolean {
  return /[.#]/.test(selector);
}
