/** What is a label, a timestamp, a mark, a legend, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { structure } from '../../../src/core/structure/structure.ts';
import { type Conventions, NO_CONVENTIONS, type Transcript } from '../../../src/core/structure/transcript.ts';
import { readString } from '../verify/support.ts';

async function structured(text: string, conventions: Conventions = NO_CONVENTIONS): Promise<Transcript> {
  return structure(await readString(text), conventions);
}

function wordsOf({ witness, passages }: Transcript): readonly string[] {
  return passages.map(({ from, to }) => witness.tokens.slice(from, to).join(' '));
}

const rolesOf = ({ passages }: Transcript): string => passages.map(({ role }) => role).join(' ');
const namesOf = ({ speakers }: Transcript): readonly string[] => speakers.map(({ name }) => name);

describe('a label', () => {
  it.each([
    ['a word with a colon in a monologue', 'Remember: never sign.\n\nThen I went home.\n\nI slept.\n'],
    ['a verb of saying', 'She looked at me and said: go.\n\nI went.\n\nIt rained.\n'],
    ['a time of day', 'At 9:30 we left.\n\nAt 9:45 we came back.\n\nThat was all.\n'],
    ['an address', 'See https://example.org for more.\n\nSee https://example.org again.\n\nThat is all.\n'],
  ])('is not %s', async (_, text) => {
    const transcript = await structured(text);
    expect(namesOf(transcript)).toEqual([]);
    expect(wordsOf(transcript).join(' ')).toBe(transcript.witness.tokens.join(' '));
  });

  it.each([
    ['a name that recurs', 'Ada: Yes.\n\nBo: No.\n\nAda: Why?\n\nBo: Because.\n', ['Ada', 'Bo']],
    ['a name seen once among labels', 'Ada: Yes.\n\nBo: No.\n\nAda: Why?\n\nCy: Stop it.\n', ['Ada', 'Bo', 'Cy']],
    [
      'a name with a title and an initial',
      'Dr. A. Lee: Yes.\n\nBo: No.\n\nDr. A. Lee: Why?\n\nBo: So.\n',
      ['Dr. A. Lee', 'Bo'],
    ],
    ['one of a single letter', 'Q. Did you?\n\nA. No.\n\nQ. Sure?\n\nA. Yes.\n', ['Q', 'A']],
    ['one in Chinese without a space', '问：你好吗？\n\n答：好。\n', ['问', '答']],
  ])('is %s', async (_, text, names) => {
    expect(namesOf(await structured(text))).toEqual(names);
  });

  const TALK = 'Ada: Yes.\n\nBo: No.\n\nAda: Why?\n\nBo: So.\n';

  it.each([
    ['the title above the talk', `Grauholm: the last ferry\n\n${TALK}`],
    ['a heading anywhere', `# Grauholm: the last ferry.\n\n${TALK}\n# The winter: who paid?\n\n${TALK}`],
  ])('is not what stands before a colon in %s', async (_, text) => {
    const transcript = structure(await readString(text, 'talk.md'));
    expect(namesOf(transcript)).toEqual(['Ada', 'Bo']);
    expect(transcript.passages[0]?.role).toBe('matter');
  });

  it('may stand once, above all others, before a whole sentence', async () => {
    expect(namesOf(await structured(`Cy: Good evening to you both.\n\n${TALK}`))).toEqual(['Cy', 'Ada', 'Bo']);
  });

  it('is no part of the words it stands before', async () => {
    expect(wordsOf(await structured('Ada: Yes.\n\nBo: No: never.\n\nAda: Why?\n\nBo: So.\n'))).toEqual([
      'Yes .',
      'No : never .',
      'Why ?',
      'So .',
    ]);
  });

  it('that stands alone belongs to the words behind it', async () => {
    const transcript = await structured('Ada:\nYes.\n\nBo:\nNo.\n\nAda:\nWhy?\n\nBo:\nSo.\n');
    expect(wordsOf(transcript)).toEqual(['Yes .', 'No .', 'Why ?', 'So .']);
    expect(transcript.passages.map(({ label }) => label?.name)).toEqual(['Ada', 'Bo', 'Ada', 'Bo']);
  });
});

describe('who asks', () => {
  it('is the side of Q:, and what follows is the answer', async () => {
    const transcript = await structured('Q: Did you?\n\nNo.\n\nNever.\n\nQ: Sure?\n\nYes.\n');
    expect(rolesOf(transcript)).toBe('question speech speech question speech');
    expect(transcript.passages.map(({ turn }) => turn)).toEqual([0, 1, 1, 2, 3]);
  });

  it('is the one who alone keeps asking', async () => {
    const transcript = await structured('Ada: Why?\n\nBo: So.\n\nAda: Really?\n\nBo: Yes.\n');
    expect(rolesOf(transcript)).toBe('question speech question speech');
  });

  it('is nobody where both ask', async () => {
    const transcript = await structured('Ada: Why?\n\nBo: Why not?\n\nAda: Really?\n\nBo: Is it?\n');
    expect(rolesOf(transcript)).toBe('speech speech speech speech');
  });

  it('is not a single named speaker who tells', async () => {
    const transcript = await structured('Ada: I was there.\n\nIt rained.\n\nAda: Then I left.\n\nIt stopped.\n');
    expect(namesOf(transcript)).toEqual(['Ada']);
    expect(rolesOf(transcript)).toBe('speech speech speech speech');
  });
});

describe('marks', () => {
  it.each([
    ['(*)', 'I met (*) there.'],
    ['[redacted]', 'I met [redacted] there.'],
    ['[INAUDIBLE]', 'I met [INAUDIBLE] there.'],
    ['(неразборчиво)', 'Я видел (неразборчиво) там.'],
    ['[geschwärzt]', 'Ich traf [geschwärzt] dort.'],
    ['██', 'I met ██ there.'],
  ])('%s is one', async (_, text) => {
    expect((await structured(`${text}\n\nThen I left.\n`)).marks).toHaveLength(1);
  });

  it.each(['I met (her) there.', 'I met * there.', 'I met [a man] there.', 'It was redacted there.'])(
    '“%s” has none',
    async (text) => {
      expect((await structured(`${text}\n\nThen I left.\n`)).marks).toEqual([]);
    },
  );

  it('of the publisher’s own are marks once declared', async () => {
    const text = 'I met [cut] there.\n\nThen I left.\n';
    expect((await structured(text)).marks).toEqual([]);
    expect((await structured(text, { ...NO_CONVENTIONS, marks: ['[cut]'] })).marks).toHaveLength(1);
  });
});

describe('the notice', () => {
  const TERMS = 'This interview may be published only without modifications.';

  it('begins with the legend of a mark that was used', async () => {
    const transcript = await structured(`Q: Who?\n\nIt was (*).\n\n(*) Name withheld.\n\n${TERMS}\n`);
    expect(rolesOf(transcript)).toBe('question speech notice notice');
  });

  it('has the legend above the terms even where the mark is never used', async () => {
    const transcript = await structured(`Q: Who?\n\nNobody.\n\n(*) Name withheld.\n\n${TERMS}\n`);
    expect(rolesOf(transcript)).toBe('question speech notice notice');
  });

  it('is not an answer about publishing', async () => {
    const transcript = await structured(
      `Q: And then?\n\nThey wanted to publish the transcript of it.\n\nQ: Did they?\n\nNo.\n`,
    );
    expect(rolesOf(transcript)).toBe('question speech question speech');
  });
});

describe('timestamps', () => {
  it('that rise are apparatus', async () => {
    const transcript = await structured(
      '[00:01] Ada: Yes.\n\n[00:05] Bo: No.\n\n[00:09] Ada: Why?\n\n[00:12] Bo: So.\n',
    );
    expect(wordsOf(transcript)).toEqual(['Yes .', 'No .', 'Why ?', 'So .']);
  });
});
