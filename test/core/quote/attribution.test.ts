/** Whom the words before and behind a quotation name, and whether they say or ask. */
import { describe, expect, it } from 'vitest';
import { NO_NAMING, namingAfter, namingBefore } from '../../../src/core/quote/attribution.ts';

const says = (name: string | null) => ({ name, pronoun: false, asked: false, says: true });
const asks = (name: string | null) => ({ ...says(name), asked: true });
const refers = (name: string | null) => ({ ...says(name), pronoun: true });

describe('the sentence behind a quotation', () => {
  it.each([
    ['names the one behind the verb', ' says Denis Sokolov, who left.', says('Denis Sokolov')],
    ['names the one before the verb', ' Sokolov says.', says('Sokolov')],
    ['names the one before the verb rather than behind it', ' Brenn told Lund.', says('Brenn')],
    ['names the one before a small word and the verb', ' Sokolov also says.', says('Sokolov')],
    ['names nobody over a comma', ' Sokolov, says.', says(null)],
    ['names nobody over a pronoun', ' Sokolov he says.', refers(null)],
    ['has a pronoun', ', he said.', refers(null)],
    ['has a pronoun at its head', ' He said it again then, twice.', refers(null)],
    ['has a pronoun three words before the verb', ' he was often said.', refers(null)],
    ['has no pronoun four words before the verb', ' he was not often said.', says(null)],
    ['has a pronoun three words behind the verb', ' said to all they.', refers(null)],
    ['has no pronoun four words behind the verb', ' said to all that they.', says(null)],
    ['says nothing without a verb', ' and he left.', { name: null, pronoun: false, asked: false, says: false }],
    ['says nothing when it is over', ' at noon. Brenn says so.', NO_NAMING],
    ['says nothing when it is cried out', ' at noon! Brenn says so.', NO_NAMING],
    ['says nothing when it is asked', ' at noon? Brenn says so.', NO_NAMING],
    ['says nothing when it trails off', ' at noon… Brenn says so.', NO_NAMING],
    ['says nothing at the end of its line', ' at noon\nBrenn says so.', NO_NAMING],
    ['says nothing behind a name that ends it', ' in New York. Brenn says so.', NO_NAMING],
    ['says nothing behind capitals that end it', ' in NYC. Brenn says so.', NO_NAMING],
    ['goes on behind a full stop in a number', ' at 7.30 Brenn says.', says('Brenn')],
    ['goes on behind an initial', ' says J. Brenn.', says('J Brenn')],
    ['goes on behind initials', ' says J.R. Brenn.', says('J.R Brenn')],
    ['may say so with the eighth word', ' one two three four five six seven says Brenn', says('Brenn')],
    ['does not say so with the ninth', ' one two three four five six seven eight says Brenn', NO_NAMING],
    ['names people with joined words', ' says Jean-Luc O’Brien of Orrow.', says('Jean-Luc O’Brien')],
    ['names people with small words inside', ' says Ludwig van Beethoven.', says('Ludwig van Beethoven')],
    ['names people with small words inside, before', ' Ludwig van Beethoven says.', says('Ludwig van Beethoven')],
    ['names people without a small word at the end', ' says Ludwig van, who left.', says('Ludwig')],
    ['names nobody with a small word at the head', ' says van Beethoven.', says(null)],
    ['names people without a small word at the head', ' and van Beethoven says.', says('Beethoven')],
    ['does not join names over other words', ' says Brenn of Orrow.', says('Brenn')],
    ['does not join names over other words, before', ' Brenn of Orrow says.', says('Orrow')],
    [
      'names people in six words at most',
      ' says Ann Berta Clara Dora Emma Frida Greta.',
      says('Ann Berta Clara Dora Emma Frida'),
    ],
    [
      'names people in six words at most, before',
      ' Ann Berta Clara Dora Emma Frida Greta says.',
      says('Berta Clara Dora Emma Frida Greta'),
    ],
    ['takes a letter for nobody', ' says J.', says(null)],
    ['takes a letter with a name for somebody', ' says J Brenn.', says('J Brenn')],
    ['takes a word with a capital inside for nobody', ' says eBrenn.', says(null)],
    ['names nobody over two small words', ' Brenn van der says.', says(null)],
    ['names people to its end', ' says Ludwig van', says('Ludwig')],
    ['names people from its beginning', 'van Beethoven says', says('Beethoven')],
    ['asks', ', asked Brenn.', asks('Brenn')],
    ['asks for an interviewer', ', said the reporter.', asks(null)],
    ['asks for an interviewer three words behind', ', said to the reporter.', asks(null)],
    ['says to an interviewer farther off', ', said to all the reporters, reporter.', says(null)],
    ['asks for an interviewer three words before', ' the reporter has often said.', asks(null)],
    ['says beside an interviewer farther off', ' the reporter has not often said.', says(null)],
    ['says according to somebody', ', according to Brenn.', says('Brenn')],
    ['says nothing with “to” alone', ', given to Brenn.', NO_NAMING],
  ])('%s: %s', (_, after, expected) => {
    expect(namingAfter(after)).toEqual(expected);
  });

  it.each(['Mr', 'Mrs', 'Ms', 'Dr', 'St', 'Prof'])('goes on behind the title %s.', (title) => {
    expect(namingAfter(` says ${title}. Brenn.`)).toEqual(says(`${title} Brenn`));
    expect(namingAfter(`${title}. Brenn says.`)).toEqual(says(`${title} Brenn`));
  });

  it.each(['when', 'if', 'was', 'were', 'is', 'are', 'being'])('answers with “%s asked”', (word) => {
    expect(namingAfter(` ${word} asked about it.`)).toEqual(says(null));
  });
});

