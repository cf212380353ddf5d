import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { locate } from '../../../src/core/locate/locate.ts';
import { read } from '../../../src/core/read/index.ts';
import type { ManifestEntry } from '../../../src/core/seal/entry.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS, type Transcript } from '../../../src/core/structure/transcript.ts';
import { type Sealed, type Verified, verify } from '../../../src/core/verify.ts';
import { aside, copyOf, documentOf, entryOf } from './copies.ts';

const NOTICE = 'This interview may be published only as it is, without modifications.';

function interview(answer: string): string {
  return `A talk\n\nQ: What do you remember of the winter?\n\n${answer}\n\nQ: And then?\n\nThen came the thaw.\n\n${NOTICE}\n`;
}

const load = (text: string) => read(new TextEncoder().encode(text), { name: 'text.txt' });

async function sealed(path: string, text: string): Promise<{ entry: ManifestEntry; transcript: Transcript }> {
  const transcript = structure(await load(text));
  return { transcript, entry: seal(transcript, { path, size: 0, sha256: '0'.repeat(64), sealed: '2031-04-05' }) };
}

async function judged(copy: string, texts: readonly Sealed[]): Promise<Verified> {
  return verify(await load(copy), texts, { policy: STRICT, conventions: NO_CONVENTIONS });
}

const GOATS = interview('We had four goats, and the youngest of them slept beside the stove until the end of March.');
const BOATS = interview('We had three boats, and the oldest of them lay under the ice until the end of April.');

describe('a copy among several texts', () => {
  it('is known by its digests, with and without transcripts', async () => {
    const texts = [await sealed('goats.txt', GOATS), await sealed('boats.txt', BOATS)];
    const alone = texts.map(({ entry }) => ({ entry, transcript: null }));
    for (const some of [texts, alone]) {
      expect(await judged(BOATS, some)).toMatchObject({ candidate: 1, verdict: 'verbatim' });
      expect(await judged(GOATS, some)).toMatchObject({ candidate: 0, verdict: 'verbatim' });
    }
  });

  it('is known by its words where no passage is as it was sealed', async () => {
    const texts = [await sealed('goats.txt', GOATS), await sealed('boats.txt', BOATS)];
    const changed = 'We had three boats, and the oldest of them lay under the snow until the end of April.';
    expect(await judged(changed, texts)).toMatchObject({ candidate: 1, pass: false });
  });

  it('that fits two of them says so', async () => {
    const texts = [await sealed('a.txt', GOATS), await sealed('b.txt', GOATS)];
    const { findings, candidate, pass } = await judged(GOATS, texts);
    expect({ candidate, pass }).toEqual({ candidate: 0, pass: true });
    expect(findings.find(({ code }) => code === 'several-candidates')?.data).toEqual({ candidates: 'b.txt' });
  });
});

describe('the text a copy comes from', () => {
  /** A text of these passages, known by digests alone. */
  const digests = (...passages: string[]): Sealed => ({ entry: entryOf(passages), transcript: null });
  /** A text of these words, none of which any digest finds. */
  const words = (text: string): Sealed => ({ entry: entryOf([]), transcript: structure(documentOf(text)) });

  it('is the only one there is', () => {
    expect(locate(copyOf('Nothing of it'), [digests('Yes .')])).toEqual({ best: 0, equals: [] });
  });

  it('is the one whose passages make up most words of it', () => {
    const texts = [digests('one two', 'and more'), digests('three four five'), digests('six')];
    expect(locate(copyOf('one two', 'three four five', 'six'), texts)).toEqual({ best: 1, equals: [] });
  });

  it('is the first of those that fit alike, and the others are named', () => {
    const texts = [digests('six'), digests('one two'), digests('three four'), digests('one two')];
    expect(locate(copyOf('three four'), texts)).toEqual({ best: 2, equals: [] });
    expect(locate(copyOf('one two'), texts)).toEqual({ best: 1, equals: [3] });
  });

  it('is not known by what many say: a shared passage counts for each in part', () => {
    const texts = [digests('this is as it was'), digests('this is as it was'), digests('three of mine')];
    expect(locate(copyOf('this is as it was', 'three of mine'), texts)).toEqual({ best: 2, equals: [] });
  });

  it('is not known by what it says often: that counts once', () => {
    const texts = [digests('oh yes', 'oh yes', 'oh yes'), digests('three of mine')];
    expect(locate(copyOf('oh yes', 'three of mine', 'oh yes', 'oh yes'), texts)).toEqual({ best: 1, equals: [] });
  });

  it('is known by passages that are set off in the copy', () => {
    const texts = [digests('one two'), digests('three four')];
    expect(locate(copyOf(aside('three four')), texts)).toEqual({ best: 1, equals: [] });
  });

  it.each([
    ['five words in a row', 'and we left the quay at nine', 1],
    ['five words in capitals', 'WE LEFT THE QUAY AT', 1],
    ['more rows of five', 'we left the quay at nine o clock he said nothing of the goats at all', 1],
    ['its last three words, which say nothing', 'it was nine o clock', 0],
    ['four words, which say nothing', 'he left the quay at ten', 0],
  ])('is known, where no passage is as it was sealed, by %s', (_, copy, best) => {
    const texts = [words('he said nothing of the goats'), words('we left the quay at nine o clock'), digests('six')];
    expect(locate(copyOf(copy), texts)).toEqual({ best, equals: [] });
  });

  it('is the first where words fit several alike, and no other is named', () => {
    const texts = [digests('six'), words('we left the quay at nine'), words('we left the quay at nine')];
    expect(locate(copyOf('we left the quay at nine'), texts)).toEqual({ best: 1, equals: [] });
  });
});

describe('a copy of a version that was corrected', () => {
  it('fails, and is told which version it is and why that was superseded', async () => {
    const now = await sealed('a.txt', GOATS.replace('four goats', 'five goats'));
    const { entry } = await sealed('a.txt', GOATS);
    const older = [{ entry, reason: 'She had miscounted.' }];
    for (const text of [
      { ...now, older },
      { entry: now.entry, transcript: null, older },
    ]) {
      const { pass, verdict, findings } = await judged(GOATS, [text]);
      expect({ pass, verdict }).toEqual({ pass: false, verdict: 'altered' });
      const note = findings.find(({ code }) => code === 'superseded-version');
      expect(note).toMatchObject({ level: 'note', data: { day: '2031-04-05', reason: 'She had miscounted.' } });
    }
    const other = await judged(GOATS.replace('four goats', 'six goats'), [{ ...now, older }]);
    expect(other.findings.some(({ code }) => code === 'superseded-version')).toBe(false);
  });
});
