import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/repository/config-parse.ts';

const schema: object = JSON.parse(readFileSync('src/repository/verbatim.config.schema.json', 'utf8'));
const valid = new Ajv2020({ allErrors: true }).compile(schema);

function faults(value: unknown): readonly string[] {
  const parsed = parseConfig(typeof value === 'string' ? value : JSON.stringify(value));
  return 'faults' in parsed ? parsed.faults : [];
}

const GOOD = {
  $schema: './verbatim.config.schema.json',
  texts: ['texts/**/*.txt', '!texts/drafts/**'],
  copies: ['site/*.html', { copy: 'site/a.html', transcript: 'texts/a.txt' }, { copy: 'print/*.pdf' }],
  articles: ['news/*.md', { article: 'b.md', transcripts: ['texts/b.txt'] }],
  allow: ['excerpt', 'case-changed'],
  deny: ['not-evaluated'],
  furniture: ['aside.ad'],
  marks: ['[cut]'],
  labels: ['Moderator'],
  aliases: { A: ['Sergei'] },
  signers: ['editor@example.org'],
};

describe('a good configuration', () => {
  it('is read, and the schema accepts it', () => {
    const parsed = parseConfig(JSON.stringify(GOOD));
    if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
    const { config } = parsed;
    expect(valid(GOOD)).toBe(true);
    expect(config.texts).toEqual(['texts/**/*.txt', '!texts/drafts/**']);
    expect(config.copies).toEqual([
      { copy: 'site/*.html', transcript: null },
      { copy: 'site/a.html', transcript: 'texts/a.txt' },
      { copy: 'print/*.pdf', transcript: null },
    ]);
    expect(config.articles[0]).toEqual({ article: 'news/*.md', transcripts: [] });
    expect([...config.policy.allow]).toEqual(['excerpt', 'case-changed']);
    expect(config.conventions.aliases.get('A')).toEqual(['Sergei']);
  });

  it('may be empty, and may begin with a byte order mark', () => {
    expect(faults({})).toEqual([]);
    expect(faults('\uFEFF{"texts": ["a.txt"]}')).toEqual([]);
  });
});

describe('a bad configuration', () => {
  it('has every fault named with its path', () => {
    const found = faults({
      texts: 'a.txt',
      copies: [{ transcript: 'a' }],
      marks: [''],
      aliases: { A: 'B' },
      txets: [],
    });
    expect(found).toEqual([
      'txets: is not known (did you mean “texts”?)',
      'texts: must be a list',
      'copies[0].copy: must be a text that is not empty',
      'marks[0]: must be a text that is not empty',
      'aliases.A: must be a list',
    ]);
  });

  it.each([
    ['not JSON', '{"texts": [}', /^it is not JSON \(line 1\)$/],
    ['JSON broken on a later line', '{\n\n  "texts": [,]\n}', /line 3/],
    ['a comma too many', '{\n"texts": ["a",\n],\n"marks": []}', /line 3/],
    ['a text that ends early', '{\n"texts": ["a"', /line 2/],
    ['a key that is there twice', '{"allow": [], "allow": ["excerpt"]}', /^allow: is there twice/],
    ['a list', '[]', /not a JSON object/],
    ['a path that leaves', { texts: ['../a.txt'] }, /^texts\[0\]: must be a path below this file/],
    ['an absolute path', { copies: ['/etc/passwd'] }, /^copies\[0\]: must be a path below/],
    ['a drive', { copies: ['C:/a'] }, /^copies\[0\]: must be a path below/],
    ['a backslash', { articles: ['a\\b'] }, /^articles\[0\]: must be a path below/],
    ['a copy that is a number', { copies: [7] }, /^copies\[0\]: must be an object$/],
    ['an article that is a list', { articles: [['a.md']] }, /^articles\[0\]: must be an object$/],
    [
      'an article without a name',
      { articles: [{ transcripts: ['a.txt'] }] },
      /^articles\[0\]\.article: must be a text/,
    ],
    [
      'names to allow that are none',
      { allow: [7, 'excerp'] },
      /^allow\[0\]: must be a text.*\nallow\[1\]: “excerp” is neither/,
    ],
    ['a code to deny that is none', { deny: [''] }, /^deny\[0\]: must be a text that is not empty$/],
    ['other names in a list', { aliases: ['Ann'] }, /^aliases: must be an object/],
    ['a verdict that cannot be allowed', { allow: ['unmatched'] }, /^allow\[0\]: “unmatched” cannot be allowed/],
    ['a finding that cannot be allowed', { allow: ['encrypted'] }, /cannot be allowed/],
    ['a misspelt code', { deny: ['not-evaluatd'] }, /did you mean “not-evaluated”/],
    ['a verdict where a code is wanted', { deny: ['excerpt'] }, /^deny\[0\]: “excerpt” is not the code of a finding/],
    [
      'an unknown field within',
      { copies: [{ copy: 'a', transcripts: [] }] },
      /^copies\[0\]\.transcripts: is not known \(did you mean “transcript”/,
    ],
  ])('%s', (_, value, expected) => {
    expect(faults(value).join('\n')).toMatch(expected);
  });

  it('never shows more of the file than its field names', () => {
    expect(faults('{"texts": secret-name}').join()).not.toContain('secret-name');
  });

  it.each([
    [{ texts: 'a' }],
    [{ txets: [] }],
    [{ copies: [{}] }],
    [{ texts: ['../a'] }],
    [{ texts: ['a/../../b'] }],
    [{ marks: [' '] }],
  ])('the schema refuses %j too', (value) => {
    expect(valid(value)).toBe(false);
    expect(faults(value)).not.toEqual([]);
  });
});
