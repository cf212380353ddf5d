/** What the digests of a text find in a copy. A passage is written as its tokens, a copy as its blocks. */
import { describe, expect, it } from 'vitest';
import { recover } from '../../../src/core/locate/recover.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { hash } from '../seal/sample.ts';
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

  it('in a copy that is nothing but set off', () => {
    expect(recovered(['We left', 'at nine'], aside('We left'), aside('at nine'))).toEqual(HERE);
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

/** So many passages before another that it is not among those expected first. */
const OTHERS = ['a a', 'b b', 'c c', 'd d', 'e e'];
const NONE_OF_THEM = [0, 1, 2, 3, 4];

describe('passages that nothing leads up to are found', () => {
  it.each([
    ['up to the end of a sentence', ['We left at nine. He stayed.'], 'He stayed .'],
    ['over two blocks, up to the end of a sentence', ['We left', 'at nine. He stayed.'], 'He stayed .'],
    ['over two blocks, up to the end of the copy', ['He stayed', 'We left', 'at nine.'], 'He stayed'],
    ['over two blocks, up to the next', ['We left', 'at nine.', 'He stayed'], 'He stayed'],
  ])('%s', (_, blocks, left) => {
    expect(recovered([...OTHERS, 'We left at nine .'], ...blocks)).toEqual({ closed: NONE_OF_THEM, left });
  });

  it('over two blocks without a full stop, up to the end of the copy', () => {
    expect(recovered([...OTHERS, 'We left at nine'], 'We left', 'at nine')).toEqual({ closed: NONE_OF_THEM, left: '' });
  });

  it('as the whole block rather than as its first sentence', () => {
    expect(recovered([...OTHERS, 'Yes .', 'Yes . We left .'], 'Yes. We left.')).toEqual({
      closed: [...NONE_OF_THEM, 5],
      left: '',
    });
  });

  it('and lead up to the next: of two with equal words the one behind is meant', () => {
    const sealed = ['a a', 'Yes .', 'c c', 'd d', 'e e', 'f f', 'g g', 'Yes .', 'h h'];
    expect(recovered(sealed, 'c c', 'Yes. h h and')).toEqual({ closed: [0, 3, 4, 5, 6], left: 'and' });
    expect(recovered(['a a', 'Yes .', 'c c'], 'c c', 'Yes. c c and')).toEqual({ closed: [0], left: 'and' });
  });
});

describe('words that are one passage', () => {
  it('are not looked into for another', () => {
    expect(recovered(['We left at nine', 'a a', 'at nine'], 'We left', 'at nine')).toEqual({
      closed: [1, 2],
      left: '',
    });
    expect(recovered(['We left . At nine .', 'a a', 'At nine .'], 'We left. At nine.')).toEqual({
      closed: [1, 2],
      left: '',
    });
  });

  it('are not the end of another that begins before them', () => {
    expect(recovered(['A b .', 'C d . E f .', 'E f .'], 'A b.', 'x. C d.', 'E f.')).toEqual({
      closed: [1],
      left: 'x . C d .',
    });
  });
});

describe('between and around what was found, sentences are gone through', () => {
  it('in each gap', () => {
    const sealed = ['A b .', 'C d .', 'E f .', 'G h .', 'I j .'];
    expect(recovered(sealed, 'A b.', 'x. C d. y', 'E f.', 'x. G h. y', 'I j.')).toEqual({
      closed: [],
      left: 'x . y x . y',
    });
  });

  it('one after the other: what is found in a gap is not looked into again', () => {
    const sealed = ['A b .', 'C d . E f .', 'x x', 'E f .'];
    expect(recovered(sealed, 'A b.', 'x. C d. E f. y')).toEqual({ closed: [2, 3], left: 'x . y' });
  });

  it('not any more, once all are found', () => {
    expect(recovered(['A b .', 'C d .'], 'A b.', 'x. A b. y', 'C d.')).toEqual({ closed: [], left: 'x . A b . y' });
  });

  const sealed = ['A b .', 'C d .'];
  const FOUND: readonly number[] = [];
  it.each<[string, readonly string[], readonly string[], readonly number[]]>([
    ['behind the last one found: so near', sealed, ['A b.', 'x x. C d. y'], FOUND],
    ['behind the last one found: too far', sealed, ['A b.', 'x x x. C d. y'], [1]],
    ['before the first one found: so near', sealed, ['x. C d. x x x', 'A b.'], FOUND],
    ['before the first one found: too far', sealed, ['x. C d. x x x x', 'A b.'], [1]],
    ['where one stands twice in the copy: so near', sealed, ['A b.', 'A b.', 'x x. C d. y'], FOUND],
    ['where one is sealed twice: so near', [...sealed, 'C d .'], ['A b.', 'x x. C d. y'], FOUND],
    ['where one is sealed twice: too far', [...sealed, 'C d .'], ['A b.', 'x x x. C d. y'], [1, 2]],
    ['where two are missing: so near', [...sealed, 'E f .'], ['A b.', 'x x x x x x x x. C d. y'], [2]],
    ['where none is found: anywhere', ['C d .'], ['x x x x x x x x x x x x x. C d. y'], FOUND],
  ])('as far as twice the missing words reach, %s', (_, passages, blocks, closed) => {
    expect(recovered(passages, ...blocks).closed).toEqual(closed);
  });

  it('as far as that for the missing ones alone, where what is set off is searched too', () => {
    expect(recovered(sealed, 'A b.', 'x x x. C d. y', aside('z')).closed).toEqual([1]);
    expect(recovered(sealed, 'A b.', aside('x x. C d. y')).closed).toEqual([]);
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

describe('a passage with many broken words', () => {
  const copy = broken('aa\nbb cc\ndd ee\nff gg\nhh ii\njj kk\nll mm\nnn oo\npp');
  const sealed = 'aabb ccdd eeff gghh iijj kkll mmnn oopp';

  it('is read in every way where it is expected', () => {
    expect(recovered([sealed], copy)).toEqual(HERE);
  });

  it('is read in a few ways elsewhere', () => {
    expect(recovered(['x x', sealed], copy).closed).toEqual([0, 1]);
    expect(recovered(['x x', 'aa bb cc dd ee ff gg hh ii jj kk ll mm nn oopp'], copy).closed).toEqual([0]);
  });
});

describe('the effort is bounded', () => {
  /** None of them is in the copy, and each of its lines could begin any. */
  const decoys = Array.from({ length: 300 }, (_, i) =>
    Array(i + 1)
      .fill('no')
      .join(' '),
  );
  const copy = (lines: number) => [...Array.from({ length: lines }, () => 'so'), 'We left at nine.'];

  it('so that what a slow copy says last stays closed', () => {
    const last = decoys.length;
    expect(recovered([...decoys, 'We left at nine .'], ...copy(100)).closed).not.toContain(last);
    expect(recovered([...decoys, 'We left at nine .'], ...copy(400)).closed).toContain(last);
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

  it.each([
    ['where it has no words', 0, 'verbatim-text/1\n\n'],
    ['where it has no words and its digest is forged', 0, 'verbatim-text/1\n'],
    ['where it is longer than the copy and its digest is that of nothing', 50, ''],
  ])('%s', (_, tokens, bytes) => {
    const forged = { role: 'speech', speaker: null, tokens, digest: hash(bytes).slice(0, 32) } as const;
    const { closed, covered } = recover(copyOf('We left.', 'At nine'), { ...entryOf([]), passages: [forged] });
    expect({ closed: [...closed], covered: [...covered] }).toEqual({ closed: [0], covered: [0, 0, 0, 0, 0] });
  });

  it('where only a part of a longer word is its own', () => {
    expect(recovered(['We left at nine'], 'We left at nineteen')).toEqual({ closed: [0], left: 'We left at nineteen' });
  });
});
