/**
 * The manifest alone must let pass what the transcript lets pass, and nothing else: every case of `fixtures/verify` is
 * judged both ways. Without the sealed words only the name of the verdict may differ, for the reasons listed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import type { Verdict } from '../../../src/core/judge/verdict.ts';
import { read } from '../../../src/core/read/index.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { type Conventions, NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { type Verified, verify } from '../../../src/core/verify.ts';

const ROOT = 'fixtures/verify';
const FILE = { path: 'transcript.txt', size: 0, sha256: '0'.repeat(64) } as const;

/** Verdicts that need the sealed words to be told from `altered`. */
const NEEDS_WORDS: ReadonlyMap<Verdict, string> = new Map<Verdict, string>([
  ['repunctuated', 'that only signs or capitals differ cannot be read from a digest'],
  ['suspect', 'a look-alike letter makes another word, and its digest does not say how alike'],
  ['excerpt', 'of a passage that was shortened, what is left cannot be told from other words'],
]);

interface Declared {
  readonly conventions?: Partial<Pick<Conventions, 'labels' | 'marks'>> & {
    readonly aliases?: Readonly<Record<string, readonly string[]>>;
  };
  readonly furniture?: readonly string[];
}

function fileOf(folder: string, stem: string): string {
  return join(folder, readdirSync(folder).find((name) => name.startsWith(`${stem}.`)) ?? '');
}

async function bothWays(name: string): Promise<{ readonly withWords: Verified; readonly alone: Verified }> {
  const folder = join(ROOT, name);
  const declared: Declared = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const { labels = [], marks = [], aliases = {} } = declared.conventions ?? {};
  const conventions = { labels, marks, aliases: new Map(Object.entries(aliases)) };
  const load = (file: string) =>
    read(new Uint8Array(readFileSync(file)), { name: file, furniture: declared.furniture ?? [] });
  const transcript = structure(await load(fileOf(folder, 'transcript')), conventions);
  const copy = await load(fileOf(folder, 'copy'));
  const entry = seal(transcript, FILE);
  const options = { policy: STRICT, conventions };
  return {
    withWords: verify(copy, [{ entry, transcript }], options),
    alone: verify(copy, [{ entry, transcript: null }], options),
  };
}

describe('with the manifest alone, pass or fail and the verdict are the same for', () => {
  it.each(readdirSync(ROOT))('%s', async (name) => {
    const { withWords, alone } = await bothWays(name);
    expect(alone.pass).toBe(withWords.pass);
    const isSame = alone.verdict === withWords.verdict;
    const isCoarser = alone.verdict === 'altered' && NEEDS_WORDS.has(withWords.verdict);
    expect(isSame || isCoarser, `${withWords.verdict} became ${alone.verdict}`).toBe(true);
  });
});

const PARAGRAPHS = [
  'The mill at Orlen',
  'Q: Did you ever think of leaving the mill to your brother?',
  'No. He never could tell the river from the rain, and the stones would have run dry within the first winter.',
  'Q: And your sister?',
  'Yes.',
  'Q: Did she ask for it herself, or did your father decide?',
  'Yes.',
  'Q: That is no answer to the question, is it?',
  'Yes.',
  'Q: So who keeps it now that both of you have gone to the coast?',
  'A woman from Tarn keeps it. She came for a week, to mend the wheel, and she has not gone home since.',
];

async function judgedAlone(
  change: (paragraphs: string[]) => readonly string[],
  sealed: readonly string[] = PARAGRAPHS,
): Promise<Verified> {
  const load = (paragraphs: readonly string[]) =>
    read(new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`), { name: 'text.txt' });
  const entry = seal(structure(await load(sealed)), FILE);
  const copy = await load(change([...sealed]));
  return verify(copy, [{ entry, transcript: null }], { policy: STRICT, conventions: NO_CONVENTIONS });
}

function failures({ findings }: Verified): readonly string[] {
  return findings.filter(({ level }) => level === 'fail').map(({ code, passage }) => `${code} ${passage}`);
}

describe('with the manifest alone, one learns of', () => {
  it('an altered passage: which one, and the words that stand there', async () => {
    const judged = await judgedAlone((all) => all.with(2, all[2]?.replace('never could', 'could') ?? ''));
    expect(failures(judged)).toEqual(['passage-differs 2']);
    expect(judged.findings.find(({ code }) => code === 'passage-differs')?.copy?.text).toContain('He could tell');
  });

  it('repeated short answers: they are placed by their neighbours', async () => {
    const judged = await judgedAlone((all) => all);
    expect(judged.verdict).toBe('verbatim');
    expect(failures(await judgedAlone((all) => all.with(6, 'No.')))).toEqual(['word-substituted 6']);
    expect(failures(await judgedAlone((all) => all.toSpliced(5, 2)))).toEqual(['passage-omitted 5']);
  });

  it('nothing where the page parts a passage or breaks its lines', async () => {
    const parted = await judgedAlone((all) => all.toSpliced(10, 1, ...(all[10] ?? '').split(/(?<=it\.) /u)));
    expect(parted.verdict).toBe('verbatim');
    const wrapped = await judgedAlone((all) => all.map((one) => one.replaceAll(/(.{30}\S*) /gu, '$1\n')));
    expect(wrapped.verdict).toBe('verbatim');
  });

  it('the altered one of two passages that were run together', async () => {
    const second = 'It was a hard year. We ground oats for nobody, and we ate most of them ourselves.';
    const sealed = PARAGRAPHS.toSpliced(3, 0, second);
    const first = (sealed[2] ?? '').replace('the stones', 'the wheels');
    const judged = await judgedAlone(() => sealed.toSpliced(2, 2, `${first} ${second}`), sealed);
    expect(failures(judged)).toContain('passage-omitted 2');
    expect(failures(judged)).not.toContain('passage-omitted 3');
  });

  it('passages that changed places', async () => {
    const judged = await judgedAlone((all) => all.toSpliced(10, 1).toSpliced(2, 1, all[10] ?? '', all[2] ?? ''));
    expect(judged.verdict).toBe('altered');
    expect(failures(judged).some((one) => one === 'passage-moved 10' || one === 'question-changed 10')).toBe(true);
  });
});
