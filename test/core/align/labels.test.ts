/** Labels and timestamps of a copy. */
import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import { TOKEN } from '../../../src/core/align/collation.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

const COLD = 'Was it cold on the ferry that night?';
const COLDER = 'It was colder than anything we had known before.';
const DO = 'And what did you do until the morning?';
const SANG = 'We sang every song that my mother had taught us.';
const SEALED = `Anna Berg: ${COLD}\n\nIda Holm: ${COLDER}\n\nAnna Berg: ${DO}\n\nIda Holm: ${SANG}`;

interface Found {
  /** Each label as `name [tokens] first word of what it stands before`. */
  readonly labels: readonly string[];
  /** The tokens of the copy that are labels and those that are timestamps. */
  readonly marked: string;
  readonly timed: string;
}

async function found(copyText: string, name = 'copy.txt', sealed = SEALED): Promise<Found> {
  const transcript = structure(await readString(sealed));
  const { copy, kind, labels } = collate(transcript, witnessOf(await readString(copyText, name)), NO_CONVENTIONS);
  const ofKind = (wanted: number): string => copy.tokens.filter((_, c) => kind[c] === wanted).join(' ');
  return {
    labels: labels.map(
      (label) => `${label.name} [${copy.tokens.slice(label.from, label.to).join(' ')}] ${copy.tokens[label.before]}`,
    ),
    marked: ofKind(TOKEN.label),
    timed: ofKind(TOKEN.timestamp),
  };
}

const HOLM = 'Ida Holm [Ida Holm :] It';

describe('a label', () => {
  it('stands before each turn', async () => {
    expect(await found(SEALED)).toEqual({
      labels: ['Anna Berg [Anna Berg :] Was', HOLM, 'Anna Berg [Anna Berg :] And', 'Ida Holm [Ida Holm :] We'],
      marked: 'Anna Berg : Ida Holm : Anna Berg : Ida Holm :',
      timed: '',
    });
  });

  it.each([
    ['has a name that nobody knows, before a passage', `Sven Lind: ${COLDER}`, ['Sven Lind [Sven Lind :] It']],
    ['is generic, before a passage', `A: ${COLDER}`, ['A [A :] It']],
    [
      'stands before words in the middle of a passage, where its name is known',
      COLDER.replace(' anything', '\nIda Holm: anything'),
      ['Ida Holm [Ida Holm :] anything'],
    ],
    [
      'is none before words in the middle of a passage, where nobody knows it',
      COLDER.replace(' anything', '\nMind you: anything'),
      [],
    ],
    ['is none where words stand behind it', `Sven Lind: Well, ${COLDER}`, []],
    ['has a known name, and words stand behind it', `Ida Holm: Well, ${COLDER}`, [HOLM]],
    ['is generic, and words stand behind it', `A: Well, ${COLDER}`, ['A [A :] It']],
    ['is none behind the first words', `It was colder: ${COLDER.slice(14)}`, []],
    ['stands on a line of its own', `Ida Holm:\n${COLDER}`, [HOLM]],
    ['stands in a block of its own', `Ida Holm:\n\n${COLDER}`, [HOLM]],
    ['is none on a line of its own, where nobody knows it', `Mind you:\n\n${COLDER}`, []],
    ['is none of what comes later', `Ida Holm:\n\nThe tide tables\n\n${COLDER}`, []],
    ['is none of foreign words', `Ida Holm: The tide tables\n\n${COLDER}`, []],
    ['is that of the line rather than that before it', `Anna Berg:\n\nIda Holm: ${COLDER}`, [HOLM]],
    ['is no other’s as well', `Ida Holm:\n\n${COLDER}\n\n${SANG}`, [HOLM]],
  ])('%s', async (_, copy, labels) => {
    expect((await found(copy)).labels).toEqual(labels);
  });

  it('that belongs to nothing is marked only where it stands alone', async () => {
    expect((await found(`Ida Holm:\n\nThe tide tables\n\n${COLDER}`)).marked).toBe('Ida Holm :');
    expect((await found(`Ida Holm: The tide tables\n\n${COLDER}`)).marked).toBe('');
  });

  it.each([
    ['between two passages', `${COLD} Ida Holm: ${COLDER}`, [HOLM]],
    ['at the end of a line before its passage', `${COLD} Ida Holm:\n${COLDER}`, [HOLM]],
    ['nowhere, where nobody knows it', `${COLD} Mind you: ${COLDER}`, []],
    ['nowhere, where other words stand', `${COLD} Yes ${COLDER}`, []],
    ['nowhere, where other words follow', `${COLD} Ida Holm: Well, ${COLDER}`, []],
    ['nowhere in the middle of a passage', COLDER.replace('anything', 'Ida Holm: anything'), []],
    ['nowhere at the end of the copy', `${COLD} Ida Holm:`, []],
    [
      'before each of several passages',
      `${COLD} Ida Holm: ${COLDER} Anna Berg: ${DO}`,
      [HOLM, 'Anna Berg [Anna Berg :] And'],
    ],
  ])('stands in a line that runs on %s', async (_, copy, labels) => {
    expect(await found(copy)).toMatchObject({
      labels,
      marked: labels.map((label) => /\[(.*)\]/u.exec(label)?.[1]).join(' '),
    });
  });

  it('stands in no line that runs on before a passage without one', async () => {
    const sealed = `${SEALED}\n\nThen it grew light and the gulls came back.`;
    const copy = `${SANG} Ida Holm: Then it grew light and the gulls came back.`;
    expect((await found(copy, 'copy.txt', sealed)).labels).toEqual([]);
  });

  it('is none that was said', async () => {
    const said = 'Ida Holm: that was the name on the list.';
    expect((await found(said, 'copy.txt', `${SEALED}\n\nAnna Berg: ${said}`)).labels).toEqual([]);
  });

  it('is the speaker whom the format names, where a cue begins', async () => {
    const vtt = `WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna Berg>${COLD}\n\n00:04.000 --> 00:06.000\n<v Ida Holm>${COLDER.replace(' than', '\nthan')}\n`;
    expect(await found(vtt, 'copy.vtt')).toMatchObject({ labels: ['Anna Berg [] Was', 'Ida Holm [] It'], marked: '' });
  });
});

describe('a timestamp', () => {
  it.each([
    [
      'is one of a rising series',
      `[00:01] ${COLD}\n\n[00:04] ${COLDER}\n\n[00:09] ${DO}`,
      '[ 00:01 ] [ 00:04 ] [ 00:09 ]',
    ],
    ['stands before a label', `[00:01] Anna Berg: ${COLD}\n\n[00:04] Ida Holm: ${COLDER}`, '[ 00:01 ] [ 00:04 ]'],
    ['stands on a line of its own', `[00:01]\n${COLD}\n\n[00:04]\n${COLDER}`, '[ 00:01 ] [ 00:04 ]'],
    ['is none that falls', `[00:09] ${COLD}\n\n[00:04] ${COLDER}\n\n[00:01] ${DO}`, ''],
  ])('%s', async (_, copy, timed) => {
    expect((await found(copy)).timed).toBe(timed);
  });

  it('is none that was said', async () => {
    const [painted, below] = [
      '[00:09] was painted on the door of the ferry.',
      '[00:04] stood below it in smaller letters.',
    ];
    expect((await found(`${below}\n\n${painted}`, 'copy.txt', `${painted}\n\n${below}`)).timed).toBe('');
  });
});
