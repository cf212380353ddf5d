import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import { type Certificate, certify } from '../../../src/core/certify/certify.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

const TITLE = '# The mail ferry';
const FERRY = 'The ferry left before the storm reached the islands, and nobody knew how long it would take.';
const LEDGER = 'My brother kept the ledgers in the cellar because paper burns slowly when it is packed tight.';
const LAMPS = 'We counted the lamps along the quay until the fog had swallowed every one of them.';
const SEALED = [TITLE, FERRY, LEDGER, LAMPS];

const transcript = structure(await readString(SEALED.join('\n\n'), 'sealed.md'));
const entry = seal(transcript, { path: 'sealed.md', size: 0, sha256: '0'.repeat(64) });

async function certified(copy: readonly string[], record = entry): Promise<Certificate> {
  const witness = witnessOf(await readString(copy.join('\n\n'), 'copy.md'));
  return certify(collate(transcript, witness, NO_CONVENTIONS), record);
}

describe('a passage', () => {
  it('agrees when its words hash to the sealed digest, whatever stands around it', async () => {
    const { agrees } = await certified(['# News', ...SEALED, 'Read more of this.']);
    expect(agrees).toEqual([true, true, true, true]);
  });

  it.each([
    ['a word is another', FERRY.replace('storm', 'night')],
    ['a word is added', FERRY.replace('storm', 'great storm')],
    ['a word is left out', FERRY.replace('nobody ', '')],
    ['a sign is another', FERRY.replace(',', ';')],
    ['a capital is another', FERRY.replace('The', 'the')],
    ['words changed places', FERRY.replace('storm', '#').replace('ferry', 'storm').replace('#', 'ferry')],
  ])('disagrees, and no other does, when %s', async (_, ferry) => {
    const { agrees } = await certified([TITLE, ferry, LEDGER, LAMPS]);
    expect(agrees).toEqual([true, false, true, true]);
  });

  it('disagrees when it is not there', async () => {
    expect((await certified([TITLE, FERRY, LAMPS])).agrees).toEqual([true, true, false, true]);
  });

  it('disagrees when the manifest counts other words than it digests', async () => {
    const passages = entry.passages.map((passage, i) => (i === 2 ? { ...passage, tokens: 5 } : passage));
    expect((await certified(SEALED, { ...entry, passages })).agrees).toEqual([true, true, false, true]);
  });
});

describe('passages are in order', () => {
  it.each([
    ['as they were sealed', SEALED],
    ['with one left out', [TITLE, FERRY, LAMPS]],
    ['with the title elsewhere', [FERRY, LEDGER, LAMPS, TITLE]],
    ['with a passage in two blocks', [TITLE, FERRY.slice(0, 57), FERRY.slice(57), LEDGER, LAMPS]],
  ])('%s', async (_, copy) => expect((await certified(copy)).inOrder).toBe(true));

  it.each([
    ['when two changed places', [TITLE, LEDGER, FERRY, LAMPS]],
    ['when the first stands last', [TITLE, LEDGER, LAMPS, FERRY]],
  ])('but not %s', async (_, copy) => expect((await certified(copy)).inOrder).toBe(false));
});
