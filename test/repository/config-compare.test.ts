/** What a pull request would loosen is named field by field; what it makes stricter is not. */
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/repository/config.ts';
import { loosenings } from '../../src/repository/config-compare.ts';
import { parseConfig } from '../../src/repository/config-parse.ts';

function config(fields: object): Config {
  const parsed = parseConfig(JSON.stringify(fields));
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}

const BOTH = { article: 'b.md', transcripts: ['texts/b.txt', 'texts/c.txt'] };

describe('a looser configuration', () => {
  it.each<[string, object, object, readonly string[]]>([
    ['allows more', {}, { allow: ['excerpt'] }, ['allow: “excerpt” is added']],
    ['denies less', { deny: ['not-evaluated'] }, {}, ['deny: “not-evaluated” is taken out']],
    ['takes more for furniture', {}, { furniture: ['aside'] }, ['furniture: “aside” is added']],
    ['has another mark', { marks: ['[cut]'] }, { marks: ['[cut]', '[x]'] }, ['marks: “[x]” is added']],
    ['has another name for somebody', {}, { aliases: { A: ['Ann'] } }, ['aliases: “A = Ann” is added']],
    ['trusts another key', {}, { signers: ['b@example.org'] }, ['signers: “b@example.org” is added']],
    ['leaves out texts', { texts: ['*.txt'] }, { texts: ['*.txt', '!b.txt'] }, ['texts: “!b.txt” is added']],
    ['names fewer texts', { texts: ['a.txt', '!b.txt'] }, {}, ['texts: “a.txt” is taken out']],
    ['names fewer copies', { copies: ['a.html'] }, {}, ['copies: “a.html” is taken out']],
    [
      'holds a copy against whichever text it fits',
      { copies: [{ copy: 'a.html', transcript: 'a.txt' }] },
      { copies: ['a.html'] },
      ['copies: “a.html (a.txt)” is taken out'],
    ],
    ['names fewer articles', { articles: ['a.md'] }, {}, ['articles: “a.md” is taken out']],
    [
      'holds an article against every text',
      { articles: [BOTH] },
      { articles: ['b.md'] },
      ['articles: “b.md (texts/b.txt, texts/c.txt)” is taken out'],
    ],
    ['is stricter', { allow: ['excerpt'] }, { deny: ['not-evaluated'], copies: ['a.html'], articles: ['a.md'] }, []],
  ])('that %s', (_, base, head, expected) => {
    expect(loosenings(config(base), config(head))).toEqual(expected);
  });
});
