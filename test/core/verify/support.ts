/** What the tests of judging share. */
import { STRICT } from '../../../src/core/judge/policy.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { type Conventions, NO_CONVENTIONS, type Transcript } from '../../../src/core/structure/transcript.ts';
import { type Verified, verify } from '../../../src/core/verify.ts';
import { type Document, read } from '../../../src/index.ts';

const FILE = { path: 'transcript.txt', size: 0, sha256: '0'.repeat(64) } as const;

/** Judges `copy` against `transcript` alone, with nothing allowed. */
export function judged(transcript: Transcript, copy: Document, conventions: Conventions = NO_CONVENTIONS): Verified {
  return verify(copy, [{ entry: seal(transcript, FILE), transcript }], { policy: STRICT, conventions });
}

/** Reads text in memory as a file called `name`. */
export function readString(text: string, name = 'text.txt'): Promise<Document> {
  return read(new TextEncoder().encode(text), { name });
}

/** Seals `sealed` and judges `copy`, both plain text unless named otherwise. */
export async function compare(sealed: string, copy: string | Uint8Array, name = 'copy.txt'): Promise<Verified> {
  const transcript = structure(await readString(sealed, 'transcript.txt'));
  const bytes = typeof copy === 'string' ? new TextEncoder().encode(copy) : copy;
  return judged(transcript, await read(bytes, { name }));
}
