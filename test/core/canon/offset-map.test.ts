import { describe, expect, it } from 'vitest';
import { mapBack, Rewriting } from '../../../src/core/canon/offset-map.ts';

/** `office` with a soft hyphen and a ligature: `of`, dropped, `fi`, `ce`. */
function office() {
  const out = new Rewriting('of\u00adﬁce');
  out.copy(0, 2);
  out.replace('', 2, 3);
  out.copy(3, 3);
  out.replace('fi', 3, 4);
  out.copy(4, 6);
  return out.build();
}

describe('a rewritten text', () => {
  it('is its pieces, and nothing is kept of what was dropped', () => {
    const { text, map } = office();
    expect(text).toBe('office');
    expect([...map.at]).toEqual([0, 2, 4]);
    expect([...map.from]).toEqual([0, 3, 4]);
    expect([...map.until]).toEqual([0, 4, 0]);
  });

  it.each([
    ['all', 0, 6, 0, 6],
    ['in a copied piece', 1, 2, 1, 2],
    ['in a copied piece behind a changed one', 5, 6, 5, 6],
    ['the first half of a changed piece stands for the whole', 2, 3, 3, 4],
    ['its second half too', 3, 4, 3, 4],
    ['from a copied piece into a changed one', 1, 3, 1, 4],
    ['from a changed piece into a copied one', 3, 5, 3, 5],
    ['over what was dropped', 0, 3, 0, 4],
  ])('leads back to its source: %s', (_, start, end, from, until) => {
    const [starts, ends] = [Uint32Array.of(start), Uint32Array.of(end)];
    mapBack(office().map, starts, ends);
    expect([...starts, ...ends]).toEqual([from, until]);
  });

  it('leads back span by span, where several share one changed piece too', () => {
    const [starts, ends] = [Uint32Array.of(0, 2, 3, 4), Uint32Array.of(2, 3, 4, 6)];
    mapBack(office().map, starts, ends);
    expect([...starts]).toEqual([0, 3, 3, 4]);
    expect([...ends]).toEqual([2, 4, 4, 6]);
  });
});
