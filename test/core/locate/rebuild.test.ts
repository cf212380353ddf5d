import { describe, expect, it } from 'vitest';
import { rebuild } from '../../../src/core/locate/rebuild.ts';
import type { ManifestEntry, SealedPassage } from '../../../src/core/seal/entry.ts';
import { hash, sample } from '../seal/sample.ts';

function passage(role: SealedPassage['role'], speaker: number | null, tokens: number): SealedPassage {
  return { role, speaker, tokens, digest: hash('any').slice(0, 32) };
}

const entry: ManifestEntry = {
  ...sample('a.txt'),
  passages: [
    passage('matter', null, 2),
    passage('question', 0, 3),
    passage('speech', 1, 4),
    passage('note', null, 1),
    passage('speech', 1, 1),
    passage('question', 0, 2),
    passage('question', 0, 1),
  ],
  marks: [
    { mark: '(*)', passage: 1, token: 0 },
    { mark: '(*)', passage: 2, token: 1 },
  ],
};
const words = [['A', 'talk'], null, ['Yes', '(', '*', ')'], ['Laughs'], ['No'], ['And', 'then'], null];
const CLOSED = '\u{10ffff}';

describe('a transcript that is written down again', () => {
  const { witness, passages, marks, title, speakers } = rebuild(entry, words);

  it('has one block a passage, empty where it stays closed', () => {
    expect(witness.document).toMatchObject({ format: 'text', hidden: [], caveats: [] });
    expect(witness.document.blocks.map(({ text }) => text)).toEqual([
      'A talk',
      '',
      'Yes ( * )',
      'Laughs',
      'No',
      'And then',
      '',
    ]);
  });

  it('has as many tokens as were sealed; those of a closed passage agree with no word', () => {
    expect(witness.tokens.join(' ')).toBe(
      `A talk ${CLOSED} ${CLOSED} ${CLOSED} Yes ( * ) Laughs No And then ${CLOSED}`,
    );
    expect(witness.numbers.length).toBe(witness.tokens.length);
    expect([...witness.block]).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 4, 5, 5, 6]);
    expect([...witness.firstToken]).toEqual([0, 2, 5, 9, 10, 11, 13, 14]);
  });

  it('has each token at its place in its block', () => {
    const told = witness.tokens.map((token, i) => [
      token,
      witness.document.blocks[witness.block[i] ?? -1]?.text.slice(witness.start[i], witness.end[i]),
    ]);
    for (const [token, text] of told) expect(text).toBe(token === CLOSED ? '' : token);
    expect([...witness.start.subarray(5, 9)]).toEqual([0, 4, 6, 8]);
  });

  it('has its turns: a new one where the speaker changes, with a label if that speaker has one', () => {
    const label = (at: number) => ({ name: 'Q', from: at, to: at });
    expect(passages).toEqual([
      { role: 'matter', speaker: null, turn: null, block: 0, from: 0, to: 2, label: null },
      { role: 'question', speaker: 0, turn: 0, block: 1, from: 2, to: 5, label: label(2) },
      { role: 'speech', speaker: 1, turn: 1, block: 2, from: 5, to: 9, label: null },
      { role: 'note', speaker: null, turn: null, block: 3, from: 9, to: 10, label: null },
      { role: 'speech', speaker: 1, turn: 1, block: 4, from: 10, to: 11, label: null },
      { role: 'question', speaker: 0, turn: 2, block: 5, from: 11, to: 13, label: label(11) },
      { role: 'question', speaker: 0, turn: 2, block: 6, from: 13, to: 14, label: null },
    ]);
  });

  it('has the marks of the passages that are known', () => {
    expect(marks).toEqual([{ mark: '(*)', passage: 2, from: 6, to: 9 }]);
  });

  it('has the title and the speakers that were sealed', () => {
    expect({ title, speakers }).toEqual({ title: 'A talk at the harbour', speakers: entry.speakers });
  });
});
