/** Documents that real tools made of our texts (`make.mjs`): each is verbatim, and not once a word is changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { structure } from '../../src/core/structure/structure.ts';
import { judged, readString } from '../core/verify/support.ts';

const TEXTS = 'fixtures/texts';
const FORMATS = 'fixtures/formats';

const texts = readdirSync(TEXTS).filter((name) => name.endsWith('.txt'));
const documents = texts.flatMap((text) => {
  const folder = join(FORMATS, text.split('.')[0] ?? '');
  return readdirSync(folder).map((name) => [text, join(folder, name)] as const);
});

const load = async (path: string) => read(new Uint8Array(readFileSync(path)), { name: path });

it('there are documents of every text', () => {
  expect(documents.length).toBeGreaterThanOrEqual(15 * texts.length);
});

describe.each(documents)('of %s, %s', (text, path) => {
  const sealed = readFileSync(join(TEXTS, text), 'utf8');

  it('is verbatim', async () => {
    const { findings, ...judgement } = judged(structure(await readString(sealed)), await load(path));
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(judgement).toMatchObject({ verdict: 'verbatim', pass: true });
  });

  it('is altered where the transcript says one word more', async () => {
    const words = sealed.split(' ');
    const middle = words.findIndex((word, i) => i > words.length / 2 && /^\p{Ll}{4,}$/u.test(word));
    const longer = words.toSpliced(middle, 0, 'zebra').join(' ');
    const { verdict, findings } = judged(structure(await readString(longer)), await load(path));
    const failing = findings.filter(({ level }) => level === 'fail');
    expect(failing.map(({ code, sealed: reading }) => [code, reading?.text])).toEqual([['word-omitted', 'zebra']]);
    expect(verdict).toBe('altered');
  });

  it('seals the same words when it is the transcript', async () => {
    const document = await load(path);
    // Hyphens at line ends are ambiguous: such a text is not sealed before they are settled.
    const isClean = document.blocks.every(({ breaks }) => breaks.every(({ kind }) => kind === 'bare'));
    const { verdict, findings } = judged(structure(document), await readString(sealed));
    if (isClean) expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(isClean).toBe(verdict === 'verbatim');
  });
});
