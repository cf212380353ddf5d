/** Judges one copy in the browser, by the same core and in the same words as the command line. */
import { sha256 } from '#port/sha256';
import { refusedResult } from '../cli/refused.ts';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { copySection } from '../core/report/html.ts';
import { structure } from '../core/structure/structure.ts';
import { verifySideBySide } from '../core/verify.ts';
import type { SealedRecord } from './sealed.ts';

/** The judgement of `bytes` as markup, in which foreign words are only ever text. */
export async function judgement(bytes: Uint8Array, name: string, record: SealedRecord): Promise<string> {
  try {
    return await judged(bytes, name, record);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('damaged', 'a fault of verbatim itself');
    return copySection(refusedResult(name, refusal), null);
  }
}

async function judged(bytes: Uint8Array, name: string, record: SealedRecord): Promise<string> {
  const { texts, conventions, furniture, policy } = record;
  const digest = sha256(bytes);
  const document = await read(bytes, { name, furniture });
  const at = texts.findIndex(({ entry }) => entry.sha256 === digest);
  const twin = texts[at];
  // A file with the sealed bytes is the transcript: from now on the page has its words, too.
  if (twin?.transcript === null) texts[at] = { ...twin, transcript: structure(document, conventions) };
  const known = at === -1 ? texts : texts.slice(at, at + 1);
  const { candidate, sideBySide, ...rest } = verifySideBySide(document, known, { policy, conventions });
  const transcript = candidate === null ? null : known[candidate]!.entry.path;
  const result = { ...rest, identical: at !== -1, copy: name, transcript };
  return copySection(result, sideBySide(rest.findings));
}
