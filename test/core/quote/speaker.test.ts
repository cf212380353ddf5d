/** Whose words a quotation has, if not the person's the article gives them to. */
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/core/quote/quotation.ts';
import { otherSpeaker, sameName } from '../../../src/core/quote/speaker.ts';
import { type Stream, streamOf } from '../../../src/core/quote/stream.ts';
import { rowOf, type Said, sourceOfPassages, wordsIn } from './transcript.ts';

const NOBODY: Attribution = { name: null, by: 'nobody', asked: false };
const SHE: Attribution = { name: null, by: 'carried', asked: false };
const named = (name: string): Attribution => ({ name, by: 'named', asked: false });

function otherOf(stream: Stream, phrase: string, attribution: Attribution = NOBODY) {
  const { from, to } = wordsIn(stream, phrase);
  return otherSpeaker(stream, from, to, attribution);
}

describe('two names', () => {
  it.each([
    ['Denis Sokolov', 'Sokolov'],
    ['Sokolov', 'Denis Sokolov'],
    ['D. Sokolov', 'Denis Sokolov'],
    ['Sokolov Denis', 'DENIS SOKOLOV'],
    ['DS', 'Denis Sokolov'],
    ['AB C.', 'Ann Berta Cora'],
    ['Mr Sokolov', 'Denis Sokolov'],
    ['Frau Quast', 'Ute Quast'],
    ['Иванова', 'Иванов'],
    ['Ивановыми', 'Олег Иванов'],
  ])('can be one person’s: %s, %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it.each([
    ['Denis Brenn', 'Denis Sokolov'],
    ['B. Sokolov', 'Denis Sokolov'],
    ['DB', 'Denis Sokolov'],
    ['Mr', 'Denis Sokolov'],
    ['…', 'Denis Sokolov'],
    ['Sokolova', 'Sokolov'],
    ['De', 'Denis'],
    ['Дрозда', 'Дрозд'],
    ['Ивановский', 'Иванов'],
    ['Соколов', 'Сидоров'],
  ])('are two people’s: %s, %s', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });
});

describe('words that somebody asks', () => {
  const ASKED = rowOf({ text: 'Who owns the mill today?', role: 'question', speaker: 'Vera Lund', turn: 0 });

  it.each([named('Brae'), NOBODY, SHE])('are not an answer: %j', (attribution) => {
    expect(otherOf(ASKED, 'who owns the mill', attribution)).toEqual({
      level: 'fail',
      speaker: 'Vera Lund',
      role: 'question',
    });
  });

  it.each([named('Lund'), { ...named('Brae'), asked: true }, { ...NOBODY, asked: true }])(
    'are given to the one who asks: %j',
    (attribution) => {
      expect(otherOf(ASKED, 'who owns the mill', attribution)).toBeNull();
    },
  );

  it('may be nobody’s by name', () => {
    const stream = rowOf({ text: 'Who owns the mill today?', role: 'question' });
    expect(otherOf(stream, 'who owns', named('Lund'))).toEqual({ level: 'fail', speaker: null, role: 'question' });
  });
});

describe('words that nobody says', () => {
  it.each([
    ['note', NOBODY, 'fail'],
    ['note', named('Brae'), 'fail'],
    ['matter', NOBODY, 'note'],
    ['matter', named('Brae'), 'fail'],
    ['matter', SHE, 'fail'],
    ['notice', NOBODY, 'note'],
    ['notice', named('Brae'), 'fail'],
  ] as const)('in a %s, given to %j: %s', (role, attribution, level) => {
    expect(otherOf(rowOf({ text: 'The mill at Orrow', role }), 'the mill at', attribution)).toEqual({
      level,
      speaker: null,
      role,
    });
  });
});

