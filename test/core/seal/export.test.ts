import { describe, expect, it } from 'vitest';
import { BAG_DECLARATION, toBagitManifest, toSha256sum } from '../../../src/core/seal/export.ts';
import { hash } from './sample.ts';

const HASH = hash('x');
const some = (...paths: string[]) => paths.map((path) => ({ path, sha256: HASH }));

describe('the list for sha256sum', () => {
  it.each([
    ['a plain name', 'talks/a b.txt', `${HASH}  talks/a b.txt\n`],
    ['a backslash', 'a\\b', `\\${HASH}  a\\\\b\n`],
    ['a line feed', 'a\nb', `\\${HASH}  a\\nb\n`],
    ['a carriage return', 'a\rb', `\\${HASH}  a\\rb\n`],
    ['each of them, and again', '\\\n\r\\\n\r', `\\${HASH}  \\\\\\n\\r\\\\\\n\\r\n`],
    ['signs that are nothing to it', ' *%"\t', `${HASH}   *%"\t\n`],
  ])('spells %s as coreutils does', (_, path, line) => expect(toSha256sum(some(path))).toBe(line));

  it('has one line for each file, in their order', () => {
    expect(toSha256sum(some('b', 'a'))).toBe(`${HASH}  b\n${HASH}  a\n`);
    expect(toSha256sum([])).toBe('');
  });
});

describe('a bag', () => {
  it('declares itself as RFC 8493 spells it', () => {
    expect(BAG_DECLARATION).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  it.each([
    ['a plain name', 'talks/a b.txt', 'data/talks/a b.txt'],
    ['a percent sign', '100%/%0A', 'data/100%25/%250A'],
    ['a line feed', 'a\nb\n', 'data/a%0Ab%0A'],
    ['a carriage return', 'a\r\nb', 'data/a%0D%0Ab'],
    ['a backslash', 'a\\b', 'data/a\\b'],
  ])('names a file under data/: %s', (_, path, name) => {
    expect(toBagitManifest(some(path))).toBe(`${HASH}  ${name}\n`);
  });

  it('has one line for each file, in their order', () => {
    expect(toBagitManifest(some('b', 'a'))).toBe(`${HASH}  data/b\n${HASH}  data/a\n`);
    expect(toBagitManifest([])).toBe('');
  });
});
