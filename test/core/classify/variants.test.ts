import { describe, expect, it } from 'vitest';
import { classified } from './classified.ts';

const FERRY =
  'The ferry left the harbour before the storm reached the outer islands, and nobody on board knew how long the crossing would take that night.';
const LAMPS = 'We counted the lamps along the quay until the fog had swallowed every one of them (*) and then we sang.';
const LEDGER = 'My brother kept the old ledgers in the cellar because paper burns slowly when it is packed tight.';
const EAVES = 'Swallows nested under the eaves of the customs house until the painters came with their ladders?';
const PAPER = LEDGER.replace('.', '!');
const RIVER = 'We sold the boat and then walked home along the river, and nobody asked us where the money was…';
const BOAT = 'We sold the boat. Then we walked home along the river. Nobody asked us where the money was. It rained.';

/** An edit: the words `from` of `text` put as `to`. */
function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, text);
}

/** The tokens of a text, a space between each two. */
const spaced = (text: string): string => text.replace(/[.,!?…]/gu, ' $&');

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
    ['the first word changed', ['The ferry', 'One ferry'], 'substitution: The → One'],
    ['the last word changed', ['night.', 'evening.'], 'substitution: night → evening'],
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

  it('part changed words from all the signs around them', async () => {
    const quoted = edited(FERRY, ['islands, and', '("rocks"); and']);
    expect((await classified(FERRY, quoted)).variants).toEqual([
      'addition: → ( "',
      'substitution: islands → rocks',
      'substitution: , → " ) ;',
    ]);
    expect((await classified(quoted, FERRY)).variants).toEqual([
      'omission: ( " →',
      'substitution: rocks → islands',
      'substitution: " ) ; → ,',
    ]);
  });

  it('are the signs alone, where all signs around a word changed', async () => {
    const sealed = edited(FERRY, ['ferry left the', 'ferry / / / / left ; ; ; ; the']);
    const resigned = edited(sealed, ['/ / / / left ; ; ; ;', ': : : : left ! ! ! !']);
    expect((await classified(sealed, resigned)).variants).toEqual([
      'substitution: / / / / → : : : :',
      'substitution: ; ; ; ; → ! ! ! !',
    ]);
    expect((await classified(sealed, edited(resigned, ['left', 'Left']))).variants).toEqual([
      'substitution: / / / / → : : : :',
      'substitution: left → Left',
      'substitution: ; ; ; ; → ! ! ! !',
    ]);
  });

  it('take what was put in first for that which was left out, where a block ends between', async () => {
    const { variants } = await classified(FERRY, edited(FERRY, ['and nobody', 'or so\n\nwe heard nobody']));
    expect(variants).toEqual(['substitution: and → or so', 'addition: → we heard']);
  });

  it('part what was left out at the end of one passage and at the beginning of the next', async () => {
    const copy = `${edited(FERRY, [' that night.', ''])}\n\n${edited(LEDGER, ['My brother', 'brother'])}`;
    expect((await classified(`${FERRY}\n\n${LEDGER}`, copy)).variants).toEqual([
      'omission: that night . →',
      'omission: My →',
    ]);
  });

  it('stand at their passage where passages changed places', async () => {
    const sealed = `${FERRY}\n\n${LEDGER}`;
    const cut = `${edited(LEDGER, ['My brother', 'brother'])}\n\n${edited(FERRY, ['harbour', 'village'])}`;
    expect((await classified(sealed, cut)).variants).toEqual(['omission: My →', 'substitution: harbour → village']);
    const changed = `${edited(LEDGER, ['tight.', 'loose.'])}\n\n${edited(FERRY, ['The ferry', 'One ferry'])}`;
    expect((await classified(sealed, changed)).variants).toEqual([
      'substitution: tight → loose',
      'substitution: The → One',
    ]);
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
    ['put for a word', ['fog', '(*)'], ['omission: fog →', 'mark-added: → ( * )']],
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

  it('is known by its words, not by its letters', async () => {
    const sealed = edited(LAMPS, ['fog', '[cross talk] fog']);
    expect((await classified(sealed, edited(sealed, ['sang', '[crosstalk] sang']))).variants).toEqual([
      'addition: → [ crosstalk ]',
    ]);
  });

  it('is one beside another', async () => {
    const sealed = edited(LAMPS, ['(*)', '(*) [inaudible]']);
    expect((await classified(sealed, edited(sealed, [' (*) [inaudible]', '']))).variants).toEqual([
      'mark-removed: ( * ) →',
      'mark-removed: [ inaudible ] →',
    ]);
    expect((await classified(sealed, edited(sealed, ['(*) [inaudible]', 'but two']))).variants).toEqual([
      'mark-filled: ( * ) → but two',
      'mark-removed: [ inaudible ] →',
    ]);
  });

  it('is found in each of several passages', async () => {
    const sealed = `Ida: ${LAMPS}\n\nQ: ${LEDGER}\n\nIda: ${edited(FERRY, ['storm', '(*) storm'])}`;
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

  it('are near where one word stands sixteen words from its place, and not farther', async () => {
    const sixteen = edited(FERRY, [' board', ''], ['The', 'board The']);
    expect((await classified(FERRY, sixteen)).variants).toEqual(['transposition: board → board']);
    const seventeen = edited(FERRY, [' knew', ''], ['The', 'knew The']);
    expect((await classified(FERRY, seventeen)).variants).toEqual(['addition: → knew', 'omission: knew →']);
  });

  it.each([
    [
      'which another took the place of',
      ['left the harbour', 'quit the left harbour'],
      ['substitution: left → quit', 'addition: → left'],
    ],
    [
      'which took the place of another',
      ['left the harbour', 'the left'],
      ['omission: left →', 'substitution: harbour → left'],
    ],
  ] as const)('are not a single word %s', async (_, edit, variants) => {
    expect((await classified(FERRY, edited(FERRY, edit))).variants).toEqual(variants);
  });

  it('leave out the words whose place they took', async () => {
    const copy = edited(FERRY, ['how long ', ''], ['left the harbour', 'how long harbour']);
    expect((await classified(FERRY, copy)).variants).toEqual([
      'transposition: how long → how long',
      'omission: left the →',
    ]);
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

  it('are one with what was changed in them', async () => {
    const { variants } = await classified(`${FERRY} ${PAPER}`, `${edited(PAPER, ['cellar', 'attic'])} ${FERRY}`);
    const [sealed, copy] = [spaced(PAPER), edited(spaced(PAPER), ['cellar', 'attic'])];
    expect(variants).toEqual([`transposition: ${sealed} → ${copy}`, 'substitution: cellar → attic']);
  });

  it.each([
    ['stand in another order', [FERRY, EAVES, PAPER], [PAPER, EAVES, FERRY], [PAPER, EAVES]],
    ['stand apart', [FERRY, RIVER, PAPER, EAVES], [PAPER, FERRY, EAVES, RIVER], [PAPER, EAVES]],
  ])('are several where they %s', async (_, sealed, copy, moved) => {
    const { variants } = await classified(sealed.join(' '), copy.join(' '));
    expect(variants).toEqual(moved.map((text) => `transposition: ${spaced(text)} → ${spaced(text)}`));
  });

  it('come before what was left out at the place to which they went', async () => {
    const { variants } = await classified(`${PAPER} ${FERRY} It rained`, `${FERRY} ${PAPER}`);
    expect(variants).toEqual([`transposition: ${spaced(PAPER)} → ${spaced(PAPER)}`, 'omission: It rained →']);
  });

  it('may stand among another passage’s words with their signs', async () => {
    const part = 'before the storm reached the outer islands, and nobody on board';
    const copy = edited(`${FERRY}\n\n${LEDGER}`, [`${part} `, ''], ['because', `${part} because`]);
    const { variants } = await classified(`${FERRY}\n\n${LEDGER}`, copy);
    expect(variants).toEqual([`transposition: ${spaced(part)} → ${spaced(part)}`]);
  });

  it('may stand among another passage’s words', async () => {
    const tail = 'and nobody on board knew how long the crossing would take that night';
    const copy = edited(`${FERRY}\n\n${LEDGER}`, [`, ${tail}`, ''], ['because', `because ${tail}`]);
    const { variants } = await classified(`${FERRY}\n\n${LEDGER}`, copy);
    expect(variants).toEqual(['omission: , →', `transposition: ${tail} → ${tail}`]);
  });
});
