/** Who is given which words: what is a renaming, and what gives one speaker's words to another. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { type Conventions, NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { judged, readString } from '../verify/support.ts';

const CODES = new Set(['label-renamed', 'label-added', 'label-missing', 'speaker-changed', 'turns-run-on']);

interface Told {
  readonly conventions?: Partial<Conventions>;
  readonly name?: string;
}

async function namings(sealed: string, copy: string, { conventions, name }: Told = {}): Promise<readonly Finding[]> {
  const declared = { ...NO_CONVENTIONS, ...conventions };
  const transcript = structure(await readString(sealed), declared);
  return judged(transcript, await readString(copy, name), declared).findings.filter(({ code }) => CODES.has(code));
}

/** `code count passage: sealed name > name in the copy`. */
const told = (findings: readonly Finding[]) =>
  findings.map(
    ({ code, count, passage, data }) => `${code} ${count} at ${passage}: ${data['was']} > ${data['now'] ?? ''}`,
  );

const WORDS = [
  'Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'And in the summer?',
  'In the summer nobody had to.',
];

/** The interview with these labels before its four turns; '' is none. */
const labelled = (...labels: readonly string[]): string =>
  `${WORDS.map((words, i) => (labels[i] ? `${labels[i]}: ${words}` : words)).join('\n\n')}\n`;
const between = (one: string, other: string): string => labelled(one, other, one, other);

/** Only the questions carry a label. */
const ASKED = between('Q', '');
const NAMED = between('Anna Berg', 'Ida Lund');

describe('another name for a speaker throughout', () => {
  it.each([
    ['a first name', 'Anna Maria Berg', 'Anna'],
    ['a second name', 'Anna Maria Berg', 'Maria'],
    ['a family name', 'Anna Maria Berg', 'Berg'],
    ['an initial and the family name', 'Anna Maria Berg', 'A. Berg'],
    ['an initial in the middle', 'Anna Maria Berg', 'Anna M. Berg'],
    ['a part of a double name', 'Anna-Maria Berg', 'Anna Berg'],
    ['parts with a dash between them', 'Anna Maria Berg', 'Anna - Berg'],
    ['initials', 'Anna Maria Berg', 'AMB'],
    ['initials with full stops', 'Anna Maria Berg', 'A.M.B.'],
    ['initials with spaces', 'Anna Maria Berg', 'A. M. B.'],
    ['a generic name for a generic one', 'Interviewer', 'Q'],
  ])('is a note: %s', async (_, was, now) => {
    expect(told(await namings(between(was, 'Ida Lund'), between(now, 'Ida Lund')))).toEqual([
      `label-renamed 2 at 0: ${was} > ${now}`,
    ]);
  });

  it.each([
    ['somebody else', 'Anna Maria Berg', 'Otto Krug'],
    ['a name of which one part is right', 'Anna Maria Berg', 'Anna Krug'],
    ['the parts in another order', 'Anna Maria Berg', 'Berg Anna'],
    ['a part more', 'Anna Berg', 'Anna Berg Krug'],
    ['some of the initials', 'Anna Maria Berg', 'A. B.'],
    ['initials that are not all right', 'Anna Maria Berg', 'AB'],
    ['the first letter of a single name', 'Berg', 'B'],
    ['a generic name of the other side', 'Interviewer', 'Answer'],
    ['a generic name for a full one', 'Anna Berg', 'Q'],
    ['a full name for a generic one', 'Interviewer', 'Anna Berg'],
  ])('fails: %s', async (_, was, now) => {
    expect(told(await namings(between(was, 'Ida Lund'), between(now, 'Ida Lund')))).toEqual([
      `speaker-changed 2 at 0: ${was} > ${now}`,
    ]);
  });

  it('is none where only case, full stops or spaces differ', async () => {
    expect(await namings(between('Dr. Anna Berg', 'Ida Lund'), between('DR ANNA  BERG', 'Ida Lund'))).toEqual([]);
  });

  it('is told with both labels, the speaker, and how they were called', async () => {
    const [found] = await namings(NAMED, between('Anna Berg', 'Ida'));
    expect(found).toMatchObject({
      code: 'label-renamed',
      level: 'note',
      speaker: 'Ida Lund',
      passage: 1,
      sealed: { text: 'Ida Lund:', place: { line: 3, column: 1 } },
      copy: { text: 'Ida:', place: { line: 3, column: 1 } },
      count: 2,
      data: { was: 'Ida Lund', now: 'Ida' },
    });
  });
});

