import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKey } from '../../../src/core/seal/json-keys.ts';

describe('a key that an object has twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"b":{"c":1,"d":2,"c":3}}', 'c'],
    ['[{"a":1},{"b":1,"b":2}]', 'b'],
    ['{"a":{"b":1},"a":2}', 'a'],
    ['{"a":[1,2],"a":2}', 'a'],
    ['{"a" : 1, "a" \t\r\n: 2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"":1,"":2}', ''],
    ['{"a\\"":1,"a\\"":2}', 'a"'],
    ['{"a\\\\":1,"a\\\\":2}', 'a\\'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('is found in %s', (json, key) => expect(duplicateKey(json)).toBe(key));

  it.each([
    '{"a":1,"b":"a"}',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":["a","a"]}',
    '{"a":"\\",\\"a\\":1"}',
    '{"a":"}","b":"]","c":"{"}',
    '["a","a"]',
    '"a"',
    '7',
  ])('is not found in %s', (json) => expect(duplicateKey(json)).toBeNull());

  it('is never found in what a program wrote, and always where one is put', () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    fc.assert(
      fc.property(value, fc.boolean(), (object, spaced) => {
        const json = JSON.stringify(object, null, spaced ? 2 : 0);
        const [key = ''] = Object.keys(object);
        expect(duplicateKey(json)).toBeNull();
        expect(duplicateKey(`{"x":[${json}],${JSON.stringify(key)}:{},${json.slice(1)}`)).toBe(key);
      }),
    );
  });
});
