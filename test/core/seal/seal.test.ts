import { describe, expect, it } from 'vitest';
import { digestTokens } from '../../../src/core/canon/index.ts';
import { parseManifest } from '../../../src/core/seal/manifest-parse.ts';
import { serialiseManifest } from '../../../src/core/seal/manifest-write.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { readString } from '../verify/support.ts';
import { hash } from './sample.ts';

const TEXT = `# At the quay

Q: Were you there?

Marta: Yes, at (*) nine.

Q: And then?

Marta: We left.
`;
const file = { path: 'talks/quay.md', size: 99, sha256: hash('bytes') };
const transcript = structure(await readString(TEXT, 'quay.md'));
const entry = seal(transcript, file);

describe('the seal of a transcript', () => {
  it('records the file, the title and the digest of all words, labels with them', () => {
    const { path, size, sha256, title, form, digest, words } = entry;
    expect({ path, size, sha256 }).toEqual(file);
    expect({ title, form, words }).toEqual({ title: 'At the quay', form: 'verbatim-text/1', words: 17 });
    expect(digest).toBe(digestTokens(transcript.witness.tokens));
  });

  it('records who speaks, and whether the text names them', () => {
    expect(entry.speakers).toEqual([
      { name: 'Q', labelled: true },
      { name: 'Marta', labelled: true },
    ]);
  });

  it('records each passage by its own words, without its label', () => {
    const passage = (role: string, speaker: number | null, words: string) => {
      const tokens = words.split(' ');
      return { role, speaker, tokens: tokens.length, digest: digestTokens(tokens).slice(0, 32) };
    };
    expect(entry.passages).toEqual([
      passage('matter', null, 'At the quay'),
      passage('question', 0, 'Were you there ?'),
      passage('speech', 1, 'Yes , at ( * ) nine .'),
      passage('question', 0, 'And then ?'),
      passage('speech', 1, 'We left .'),
    ]);
  });

  it('records where in its passage a mark stands', () => {
    expect(entry.marks).toEqual([{ mark: '(*)', passage: 2, token: 3 }]);
  });

  it('names the day only where one is given', () => {
    expect('sealed' in entry).toBe(false);
    expect(seal(transcript, { ...file, sealed: '2025-03-04' }).sealed).toBe('2025-03-04');
  });

  it('is a line that a manifest can hold', () => {
    expect(parseManifest(serialiseManifest({ entries: [entry] }))).toEqual({ entries: [entry] });
  });
});