describe('the sentence before a quotation', () => {
  it.each([
    ['names with the verb nearest to the marks', 'Lund said that Brenn told her: ', says('Brenn')],
    ['names with the last sentence', 'Lund said no. Brenn told everybody: ', says('Brenn')],
    ['names nobody with an earlier sentence', 'Lund said no. It was ', NO_NAMING],
    ['names nobody with a sentence that ends at the mark', 'Brenn said so.', NO_NAMING],
    ['names nobody without a verb', 'It was Brenn with ', NO_NAMING],
    ['names with a label', 'Brenn: ', says('Brenn')],
    ['names with a long label', 'Aldo Maria Anna Brenn: ', says('Aldo Maria Anna Brenn')],
    ['names nobody with a longer label', 'Aldo Maria Anna Berta Brenn: ', NO_NAMING],
    ['names nobody with a label of other words', 'The sign: ', NO_NAMING],
    ['names nobody with a colon alone', ': ', NO_NAMING],
    ['names nobody with a name alone', 'Aldo Brenn ', NO_NAMING],
    ['names with a label behind another sentence', 'It rained. Brenn: ', says('Brenn')],
  ])('%s: %s', (_, before, expected) => {
    expect(namingBefore(before)).toEqual(expected);
  });
});

describe('the languages of attributions', () => {
  it('each say with a verb of their own', () => {
    const verbs = [
      'says',
      'argues',
      'answered',
      'wrote',
      'erklärte',
      'affirme',
      'señala',
      'spiega',
      'acrescenta',
      'vertelde',
      'объяснил',
      'розповів',
      'mówi',
      'fortæller',
    ];
    expect(verbs.map((verb) => namingAfter(`, ${verb} Brenn.`))).toEqual(verbs.map(() => says('Brenn')));
  });

  it('each ask with a verb of their own', () => {
    const verbs = [
      'wondered',
      'fragte',
      'demanda',
      'preguntó',
      'chiese',
      'perguntou',
      'vroeg',
      'спросил',
      'запитав',
      'zapytał',
      'spurte',
    ];
    expect(verbs.map((verb) => namingAfter(`, ${verb} Brenn.`))).toEqual(verbs.map(() => asks('Brenn')));
  });

  it('each have a word for those who ask', () => {
    const words = [
      'journalist',
      'journalistin',
      'journaliste',
      'periodista',
      'giornalista',
      'jornalista',
      'журналист',
      'журналіст',
      'dziennikarz',
    ];
    expect(words.map((word) => namingAfter(`, said the ${word}.`))).toEqual(words.map(() => asks(null)));
  });

  it('each refer with pronouns, which are no names', () => {
    expect(['He', 'Sie', 'Elle', 'Он', 'Вона', 'Hun'].map((word) => namingAfter(` ${word} said.`))).toEqual(
      new Array(6).fill(refers(null)),
    );
  });

  it('each begin sentences with words that are no names', () => {
    const words = ['But', 'Aber', 'Mais', 'Pero', 'Ma', 'Но'];
    expect(words.map((word) => namingBefore(`${word} Brenn said: `))).toEqual(words.map(() => says('Brenn')));
  });

  it('each have words before places, which say nothing', () => {
    const words = ['From', 'Aus', 'Dans', 'Con', 'Из'];
    expect(words.map((word) => namingBefore(`${word} Orrow said: `))).toEqual(words.map(() => says(null)));
  });

  it('each have a phrase for “according to”', () => {
    const phrases = [
      'According to',
      'laut',
      'selon',
      'según',
      'secondo',
      'segundo',
      'volgens',
      'по словам',
      'за словами',
      'według',
      'ifølge',
      'enligt',
    ];
    expect(phrases.map((phrase) => namingBefore(`${phrase} Brenn, `))).toEqual(phrases.map(() => says('Brenn')));
    expect(namingBefore('Brenn zufolge ').says).toBe(true);
    expect(['given to', 'словам', 'словами'].map((phrase) => namingBefore(`${phrase} Brenn, `))).toEqual(
      new Array(3).fill(NO_NAMING),
    );
  });
});
