/** A manifest so large that its lines are looked up in its bytes: what is said is what is said of a small one. */
import { readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';
/** Its record alone is larger than what is read at once. */
const LONG = Array.from({ length: 14_000 }, (_, i) => `So it was told on day ${i}.`).join('\n\n');
const HALF_A_MEGABYTE = 512 * 1024;

let large: Folder;
beforeAll(() => {
  large = new Folder({
    'a.txt': INTERVIEW,
    'long.txt': `A long talk\n\nQ: How was it told?\n\n${LONG}\n`,
    'other.txt':
      'Another talk\n\nQ: Who came to the harbour that year?\n\nNobody came who had not been there before us.\n',
  });
  large.run(['manifest', '*.txt']);
});
afterAll(() => large.remove());

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  for (const name of [MANIFEST, 'a.txt', 'other.txt']) folder.write(name, readFileSync(join(large.path, name)));
});
afterEach(() => folder.remove());

function verdictOf(text: string, name = 'copy.txt'): readonly [string, string | null, number | null] {
  folder.write(name, text);
  const { status, stdout } = folder.run(['verify', name, '--format', 'json']);
  const [{ verdict, transcript }] = JSON.parse(stdout).results;
  return [verdict, transcript, status];
}

describe('a large manifest', () => {
  it('is large', () => {
    expect(statSync(join(folder.path, MANIFEST)).size).toBeGreaterThan(HALF_A_MEGABYTE);
  });

  it.each<[string, string, readonly [string, string | null, number]]>([
    ['has the sealed bytes', INTERVIEW, ['verbatim', 'a.txt', 0]],
    ['shares paragraphs with one text', DOCTORED, ['altered', 'a.txt', 1]],
    ['shares one paragraph with a text', INTERVIEW.split('\n\n').slice(0, 3).join('\n\n'), ['excerpt', 'a.txt', 1]],
    ['shares no paragraph', INTERVIEW.replace(/\b(the|that|what|not|you)\b/g, 'some'), ['altered', 'a.txt', 1]],
    [
      'has nothing to do with any',
      'Q: And then?\n\nA: Nothing of the kind is sealed at all.\n',
      ['unmatched', null, 1],
    ],
  ])('names the text of a copy that %s', (_, text, expected) => {
    expect(verdictOf(text)).toEqual(expected);
  });

  it('is read whole for a text that was sealed anew: its older version is no more the sealed one', () => {
    folder.write('a.txt', DOCTORED);
    expect(folder.run(['manifest', 'a.txt', '--amend', 'A word was wrong.']).status).toBe(0);
    expect(verdictOf(INTERVIEW)).toEqual(['altered', 'a.txt', 1]);
    expect(verdictOf(`${DOCTORED}\n`)).toEqual(['verbatim', 'a.txt', 0]);
  });

  it.each<[string, () => void, string]>([
    ['gone', () => rmSync(join(folder.path, 'a.txt')), 'missing'],
    ['changed', () => folder.write('a.txt', DOCTORED), 'changed'],
    [
      'a link that leads out',
      () => {
        rmSync(join(folder.path, 'a.txt'));
        symlinkSync(join(large.path, 'a.txt'), join(folder.path, 'a.txt'));
      },
      'unreadable',
    ],
  ])('is judged by alone where the sealed text is %s', (_, change, why) => {
    change();
    folder.write('copy.txt', DOCTORED);
    const { stdout } = folder.run(['verify', 'copy.txt', '--format', 'json']);
    const [{ verdict, findings }] = JSON.parse(stdout).results;
    expect(verdict).toBe('altered');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'transcript-absent', data: expect.objectContaining({ why }) }),
    );
  });
});
