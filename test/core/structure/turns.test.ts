/** Who speaks, from where on, and what stands around the talk. */
import { describe, expect, it } from 'vitest';
import { structure } from '../../../src/core/structure/structure.ts';
import type { Transcript } from '../../../src/core/structure/transcript.ts';
import { readString } from '../verify/support.ts';

async function structured(text: string): Promise<Transcript> {
  return structure(await readString(text));
}

function wordsOf({ witness, passages }: Transcript): readonly string[] {
  return passages.map(({ from, to }) => witness.tokens.slice(from, to).join(' '));
}

describe('what stands around a talk', () => {
  const TALK = 'Ada: Yes.\n\nBo: No.\n\nAda: Why?\n\nBo: So.\n';
  const described = async (text: string, name: string): Promise<readonly (readonly [string, string])[]> => {
    const transcript = structure(await readString(text, name));
    const words = wordsOf(transcript);
    return transcript.passages.map(({ role }, i) => [role, words[i] ?? ''] as const);
  };

  it('is matter where it is short and ends no sentence, and a note where it does', async () => {
    expect((await described(`The last ferry\n\nWe met in May.\n\n${TALK}`, 'a.txt')).slice(0, 3)).toEqual([
      ['matter', 'The last ferry'],
      ['note', 'We met in May .'],
      ['speech', 'Yes .'],
    ]);
  });

  it('is a note in a box beside it, and speech in a box with a label', async () => {
    const page = (inner: string): string =>
      `<p>Ada: Yes.</p><p>Bo: No.</p><aside><p>${inner}</p></aside><p>Ada: Why?</p><p>Bo: So.</p>`;
    expect((await described(page('They laugh a lot.'), 'a.html'))[2]).toEqual(['note', 'They laugh a lot .']);
    expect((await described(page('Ada: They laugh.'), 'a.html'))[2]?.[0]).toBe('speech');
  });

  it.each([
    ['[They laugh.]', 'note'],
    ['(They laugh.)', 'note'],
    ['(They laugh) and go (at last)', 'speech'],
    ['[They laugh.', 'speech'],
  ])('%j between the turns is a %s', async (paragraph, role) => {
    expect((await described(`Ada: Yes.\n\nBo: No.\n\n${paragraph}\n\nAda: Well.\n\nBo: So.\n`, 'a.txt'))[2]?.[0]).toBe(
      role,
    );
  });
});

describe('turns', () => {
  const told = async (text: string, name = 'a.txt'): Promise<readonly (readonly [string, string | null, string])[]> => {
    const transcript = structure(await readString(text, name));
    const words = wordsOf(transcript);
    return transcript.passages.map(
      ({ role, speaker }, i) =>
        [role, speaker === null ? null : (transcript.speakers[speaker]?.name ?? ''), words[i] ?? ''] as const,
    );
  };

  it('go over to whoever answers, where one name alone is given and asks', async () => {
    expect(await told('Jones: Why?\n\nSo.\n\nJones: Really?\n\nYes.\n')).toEqual([
      ['question', 'Jones', 'Why ?'],
      ['speech', 'A', 'So .'],
      ['question', 'Jones', 'Really ?'],
      ['speech', 'A', 'Yes .'],
    ]);
  });

  it('stay with one name that never stands before words of its own', async () => {
    expect((await told('Ada:\n\nIt was so.\n\nAda:\n\nYes.\n')).filter(([, , words]) => words !== '')).toEqual([
      ['speech', 'Ada', 'It was so .'],
      ['speech', 'Ada', 'Yes .'],
    ]);
  });

  it('do not end with a paragraph that nobody sees, behind a label on a line of its own', async () => {
    const invisible = '\u200b\n\n';
    expect(
      (await told(`Q:\n\n${invisible}Did you?\n\nNo.\n\nQ:\n\nSure?\n\nYes.\n`)).filter(([, , words]) => words !== ''),
    ).toEqual([
      ['question', 'Q', 'Did you ?'],
      ['speech', 'A', 'No .'],
      ['question', 'Q', 'Sure ?'],
      ['speech', 'A', 'Yes .'],
    ]);
  });

  it('do not begin at a line that only looks like a label', async () => {
    expect(await told('I went home.\nRemember: never sign.\n\nThen I slept.\n\nIt rained.\n')).toEqual([
      ['speech', null, 'I went home . Remember : never sign .'],
      ['speech', null, 'Then I slept .'],
      ['speech', null, 'It rained .'],
    ]);
  });

  it('do not begin at bold words that are a sentence', async () => {
    const talk = 'Ada: Yes.\n\nBo: No.\n\nAda: Well.\n\nBo: So.\n';
    expect((await told(`${talk}\n**I never, ever** signed it.\n`, 'a.md')).at(-1)).toEqual([
      'speech',
      'Bo',
      'I never , ever signed it .',
    ]);
  });

  it('are questions in bold and what follows each, and nobody’s before the first and in a headline', async () => {
    const text =
      'A talk of an hour.\n\n**Did you go?**\n\nNo.\n\nNever.\n\n**The winter**\n\n**Were you cold?**\n\nYes.\n';
    expect(await told(text, 'a.md')).toEqual([
      ['note', null, 'A talk of an hour .'],
      ['question', 'Q', 'Did you go ?'],
      ['speech', 'A', 'No .'],
      ['speech', 'A', 'Never .'],
      ['note', null, 'The winter'],
      ['question', 'Q', 'Were you cold ?'],
      ['speech', 'A', 'Yes .'],
    ]);
  });

  it('are nobody’s in a monologue, invisible paragraphs or not', async () => {
    expect(
      (await told('The ferry\n\n\u200b\n\nI went home.\n\nI slept.\n')).filter(([, , words]) => words !== ''),
    ).toEqual([
      ['matter', null, 'The ferry'],
      ['speech', null, 'I went home .'],
      ['speech', null, 'I slept .'],
    ]);
  });
});

describe('timestamps in every form', () => {
  it.each([
    ['[00:01]', '[00:05.250]'],
    ['(00:01:00)', '(00:01:05,5)'],
    ['00:01', '00:05.1'],
  ])('%s and %s are apparatus', async (first, second) => {
    const transcript = await structured(`${first} Ada: Yes.\n\n${second} Bo: No.\n\nAda: Why?\n\nBo: So.\n`);
    expect(wordsOf(transcript)).toEqual(['Yes .', 'No .', 'Why ?', 'So .']);
  });
});
