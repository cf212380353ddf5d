import { describe, expect, it } from 'vitest';
import { digestTokens } from '../../../src/core/canon/digest.ts';
import { tellingDigests } from '../../../src/core/locate/telling.ts';
import { documentOf } from './copies.ts';

const short = (words: string) => digestTokens(words.split(' ')).slice(0, 32);

describe('the digests that tell where a copy comes from', () => {
  it('are those of its paragraphs of five tokens or more, the longest first', () => {
    expect(
      tellingDigests(
        documentOf('One two three four', 'We left at nine', 'We left at nine.', 'He had seen it himself.'),
      ),
    ).toEqual([short('He had seen it himself .'), short('We left at nine .')]);
  });

  it('are two where a paragraph begins like a label: what stands there may be words', () => {
    expect(tellingDigests(documentOf('Remember: never sign such a paper'))).toEqual([
      short('Remember : never sign such a paper'),
      short('never sign such a paper'),
    ]);
  });

  it('are one where only space stands before and behind', () => {
    expect(tellingDigests(documentOf('  never sign such a paper '))).toEqual([short('never sign such a paper')]);
  });

  it('name a paragraph once that stands there twice', () => {
    expect(tellingDigests(documentOf('We left at nine.', 'We left at nine.'))).toEqual([short('We left at nine .')]);
  });

  it('leave out a paragraph that no transcript can hold', () => {
    expect(tellingDigests(documentOf('We left \ud800 at nine.', 'We left at nine.'))).toEqual([
      short('We left at nine .'),
    ]);
  });
});