describe('words that another one says', () => {
  const saidBy = (speaker: string, attribution: Attribution) =>
    otherOf(
      streamOf([sourceOfPassages([{ text: 'I own the mill.', speaker, turn: 0 }], ['Vera Lund', 'A', 'Interviewer'])]),
      'i own the mill',
      attribution,
    );
  const of = (level: 'fail' | 'note') => ({ level, speaker: 'Tomas Brae', role: 'speech' });

  it.each<[string, Attribution, ReturnType<typeof of> | null]>([
    ['fail, given to one who speaks in the transcript', named('Vera Lund'), of('fail')],
    ['are noted, carried over to one who does', { ...named('Vera Lund'), by: 'carried' }, of('note')],
    ['are noted, given to one who does not', named('Miller Oakes'), of('note')],
    ['are noted, given to what is only a label there', named('Interviewer'), of('note')],
    ['are right, given to the speaker', named('Brae'), null],
    ['are right, given to nobody by name', SHE, null],
    ['are right where somebody is asked', { ...named('Vera Lund'), asked: true }, null],
  ])('%s', (_, attribution, expected) => {
    expect(saidBy('Tomas Brae', attribution)).toEqual(expected);
  });

  it.each(['A', 'B2', 'q', 'Interviewer', 'Speaker 3', 'Speaker 12', 'HOST', 'Ответ', 'Вопрос'])(
    'may be anybody’s under the label %s',
    (label) => {
      expect(saidBy(label, named('Vera Lund'))).toBeNull();
    },
  );

  it.each(['Ann', 'A12', 'Speaker', 'Hosts', 'A host', '1A'])('are not anybody’s under the name %s', (label) => {
    expect(saidBy(label, named('Vera Lund'))).toEqual({ level: 'fail', speaker: label, role: 'speech' });
  });

  it('are nobody’s where nobody is named', () => {
    expect(otherOf(rowOf({ text: 'I own the mill.' }), 'i own the mill', named('Vera Lund'))).toBeNull();
  });
});

describe('words that a speaker only reports', () => {
  const ADA = { speaker: 'Ada', turn: 0 };
  const told = (phrase: string, ...texts: readonly string[]) => {
    const found = otherOf(rowOf(...texts.map((text): Said => ({ ...ADA, text }))), phrase, named('Ada'));
    if (found !== null) expect(found).toMatchObject({ level: 'note', speaker: 'Ada' });
    return found?.role ?? null;
  };
  const TOLD = 'She said “the mill is dead, leave it” and left (he never went there again) so we all went home.';
  const many = (count: number) => new Array(count).fill('w').join(' ');

  it.each([
    ['stand between marks', 'the mill is dead', TOLD, 'reported'],
    ['stand between marks to the end', 'is dead leave it', TOLD, 'reported'],
    ['are few', 'mill is dead', TOLD, null],
    ['run on behind the marks', 'is dead leave it and', TOLD, null],
    ['begin before the marks', 'said the mill is dead', TOLD, null],
    ['stand behind the marks', 'and left he never', TOLD, null],
    ['stand in parentheses', 'he never went there', TOLD, 'parenthesis'],
    ['stand in parentheses to the end', 'never went there again', TOLD, 'parenthesis'],
    ['run on behind the parentheses', 'never went there again so', TOLD, null],
    ['stand behind the parentheses', 'so we all went', TOLD, null],
    [
      'stand in parentheses behind a stray one',
      'he never went there',
      'a) She said (he never went there).',
      'parenthesis',
    ],
    ['stand in inner parentheses', 'he never went there', 'Ann (Bo (so he never went there)).', 'parenthesis'],
    ['stand behind inner parentheses', 'he never went there', 'Ann (Bo (so) he never went there).', 'parenthesis'],
    ['are quoted 400 tokens on', 'he never went there', `“${many(399)} he never went there”`, 'reported'],
    ['are the speaker’s own telling 401 tokens on', 'he never went there', `“${many(400)} he never went there”`, null],
  ])('%s: %s', (_, phrase, text, role) => {
    expect(told(phrase, text)).toBe(role);
  });

  it('are not those of another passage', () => {
    expect(told('he never went there', '“It was late.', 'He never went there.')).toBeNull();
    expect(told('was late he never', '“It was late.', 'He never went there.')).toBeNull();
  });
});