describe('one name for two speakers fails', () => {
  it.each([
    ['swapped', NAMED, between('Ida Lund', 'Anna Berg'), [0, 1], ['Anna Berg > Ida Lund', 'Ida Lund > Anna Berg']],
    [
      'both called by the name they share',
      between('Anna Berg', 'Anna Lund'),
      between('Anna', 'Anna'),
      [0, 1],
      ['Anna Berg > Anna', 'Anna Lund > Anna'],
    ],
    [
      'one called by what is the other’s name, who is left out',
      between('Anna Berg', 'Berg'),
      `Berg: ${WORDS[0]}\n\nBerg: ${WORDS[2]}\n`,
      [0],
      ['Anna Berg > Berg'],
    ],
  ])('%s', async (_, sealed, copy, at, names) => {
    expect(told(await namings(sealed, copy))).toEqual(names.map((name, i) => `speaker-changed 2 at ${at[i]}: ${name}`));
  });

  it('also in one turn', async () => {
    const copy = labelled('Anna Berg', 'Ida Lund', 'Ida Lund', 'Ida Lund');
    expect(told(await namings(NAMED, copy))).toEqual(['speaker-changed 1 at 2: Anna Berg > Ida Lund']);
  });
});

describe('a label before answers that have none', () => {
  it.each([
    ['generic, before each', between('Q', 'Speaker'), {}, 'label-added 2 at 1: A > Speaker'],
    [
      'generic, before each that is there',
      labelled('Q', 'A').split('\n\nAnd')[0] ?? '',
      {},
      'label-added 1 at 1: A > A',
    ],
    [
      'declared as an alias',
      labelled('Q', 'Ida', 'Q'),
      { aliases: new Map([['A', ['Ida']]]) },
      'label-added 1 at 1: A > Ida',
    ],
    ['declared as a label', labelled('Q', 'Ida', 'Q'), { labels: ['Bo', 'Ida'] }, 'label-added 1 at 1: A > Ida'],
  ])('is a note: %s', async (_, copy, conventions, finding) => {
    expect(told(await namings(ASKED, copy, { conventions }))).toEqual([finding]);
  });

  it.each([
    ['generic, before one of two', labelled('Q', 'A', 'Q'), {}, 'A > A'],
    ['of the other side', labelled('Q', 'Question', 'Q'), {}, 'A > Question'],
    ['a name that nobody declared', labelled('Q', 'Ida', 'Q'), {}, 'A > Ida'],
    [
      'one beside the declared',
      labelled('Q', 'Bo', 'Q'),
      { aliases: new Map([['A', ['Ida']]]), labels: ['Ida'] },
      'A > Bo',
    ],
    ['an alias of the other side', labelled('Q', 'Ida', 'Q'), { aliases: new Map([['Q', ['Ida']]]) }, 'A > Ida'],
  ])('fails: %s', async (_, copy, conventions, names) => {
    expect(told(await namings(ASKED, copy, { conventions }))).toEqual([`speaker-changed 1 at 1: ${names}`]);
  });

  it('is needed once a turn, and nowhere else', async () => {
    const sealed = `${ASKED.replace('it, every', 'it.\n\nEvery')}\n[She stands up.]\n`;
    const copy = sealed.replace('My', 'A: My').replace('In', 'A: In');
    expect(told(await namings(sealed, copy))).toEqual(['label-added 2 at 1: A > A']);
    expect(told(await namings(sealed, sealed.replace('Every', 'A: Every').replace('In', 'A: In')))).toEqual([
      'speaker-changed 2 at 2: A > A',
    ]);
  });

  it('may be missing from the answer that a copy begins with', async () => {
    expect(await namings(ASKED, labelled('Q', '', 'Q').replace(/^Q.*\n\n/u, ''))).toEqual([]);
  });

  it('fails in the middle of the answer, whose beginning has none', async () => {
    const sealed = ASKED.replace('lit it, ', 'lit it,\n').replace('summer nobody', 'summer\nnobody');
    const copy = sealed.replace('every', 'A: every').replace('\nnobody', '\nA: nobody');
    expect(told(await namings(sealed, copy))).toEqual(['speaker-changed 2 at 1: A > A']);
  });

  it('fails in place of a sealed one, though it is declared', async () => {
    const conventions = { labels: ['Ida'], aliases: new Map([['A', ['Ida']]]) };
    expect(told(await namings(ASKED, labelled('Ida', '', 'Q'), { conventions }))).toEqual([
      'speaker-changed 1 at 0: Q > Ida',
    ]);
  });
});

describe('a label where nobody speaks', () => {
  const noted = `A winter of lamps\n\n${ASKED}\n[She stands up.]\n`;

  it('fails before a note', async () => {
    expect(told(await namings(noted, noted.replace('[She', 'Speaker: [She')))).toEqual([
      'speaker-changed 1 at 5:  > Speaker',
    ]);
    expect(await namings(noted, noted.replace('[She', 'Ida: [She'))).toMatchObject([
      { code: 'speaker-changed', speaker: null, passage: 5, data: { was: '', now: 'Ida' } },
    ]);
  });

  it('is none in a title', async () => {
    expect(await namings(noted, noted.replace('A winter', 'Report: A winter'))).toEqual([]);
  });
});

