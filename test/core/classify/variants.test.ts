import { describe, expect, it } from 'vitest';
import { classified } from './classified.ts';

const FERRY =
  'The ferry left the harbour before the storm reached the outer islands, and nobody on board knew how long the crossing would take that night.';
const LAMPS = 'We counted the lamps along the quay until the fog had swallowed every one of them (*) and then we sang.';
const LEDGER = 'My brother kept the old ledgers in the cellar because paper burns slowly when it is packed tight.';
const BOAT = 'We sold the boat. Then we walked home along the river. Nobody asked us where the money was. It rained.';

/** An edit: the words `from` of `text` put as `to`. */
function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, text);
}

describe('the variants of a copy', () => {
  it('are none where only the setting differs', async () => {
    const reset = edited(FERRY, [' before ', '\n before  '], ['islands, ', 'islands,\n\n']);
    expect((await classified(FERRY, reset)).variants).toEqual([]);
  });

  it.each([
    ['one word for another', ['harbour', 'village'], 'substitution: harbour → village'],
    [
      'several words for several',
      ['reached the outer', 'came to far'],
      'substitution: reached the outer → came to far',
    ],
    ['a word left out', ['outer ', ''], 'omission: outer →'],
    ['the first word left out', ['The ferry', 'ferry'], 'omission: The →'],
    ['the last word left out', [' night.', '.'], 'omission: night →'],
    ['a word put in', ['storm', 'great storm'], 'addition: → great'],
    ['words put in before the first', ['The ferry', 'Oh yes The ferry'], 'addition: → Oh yes'],
    ['words put in behind the last', ['night.', 'night. Indeed'], 'addition: → Indeed'],
    ['words put in with their signs', ['storm', 'storm, we heard,'], 'addition: → , we heard ,'],
    ['another sign', ['islands,', 'islands;'], 'substitution: , → ;'],
    ['another capital', ['The ferry', 'the ferry'], 'case: The → the'],
  ] as const)('are %s', async (_, edit, variant) => {
    expect((await classified(FERRY, edited(FERRY, edit))).variants).toEqual([variant]);
  });

  it('part a word and the sign behind it that both changed', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['islands, and', 'rocks; and']));
    expect(variants).toEqual(['substitution: islands → rocks', 'substitution: , → ;']);
  });

  it('part a word and the sign before it that both changed', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['islands, and', 'islands; but']));
    expect(variants).toEqual(['substitution: , → ;', 'substitution: and → but']);
  });

  it('part a changed word and a sign that only one of the texts has', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['outer islands,', 'outer (rocks,']));
    expect(variants).toEqual(['addition: → (', 'substitution: islands → rocks']);
  });

  it('keep signs between two changed words with them', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['islands, and', 'rocks; or']));
    expect(variants).toEqual(['substitution: islands , and → rocks ; or']);
  });

  it('part what was put in at the end of one block and at the beginning of the next', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['islands, and', 'islands, or so\n\nwe heard, and']));
    expect(variants).toEqual(['addition: → or so', 'addition: → we heard ,']);
  });

  it('come in the order of the copy', async () => {
    const copy = edited(FERRY, ['The', 'the'], ['storm', 'great storm'], ['outer ', ''], ['night', 'evening']);
    const { variants } = await classified(FERRY, copy);
    expect(variants).toEqual([
      'case: The → the',
      'addition: → great',
      'omission: outer →',
      'substitution: night → evening',
    ]);
  });

  it('leave out passages that are missing as a whole', async () => {
    expect((await classified(`${FERRY}\n\n${LEDGER}`, FERRY)).variants).toEqual([]);
  });
});

describe('a mark', () => {
  it.each([
    ['removed', [' (*)', ''], ['mark-removed: ( * ) →']],
    ['removed in part', ['(*)', '('], ['mark-removed: * ) →']],
    ['filled with words', ['(*)', 'but two'], ['mark-filled: ( * ) → but two']],
    ['filled, and the word behind it left out', ['(*) and', 'alas'], ['mark-filled: ( * ) → alas', 'omission: and →']],
    [
      'removed, and the word before it changed',
      ['them (*)', 'us'],
      ['substitution: them → us', 'mark-removed: ( * ) →'],
    ],
    ['replaced by dots, which fill nothing', ['(*)', '…'], ['mark-removed: ( * ) →', 'addition: → …']],
    ['added that the transcript uses', ['we sang', '(*) we sang'], ['mark-added: → ( * )']],
    ['added that it does not use', ['we sang', '[cut] we sang'], ['addition: → [ cut ]']],
  ] as const)('is %s', async (_, edit, variants) => {
    expect((await classified(LAMPS, edited(LAMPS, edit))).variants).toEqual(variants);
  });

  it('is known in capitals and in small letters', async () => {
    const sealed = edited(LAMPS, ['fog', '[Inaudible] fog']);
    expect((await classified(sealed, edited(sealed, ['sang', '[inaudible] sang']))).variants).toEqual([
      'mark-added: → [ inaudible ]',
    ]);
  });

  it('is found in each of several passages', async () => {
    const sealed = `${LAMPS}\n\n${LEDGER}\n\n${edited(FERRY, ['storm', '(*) storm'])}`;
    expect((await classified(sealed, sealed.replaceAll('(*) ', ''))).variants).toEqual([
      'mark-removed: ( * ) →',
      'mark-removed: ( * ) →',
    ]);
  });
});

