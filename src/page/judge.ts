/** Judges one copy in the browser, by the same core and in the same words as the command line. */
import { sha256 } from '#port/sha256';
import { refusedResult } from '../cli/refused.ts';
import { STRICT } from '../core/judge/policy.ts';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { copySection } from '../core/report/html.ts';
import { structure } from '../core/structure/structure.ts';
import { type Sealed, verifySideBySide } from '../core/verify.ts';
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

async function judged(
  bytes: Uint8Array,
  name: string,
  { texts, conventions, furniture }: SealedRecord,
): Promise<string> {
  const digest = sha256(bytes);
  const document = await read(bytes, { name, furniture });
  const twin = texts.find(({ entry }) => entry.sha256 === digest);
  const known: readonly Sealed[] =
    twin === undefined ? texts : [{ ...twin, transcript: twin.transcript ?? structure(document, conventions) }];
  const { candidate, sideBySide, ...rest } = verifySideBySide(document, known, { policy: STRICT, conventions });
  const transcript = candidate === null ? null : known[candidate]!.entry.path;
  const result = { ...rest, identical: twin !== undefined, copy: name, transcript };
  return copySection(result, sideBySide(rest.findings));
}
