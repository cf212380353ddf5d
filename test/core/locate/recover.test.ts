/** What the digests of a text find in a copy. A passage is written as its tokens, a copy as its blocks. */
import { describe, expect, it } from 'vitest';
import { recover } from '../../../src/core/locate/recover.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { aside, block, broken, copyOf, entryOf } from './copies.ts';

/** Which passages stay closed, and the words of the copy that are none of the others'. */
function recovered(passages: readonly string[], ...blocks: readonly (Block | string)[]) {
  const copy = copyOf(...blocks);
  const { transcript, closed, covered } = recover(copy, entryOf(passages));
  for (const [i, { text }] of transcript.witness.document.blocks.entries())
    expect(text).toBe(closed.has(i) ? '' : passages[i]);
  return { closed: [...closed], left: copy.tokens.filter((_, i) => covered[i] === 0).join(' ') };
}

const HERE = { closed: [], left: '' };

describe('sealed passages are found', () => {
  it('in blocks of their own, behind a label and a timestamp', () => {
    expect(recovered(['Why ?', 'Nobody asked .'], 'Q: Why?', '[00:12] Anna: Nobody asked.')).toEqual({
      closed: [],
      left: 'Q : [ 00:12 ] Anna :',
    });
  });

  it('run together in one block, or parted into several', () => {
    expect(recovered(['Why not ?', 'Nobody asked .'], 'Why not? Nobody asked.')).toEqual(HERE);
    expect(recovered(['Why not ? Nobody asked .'], 'Why not?', 'Nobody asked.')).toEqual(HERE);
    expect(recovered(['We left at nine'], 'We left', 'at', 'nine')).toEqual(HERE);
  });

  it('around what is set off from the flow', () => {
    expect(recovered(['We left at nine'], 'We left', aside('Subscribe now'), 'at nine')).toEqual({
      closed: [],
      left: 'Subscribe now',
    });
  });

  it('in what is set off, only where one is missing in the flow', () => {
    expect(recovered(['We left', 'at nine'], 'We left', aside('at nine'))).toEqual(HERE);
    expect(recovered(['We left', 'at nine'], 'We left', 'at nine', aside('at nine'))).toEqual({
      closed: [],
      left: 'at nine',
    });
  });

  it('in any order, and as often as they stand there', () => {
    expect(recovered(['One .', 'Two .', 'Three .'], 'Three.', 'One.', 'Two.', 'One.')).toEqual(HERE);
  });

  it('where equal ones stand in a row', () => {
    expect(recovered(['Why ?', 'Yes .', 'When ?', 'Yes .'], 'Why?', 'Yes.', 'When?', 'Yes.')).toEqual(HERE);
  });

  it('among words that are not sealed', () => {
    expect(recovered(['We left .', 'It rained .'], 'News', 'We left.', 'An advert', 'It rained.', 'Imprint')).toEqual({
      closed: [],
      left: 'News An advert Imprint',
    });
  });
});

describe('passages that the page ran together are found', () => {
  it('behind an altered one, from the end of a sentence', () => {
    expect(
      recovered(['We left early .', 'It rained .', 'Nobody came .'], 'We left late. It rained. Nobody came.'),
    ).toEqual({
      closed: [0],
      left: 'We left late .',
    });
  });

  it('before and between altered ones', () => {
    const sealed = ['It rained .', 'We left early .', 'Nobody came .', 'So it went .', 'And then ?'];
    expect(recovered(sealed, 'It rained. We left late. Nobody came. So it was. And then?')).toEqual({
      closed: [1, 3],
      left: 'We left late . So it was .',
    });
  });

  it('where the next ones begin at no sentence: each in its turn, up to any word', () => {
    expect(recovered(['one two three', 'four', 'five six'], 'one two three four five six')).toEqual(HERE);
  });

  it('up to three further on, where those before are left out', () => {
    const sealed = ['a b', 'c d', 'e f', 'g h', 'i j'];
    expect(recovered(sealed, 'g h and more')).toEqual({ closed: [0, 1, 2, 4], left: 'and more' });
    expect(recovered(sealed, 'i j and more')).toEqual({ closed: [0, 1, 2, 3, 4], left: 'i j and more' });
  });

  it('in the middle of a cue', () => {
    const cue = (text: string) => block(text, { kind: 'cue' });
    expect(recovered(['It rained', 'Nobody came'], cue('He nodded. It rained'), cue('Nobody came'))).toEqual({
      closed: [],
      left: 'He nodded .',
    });
  });
});

describe('line ends that may have broken a word', () => {
  it.each([
    ['joined', 'our cooperation ended .'],
    ['with the hyphen', 'our co-operation ended .'],
    ['as they stand', 'our co — operation ended .'],
  ])('are read %s', (_, sealed) => {
    expect(recovered([sealed], broken('our co-\noperation ended.'))).toEqual(HERE);
  });

  it('are read either way, each by itself', () => {
    expect(recovered(['the word li ne on', 'and more'], broken('the wo\nrd li\nne on'), 'and more')).toEqual(HERE);
  });

  it('are read in a passage that is not expected there, too', () => {
    const sealed = ['a b', 'c d', 'e f', 'g h', 'i j', 'a line here'];
    expect(recovered(sealed, broken('a li\nne here'))).toEqual({ closed: [0, 1, 2, 3, 4], left: '' });
  });
});

describe('a passage stays closed', () => {
  it.each([
    ['where a word is another', 'We left at ten.'],
    ['where a word is missing', 'We left nine.'],
    ['where a word is added', 'We left at about nine.'],
    ['where it breaks off', 'We left at'],
    ['where the copy is empty', ''],
  ])('%s', (_, text) => {
    expect(recovered(['We left at nine .'], text).closed).toEqual([0]);
  });

  it('where only a part of a longer word is its own', () => {
    expect(recovered(['We left at nine'], 'We left at nineteen')).toEqual({ closed: [0], left: 'We left at nineteen' });
  });
});
