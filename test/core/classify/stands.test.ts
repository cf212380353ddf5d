import { describe, expect, it } from 'vitest';
import { classified } from './classified.ts';

const FERRY =
  'The ferry left the harbour before the storm reached the outer islands, and nobody on board knew how long the crossing would take that night.';
const LEDGER = 'My brother kept the old ledgers in the cellar because paper burns slowly when it is packed tight.';
const LAMPS = 'We counted the lamps along the quay until the fog had swallowed every one of them.';

const joined = (...blocks: readonly string[]): string => blocks.join('\n\n');
const asked = (text: string): string => `Q: ${text}`;
const told = (text: string): string => `Ida: ${text}`;
const interview = [asked('Was it cold?'), told(FERRY), asked('And after?'), told(LEDGER)] as const;

const passagesOf = (stands: readonly { readonly passage: number }[]) => stands.map(({ passage }) => passage);

describe('where passages stand', () => {
  it('is in order in a faithful copy', async () => {
    const { stands, wordsOf } = await classified(joined(FERRY, LEDGER), joined(FERRY, LEDGER));
    expect(passagesOf(stands.main)).toEqual([0, 1]);
    expect(wordsOf(stands.main[0]!)).toMatch(/^The ferry .* night \.$/);
    expect(wordsOf(stands.main[1]!)).toMatch(/^My brother .* tight \.$/);
    expect(stands).toMatchObject({ scattered: [], omitted: [] });
    expect(stands.moved.size).toBe(0);
  });

  it('is from the first agreeing word to the last', async () => {
    const copy = joined(`Yes, ${FERRY} So be it`, LEDGER);
    const { stands, wordsOf } = await classified(joined(FERRY, LEDGER), copy);
    expect(wordsOf(stands.main[0]!)).toMatch(/^The ferry .* night \.$/);
    expect(stands.main[0]!.agreeing).toBe(stands.main[0]!.to - stands.main[0]!.from);
  });

  it('counts only the words that agree', async () => {
    const { stands } = await classified(FERRY, FERRY.replace('harbour', 'village'));
    expect(stands.main[0]!.agreeing).toBe(stands.main[0]!.to - stands.main[0]!.from - 1);
  });

  it('is not parted by what stands between', async () => {
    const page = joined(FERRY.slice(0, 71), '# Advertisement', FERRY.slice(71));
    const { stands } = await classified(FERRY, page, 'page.md');
    expect(passagesOf(stands.main)).toEqual([0]);
    expect(stands.scattered).toEqual([]);
  });

  it('is nowhere for what was left out', async () => {
    const { stands } = await classified(joined(FERRY, LAMPS, LEDGER), joined(FERRY, LEDGER));
    expect(stands.omitted).toEqual([1]);
    expect(passagesOf(stands.main)).toEqual([0, 2]);
  });

  it('is where most of a passage stands, the rest being scattered', async () => {
    const copy = joined(FERRY.slice(0, 71), LEDGER, FERRY.slice(71));
    const { stands, wordsOf } = await classified(joined(FERRY, LEDGER), copy);
    expect(stands.main.map(wordsOf)).toEqual([
      expect.stringMatching(/^My brother/),
      expect.stringMatching(/^and nobody/),
    ]);
    expect(stands.scattered.map(wordsOf)).toEqual([expect.stringMatching(/^The ferry .* islands ,$/)]);
  });
});

describe('a passage among whose words others stand', () => {
  it('stands in one piece around a few of another passage, which are scattered', async () => {
    const part = 'nobody on board knew how long the crossing would take';
    const copy = joined(FERRY.replace(`${part} `, ''), LEDGER.replace('because', `${part} because`));
    const { stands, wordsOf } = await classified(joined(FERRY, LEDGER), copy);
    expect(stands.main.map(({ passage, agreeing }) => [passage, agreeing])).toEqual([
      [0, 27 - 10],
      [1, 19],
    ]);
    expect(wordsOf(stands.main[1]!)).toBe(LEDGER.replace('because', `${part} because`).replace('.', ' .'));
    expect(stands.scattered.map(wordsOf)).toEqual([part]);
  });

  it('stands in two pieces around most of another passage', async () => {
    const [start, end] = [FERRY.slice(0, 71), FERRY.slice(71)];
    const paper = LEDGER.replace('.', '!');
    const { stands, wordsOf } = await classified(joined(FERRY, paper), `${start} ${paper} ${end}`);
    expect(passagesOf(stands.main)).toEqual([1, 0]);
    expect(wordsOf(stands.main[0]!)).toBe(paper.replace('!', ' !'));
  });
});

describe('passages that changed places', () => {
  it('are the fewest words that explain it', async () => {
    const { stands } = await classified(joined(FERRY, LAMPS, LEDGER), joined(LEDGER, FERRY, LAMPS));
    expect([...stands.moved]).toEqual([2]);
  });

  it('are all but the longest where the order is turned about', async () => {
    const { stands } = await classified(joined(FERRY, LAMPS, LEDGER), joined(LEDGER, LAMPS, FERRY));
    expect([...stands.moved]).toEqual([2, 1]);
  });

  it('are the answers, where answers changed places', async () => {
    const [first, one, second, two] = interview;
    const { stands } = await classified(joined(...interview), joined(first, two, second, one));
    expect([...stands.moved]).toEqual([3, 1]);
  });

  it('are the answers, however short the question that an answer now stands before', async () => {
    const [first, one, second, two] = interview;
    const { stands } = await classified(joined(...interview), joined(one, first, second, two));
    expect([...stands.moved]).toEqual([1]);
  });

  it('are none where only a title stands elsewhere', async () => {
    const title = 'The night crossing of the mail ferry';
    const copy = joined(...interview, `# ${title}`);
    const { stands } = await classified(joined(`# ${title}`, ...interview), copy, 'page.md');
    expect(stands.moved.size).toBe(0);
  });
});
