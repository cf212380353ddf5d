import { describe, expect, it } from 'vitest';
import { decomposed, MAX_UNSORTED, normalise } from '../../../src/core/canon/marks.ts';
import { toNfc } from '../../../src/core/canon/normalise.ts';

describe('NFC of a text', () => {
  it.each([
    ['plain letters', 'plain'],
    ['what is composed already', 'déjà vu, 한국'],
    ['marks that compose with nothing', 'x\u0323\u0301 q\u0301'],
    ['a final without a vowel', '\u1112\u11ab'],
    ['nothing', ''],
  ])('changes nothing in %s', (_, text) => expect(toNfc(text)).toBeNull());

  it('changes only the clusters that compose, and knows where they were', () => {
    const composed = toNfc('a e\u0301b\u0323x \u1112\u1161\u11ab!');
    expect(composed?.text).toBe('a éḅx 한!');
    expect([...(composed?.map.at ?? [])]).toEqual([0, 2, 3, 4, 6, 7]);
    expect([...(composed?.map.from ?? [])]).toEqual([0, 2, 4, 6, 8, 11]);
    expect([...(composed?.map.until ?? [])]).toEqual([0, 4, 6, 0, 11, 0]);
  });

  it('keeps letters beside a cluster out of the change', () => {
    const composed = toNfc('xe\u03015漢\u10fe\u1160\u1176\u11a7\u11c3');
    expect(composed?.text).toBe('xé5漢\u10fe\u1160\u1176\u11a7\u11c3');
    expect([...(composed?.map.from ?? [])]).toEqual([0, 1, 3]);
  });

  it.each([
    ['the first vowel', '\u1112\u1161', '하'],
    ['the last vowel', '\u1112\u1175', '히'],
    ['the first final', '하\u11a8', '학'],
    ['the last final', '하\u11c2', '핳'],
  ])('composes Hangul: %s', (_, jamo, syllable) => expect(toNfc(jamo)?.text).toBe(syllable));

  it('composes marks of two code units', () => {
    const composed = toNfc('x\u{11099}\u{110ba}\u{11099}');
    expect(composed?.text).toBe('x\u{1109a}\u{11099}');
    expect([...(composed?.map.from ?? [])]).toEqual([0, 1, 5]);
  });

  it('composes wherever in a long text', () => {
    const far = 'so it goes, '.repeat(50);
    expect(toNfc(`${far}e\u0301${far}${far}e\u0301`)?.text).toBe(`${far}é${far}${far}é`);
  });

  it('leaves code points alone that Unicode 15.0 does not know, and composes nothing across them', () => {
    const newer = '\u{16d67}\u{16d67}';
    expect(toNfc(newer)).toBeNull();
    expect(toNfc(`e${newer}\u0301`)).toBeNull();
    expect(toNfc(`e\u0301${newer}e\u0301x`)?.text).toBe(`é${newer}éx`);
    expect(toNfc('\u{105d2}\u0307')).toBeNull();
    expect(toNfc('\u{105d2}\u0301\u0323')?.text).toBe('\u{105d2}\u0323\u0301');
    expect(toNfc('e\u0301\u{105d2}\u0307')?.text).toBe('é\u{105d2}\u0307');
  });
});

describe('very many marks', () => {
  const marks = ['\u0301', '\u0323', '\u0344', '\u0345', '\u0334', '\u05b0', '\u093c', '\u0f73', '\u{1d165}', '\u302a'];

  it.each([MAX_UNSORTED / 2, MAX_UNSORTED, 700])('come out as NFC has them: %i', (count) => {
    let text = 'ḍ';
    for (let i = 0; i < count; i++) text += marks[(i * i + (i >> 3)) % marks.length];
    expect(decomposed(text)).toBe(text.normalize('NFD'));
    expect(normalise(text)).toBe(text.normalize('NFC'));
    expect(normalise(`${text}\u1100\u1161${text}`)).toBe(`${text}\u1100\u1161${text}`.normalize('NFC'));
  });

  it('of every class come out as NFC has them', () => {
    let text = 'q';
    for (let round = 0; round < 3; round++) {
      for (let code = 0x8ff; code >= 0x300; code--) {
        const one = String.fromCharCode(code);
        if (/\p{M}/u.test(one)) text += one;
      }
    }
    expect(decomposed(text)).toBe(text.normalize('NFD'));
    expect(normalise(text)).toBe(text.normalize('NFC'));
  });

  it('keep their order where it tells something', () => {
    const text = `a${'\u0308\u0301'.repeat(200)}`;
    expect(normalise(text)).toBe(`ä${'\u0301'}${'\u0308\u0301'.repeat(199)}`);
  });
});
