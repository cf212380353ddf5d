import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CANONICAL_FORM,
  canonicalise,
  digestTokens,
  parseSerialisation,
  serialise,
} from '../../../src/core/canon/index.ts';
import { Refusal } from '../../../src/core/refusal.ts';

const token = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[ \n]/.test(text));
const tokens = fc.array(token, { maxLength: 12 });

describe('the serialisation', () => {
  it('is the name of the form, the tokens and two line ends', () => {
    expect(serialise(['oh', ',', 'yes'])).toBe('verbatim-text/1\noh , yes\n');
    expect(serialise(new Set(['a', 'b']))).toBe('verbatim-text/1\na b\n');
    expect(serialise([])).toBe('verbatim-text/1\n\n');
  });

  it('gives the tokens back', () => {
    fc.assert(
      fc.property(tokens, (row) => {
        expect(parseSerialisation(serialise(row))).toEqual(row);
      }),
    );
  });

  it('is never the same for two sequences', () => {
    fc.assert(
      fc.property(tokens, tokens, (one, other) => {
        expect(serialise(one) === serialise(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it.each([
    ['nothing', '', 'the first line is not verbatim-text/1'],
    ['another form', 'verbatim-text/2\na\n', 'the first line is not verbatim-text/1'],
    ['no line end', 'verbatim-text/1\na', 'a canonical form has two lines'],
    ['the first line alone', 'verbatim-text/1\n', 'a canonical form has two lines'],
    ['three lines', 'verbatim-text/1\na\nb\n', 'a canonical form has two lines'],
    ['two spaces', 'verbatim-text/1\na  b\n', 'an empty token'],
    ['a space at the end', 'verbatim-text/1\na \n', 'an empty token'],
  ])('is refused as damaged: %s', (_, text, detail) => {
    expect(() => parseSerialisation(text)).toThrow(new Refusal('damaged', detail));
  });
});

describe('the digest', () => {
  it('is the SHA-256 of the serialisation in UTF-8', () => {
    const bytes = Buffer.from('verbatim-text/1\nДа , пора .\n');
    expect(digestTokens(['Да', ',', 'пора', '.'])).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('of a range is that of the tokens in it', () => {
    expect(digestTokens(['a', 'b', 'c'], 1, 2)).toBe(digestTokens(['b']));
    expect(digestTokens(['a', 'b', 'c'], 1)).toBe(digestTokens(['b', 'c']));
  });

  it.each(['\ud800', 'a\udc00', '\udc00\ud800'])('refuses half a surrogate pair, which has no UTF-8', (half) => {
    expect(() => digestTokens([half])).toThrow(new Refusal('not-text', 'half a surrogate pair'));
  });

  it('is part of what canonicalise gives', () => {
    const { form, tokens: found, digest } = canonicalise(['Oh, yes.', 'No.']);
    expect(form).toBe(CANONICAL_FORM);
    expect(found).toEqual(['Oh', ',', 'yes', '.', 'No', '.']);
    expect(digest).toBe(digestTokens(found));
  });
});