describe('words that moved', () => {
  it.each([
    ['two words', edited(FERRY, [' that night', ''], ['The', 'that night The']), 'that night'],
    ['words and their signs', edited(FERRY, [', and nobody', ''], ['ferry', 'ferry, and nobody']), ', and nobody'],
    ['one word, not far', edited(FERRY, ['nobody on board', 'on board nobody']), 'nobody'],
  ])('are one transposition: %s', async (_, copy, words) => {
    expect((await classified(FERRY, copy)).variants).toEqual([`transposition: ${words} → ${words}`]);
  });

  it('may have changed their capitals on the way', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, [' that night', ''], ['The', 'That night the']));
    expect(variants).toEqual(['transposition: that night → That night', 'case: The → the']);
  });

  it('may have gone to another passage', async () => {
    const copy = edited(`${FERRY}\n\n${LEDGER}`, [' knew how long', ''], ['because', 'because knew how long']);
    const { variants } = await classified(`${FERRY}\n\n${LEDGER}`, copy);
    expect(variants).toEqual(['transposition: knew how long → knew how long']);
  });

  it('leave what stands in their old place as an addition', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['how long', 'why'], ['left', 'how long left']));
    expect(variants).toEqual(['transposition: how long → how long', 'addition: → why']);
  });

  it('moved once, even if they came twice', async () => {
    const { variants } = await classified(
      FERRY,
      edited(FERRY, ['how long ', ''], ['The ferry', 'how long The how long ferry']),
    );
    expect(variants).toContain('transposition: how long → how long');
    expect(variants.filter((variant) => variant.startsWith('transposition'))).toHaveLength(1);
  });

  it('are left out and put in, where one word comes back far away', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['left ', ''], ['the crossing', 'left the crossing']));
    expect(variants).toEqual(['omission: left →', 'addition: → left']);
  });

  it('are left out and put in, where one word comes back in another passage', async () => {
    const copy = edited(`${FERRY}\n\n${LEDGER}`, [' night', ''], ['My', 'Night my']);
    expect((await classified(`${FERRY}\n\n${LEDGER}`, copy)).variants).toEqual([
      'omission: night →',
      'addition: → Night',
      'case: My → my',
    ]);
  });

  it('are each other’s substitutions, where two single words changed places', async () => {
    const copy = edited(FERRY, ['ferry left', 'storm left'], ['the storm', 'the ferry']);
    expect((await classified(FERRY, copy)).variants).toEqual([
      'substitution: ferry → storm',
      'substitution: storm → ferry',
    ]);
  });

  it('may be whole sentences', async () => {
    const copy = edited(BOAT, ['We sold the boat. ', ''], ['river. ', 'river. We sold the boat. ']);
    expect((await classified(BOAT, copy)).variants).toEqual(['transposition: We sold the boat . → We sold the boat .']);
  });

  it('are the fewest whose removal leaves the rest in order', async () => {
    const tail = 'and nobody on board knew how long the crossing would take that night';
    const copy = edited(FERRY, [`, ${tail}`, ''], ['The ferry left', `${tail}, the ferry left`]);
    const { variants } = await classified(FERRY, copy);
    expect(variants.filter((variant) => variant.startsWith('transposition'))).toHaveLength(1);
  });

  it('may stand among another passage’s words', async () => {
    const tail = 'and nobody on board knew how long the crossing would take that night';
    const copy = edited(`${FERRY}\n\n${LEDGER}`, [`, ${tail}`, ''], ['because', `because ${tail}`]);
    const { variants } = await classified(`${FERRY}\n\n${LEDGER}`, copy);
    expect(variants).toContain(`transposition: ${tail} → ${tail}`);
  });
});
