/** Speech that is set with dashes, and the narrator's words that are cut out of it. */
import { describe, expect, it } from 'vitest';
import { closedAsides } from '../../../src/core/quote/asides.ts';
import { dialogueQuotations } from '../../../src/core/quote/dialogue.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

const SECOND = '—Bueno.';

/** The speech of a first paragraph, in an article that has another one. */
function speechOf(first: Partial<Block> & { readonly text: string }): readonly string[] {
  return dialogueQuotations(documentOf(first, SECOND))
    .slice(0, -1)
    .map(({ offset, endOffset }) => first.text.slice(offset, endOffset).trim());
}

describe('a line of dialogue', () => {
  it('has its speech in its place', () => {
    expect(dialogueQuotations(documentOf('Era tarde.', '—No —dijo Ana—. Ya.', SECOND))).toEqual(
      [
        [1, 1, 3],
        [1, 16, 19],
        [2, 1, 7],
      ].map(([block, start, end]) => ({
        stretches: [{ block, start, end }],
        block,
        offset: start,
        endBlock: block,
        endOffset: end,
      })),
    );
  });

  it.each(['— No', '– No', '―No', ' — No', '—¿No', '—¡No', '—«No', '—“No', '—"No', '—(No', '—…No', '—7 No'])(
    'begins with a dash: %s',
    (text) => {
      expect(speechOf({ text })).toEqual([text.replace(/^\s*[—–―]\s*/, '')]);
    },
  );

  it.each<Partial<Block> & { readonly text: string }>([
    { text: '- No' },
    { text: '—, no' },
    { text: 'Y —no' },
    { text: '—No', kind: 'list-item' },
    { text: '—No', setOff: { by: 'aside' } },
  ])('is not %j', (block) => {
    expect(dialogueQuotations(documentOf(block, SECOND))).toEqual([]);
  });

  it('is not a dash that stands alone in its article', () => {
    expect(dialogueQuotations(documentOf('—No.', 'Era tarde.'))).toEqual([]);
  });
});

describe('the narrator’s words', () => {
  const x = (count: number) => 'x'.repeat(count);

  it.each([
    ['stand between dashes', '—No —dijo Ana— ya.', ['No', 'ya.']],
    ['stand between dashes, with a space behind', '— No — dijo Ana — ya.', ['No', 'ya.']],
    ['stand between dashes, twice', '—No —dijo Ana—. Ya —dijo Luis—. Sí.', ['No', 'Ya', 'Sí.']],
    ['stand between dashes, at once', '—No —dijo Ana— —dijo Luis— ya.', ['No', 'ya.']],
    ['ask', '—¿No? —preguntó Ana—, ya.', ['¿No?', 'ya.']],
    ['are 200 letters at most between dashes', `—No —dijo ${x(195)}— ya.`, ['No', 'ya.']],
    ['go on to the end', '—No —dijo Ana.', ['No']],
    ['are 200 letters at most to the end', `—No —dijo ${x(195)}`, ['No']],
    ['stand behind a comma', '— Non, dit Anne. Oui.', ['Non', 'Oui.']],
    ['stand between commas', '— Non, dit Anne, jamais.', ['Non', 'jamais.']],
    ['stand behind a comma, to the end', '— Non, dit Anne', ['Non']],
    ['stand behind a comma, with a hyphen', '— Non, répond-elle. Oui.', ['Non', 'Oui.']],
    ['stand behind a cry', '— Non! dit Anne. Oui.', ['Non', 'Oui.']],
    ['stand behind a question', '— Non? demanda Anne. Oui.', ['Non', 'Oui.']],
    ['stand behind dots', '— Non… dit Anne. Oui.', ['Non', 'Oui.']],
    ['are 80 letters at most behind a comma', `— Non, dit ${x(76)}. Oui.`, ['Non', 'Oui.']],
    ['hold dashes behind a comma', '—No, dijo Ana —dijo Luis— ya.', ['No']],
    ['leave nothing where no word follows', '—No —dijo Ana—. … 12.', ['No']],
  ])('%s: %s', (_, text, speech) => {
    expect(speechOf({ text })).toEqual(speech);
  });

  it.each([
    ['no verb of saying', '—No —nunca— ya.'],
    ['no small letter', '—No —Dijo Ana— ya.'],
    ['no space before the dash', '—No—dijo Ana— ya.'],
    ['201 letters between dashes', `—No —dijo ${x(196)}— ya.`],
    ['201 letters to the end', `—No —dijo ${x(196)}`],
    ['no verb of saying behind a comma', '— Non, jamais Anne. Oui.'],
    ['no space behind a comma', '— Non,dit Anne. Oui.'],
    ['a capital behind a comma', '— Non, Dit Anne. Oui.'],
    ['81 letters behind a comma', `— Non, dit ${x(77)}. Oui.`],
    ['no comma or full stop behind', '— Non, dit Anne ! Oui.'],
  ])('have not %s: %s', (_, text) => {
    expect(speechOf({ text })).toEqual([text.replace(/^—\s*/, '')]);
  });

  it('interrupt words between marks only between two dashes', () => {
    expect(closedAsides('Да, — сказал он. — Нет, сказал он, — спросил он')).toEqual([{ start: 3, end: 18 }]);
  });
});