describe('a label in a monologue', () => {
  const sealed = 'The lamp was lit\nat six.\n\nNobody asked who lit it.\n\n[Applause.]\n';
  const conventions = { labels: ['Bo'], aliases: new Map([['A', ['Ida']]]) };

  it.each([
    ['a generic one of the answering side', 'Speaker'],
    ['a declared alias', 'Ida'],
    ['a declared label', 'Bo'],
  ])('is a note: %s', async (_, label) => {
    expect(told(await namings(sealed, `${label}: ${sealed}`, { conventions }))).toEqual([
      `label-added 1 at 0:  > ${label}`,
    ]);
  });

  it.each([
    ['one of the asking side', `Q: ${sealed}`, 0, 'Q'],
    ['a name that nobody declared', `Otto: ${sealed}`, 0, 'Otto'],
    ['one in the middle of a paragraph', sealed.replace('at six', 'Speaker: at six'), 0, 'Speaker'],
    ['one before a note', sealed.replace('[', 'Speaker: ['), 2, 'Speaker'],
  ])('fails: %s', async (_, copy, passage, label) => {
    expect(told(await namings(sealed, copy, { conventions }))).toEqual([
      `speaker-changed 1 at ${passage}:  > ${label}`,
    ]);
  });
});

const cues = (...texts: readonly string[]): string =>
  texts.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${text}\n`).join('\n');
const webvtt = (...texts: readonly string[]): string => `WEBVTT\n\n${cues(...texts).replaceAll(',000', '.000')}`;

describe('labels left out', () => {
  it.each([
    ['everywhere, with the paragraphs kept apart', between('', ''), 'label-missing 4 at 0: Anna Berg > '],
    ['everywhere, with the lines kept apart', WORDS.join('\n'), 'label-missing 4 at 0: Anna Berg > '],
    [
      'everywhere, and two turns run together',
      between('', '').replace('six.\n\n', 'six. '),
      'speaker-changed 4 at 0: Anna Berg > ',
    ],
    ['from one turn', labelled('Anna Berg', 'Ida Lund', 'Anna Berg'), 'speaker-changed 1 at 3: Ida Lund > '],
    ['from two turns', labelled('Anna Berg', '', 'Anna Berg'), 'speaker-changed 2 at 1: Ida Lund > '],
  ])('%s', async (_, copy, finding) => {
    expect(told(await namings(NAMED, copy))).toEqual([finding]);
  });

  it('are none before a paragraph whose speaker goes on', async () => {
    const sealed = NAMED.replace('lit it, every', 'lit it.\n\nEvery');
    expect(await namings(sealed, sealed)).toEqual([]);
    expect(
      told(
        await namings(sealed, sealed.replaceAll(/(Anna Berg|Ida Lund): /gu, '').replace('it.\n\nEvery', 'it. Every')),
      ),
    ).toEqual(['label-missing 4 at 0: Anna Berg > ']);
  });

  it.each([
    ['copy.srt', cues],
    ['copy.vtt', webvtt],
  ])('is a note in subtitles, where cues run on, if none is there: %s', async (name, made) => {
    const [one, two, three, four] = WORDS;
    expect(told(await namings(NAMED, made(`${one} ${two}`, `${three} ${four}`), { name }))).toEqual([
      'turns-run-on 4 at 0: Anna Berg > ',
    ]);
    expect(told(await namings(NAMED, made(`Anna Berg: ${one}`, `${two} ${three} ${four}`), { name }))).toEqual([
      'speaker-changed 3 at 1: Ida Lund > ',
    ]);
    expect(told(await namings(ASKED, made(`Q: ${one} ${two}`, `Q: ${three} ${four}`), { name }))).toEqual([
      'turns-run-on 2 at 1: A > ',
    ]);
  });
});

describe('a question and its unlabelled answer', () => {
  it('fail in one paragraph, with their place', async () => {
    const found = await namings(ASKED, ASKED.replaceAll('?\n\n', '? '));
    expect(found).toMatchObject([
      {
        code: 'speaker-changed',
        level: 'fail',
        speaker: 'A',
        passage: 1,
        sealed: { text: '', place: { line: 3, column: 1 } },
        copy: { text: '', place: { line: 1, column: 34 } },
        count: 2,
        data: { was: 'A' },
      },
    ]);
  });

  it('may stand on lines of their own', async () => {
    expect(await namings(ASKED, ASKED.replaceAll('?\n\n', '?\n'))).toEqual([]);
  });

  it('may have a note before the answer, in its paragraph', async () => {
    const sealed = ASKED.replaceAll('?\n\n', '?\n\n[She thinks.]\n\n');
    expect(await namings(sealed, sealed.replaceAll(']\n\n', '] '))).toEqual([]);
  });
});
