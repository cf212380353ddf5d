import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withdraw } from '../../../src/core/seal/manifest-withdraw.ts';
import { serialiseManifest } from '../../../src/core/seal/manifest-write.ts';
import { pathProblem } from '../../../src/core/seal/path.ts';
import { anyManifest, hash, sample, sealed } from './sample.ts';

const file = new URL('../../../src/core/seal/verbatim-manifest.schema.json', import.meta.url);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const schema: object = JSON.parse(readFileSync(file, 'utf8'));
const validate = ajv.compile(schema);

const valid = (line: unknown): boolean => validate(line);
const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const [, good] = lines(serialiseManifest(sealed('a.txt')));

describe('the schema of a line', () => {
  it('accepts every line that is written', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        for (const line of lines(serialiseManifest(manifest))) expect(valid(line)).toBe(true);
      }),
    );
    const gone = withdraw(sealed('a.txt'), 'a.txt', 'a name', '2025-01-01');
    for (const line of gone.kind === 'refused' ? [{}] : lines(serialiseManifest(gone.manifest)))
      expect(valid(line)).toBe(true);
  });

  it.each<[string, object]>([
    ['another format', { format: 'verbatim-manifest/2', algorithm: 'sha256' }],
    ['a field too many', Object.assign({}, good, { weight: 1 })],
    ['a digest too short', Object.assign({}, good, { sha256: 'abc' })],
    ['capitals', Object.assign({}, good, { digest: hash('x').toUpperCase() })],
    ['size broken', Object.assign({}, good, { size: 1.5 })],
    ['another form', Object.assign({}, good, { form: 'verbatim-text/9' })],
    ['an unknown role', Object.assign({}, good, { passages: [['x', null, 1, hash('x').slice(0, 32)]] })],
    ['a passage too long', Object.assign({}, good, { passages: [['s', null, 1, hash('x').slice(0, 32), 0]] })],
    ['superseding without a reason', Object.assign({}, good, { supersedes: hash('x') })],
    ['a reason for nothing', Object.assign({}, good, { reason: 'x' })],
    ['a day that is not', Object.assign({}, good, { sealed: '2023-02-30' })],
    ['a tombstone with a digest', { kind: 'withdrawn', path: 'a', day: '2025-01-01', reason: 'r', digest: hash('x') }],
    ['a tombstone with an empty reason', { kind: 'withdrawn', path: 'a', day: '2025-01-01', reason: ' ' }],
  ])('refuses %s', (_, line) => expect(valid(line)).toBe(false));

  it('judges paths as the reader does', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'C:', 'b.txt', 'a\\b', 'é', '...', 'x y', '\u0000', '\u2028', '-');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        const line = Object.assign({}, good, { path });
        expect(valid(line)).toBe(pathProblem(path) === null);
      }),
    );
    expect(sample('x').path).toBe('x');
  });
});
