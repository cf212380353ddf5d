import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../../src/core/judge/policy.ts';
import { read } from '../../../../src/core/read/index.ts';
import type { SideBySide, SideText } from '../../../../src/core/report/html/side-by-side.ts';
import { seal } from '../../../../src/core/seal/seal.ts';
import { structure } from '../../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../../src/core/structure/transcript.ts';
import { type VerifiedSideBySide, verifySideBySide } from '../../../../src/core/verify.ts';

const INTERVIEW = `The bell of Aske

Q: Who rang the bell that night?

I did. Nobody asked me to, and I did not wait for the priest.

Q: What did the people say?

They said (*) had paid me. I never took a coin from anyone in the valley.

Q: Would you ring it again?

Tomorrow, if the water rose as it did then.

(*) Name withheld at the ringer's wish.
`;

async function judged(
  copy: string,
  name = 'copy.txt',
  hand: 'transcript' | 'digests' = 'transcript',
): Promise<VerifiedSideBySide> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const transcript = structure(await read(bytes(INTERVIEW), { name: 'bell.txt' }), NO_CONVENTIONS);
  const entry = seal(transcript, { path: 'bell.txt', size: INTERVIEW.length, sha256: '0'.repeat(64) });
  const document = await read(bytes(copy), { name });
  const sealed = { entry, transcript: hand === 'transcript' ? transcript : null };
  return verifySideBySide(document, [sealed], { policy: STRICT, conventions: NO_CONVENTIONS });
}

/** What is marked, in words: `[not]` for marked words, `[]` for a gap. */
function shown(side: SideText | null | undefined): string {
  if (side == null) return '–';
  let out = '';
  let at = 0;
  for (const { start, end } of side.changes) {
    out += `${side.text.slice(at, start)}[${side.text.slice(start, end)}]`;
    at = end;
  }
  return out + side.text.slice(at);
}

function lines(texts: SideBySide | null): readonly string[] {
  return (texts?.rows ?? []).map(
    ({ relation, sealed, copy }) => `${relation.by}: ${shown(sealed)} | ${copy.map(shown).join(' / ') || '–'}`,
  );
}

async function rows(copy: string, name?: string): Promise<readonly string[]> {
  const verified = await judged(copy, name);
  return lines(verified.sideBySide(verified.findings));
}

describe('transcript and copy side by side', () => {
  it('has a row a passage, and nothing marked where nothing differs', async () => {
    const verified = await judged(INTERVIEW);
    const texts = verified.sideBySide(verified.findings);
    expect(texts?.rows.map(({ relation }) => relation.by)).toEqual(Array(8).fill('same'));
    expect(texts?.rows.flatMap(({ sealed }) => sealed?.changes)).toEqual([]);
    expect([texts?.marks, texts?.notice]).toEqual([{ sealed: 1, kept: 1 }, 'kept']);
  });

  it('marks words on both sides, and a gap where one has none', async () => {
    const copy = INTERVIEW.replace('did not wait', 'did wait')
      .replace('from anyone', 'from nobody')
      .replace('Tomorrow', 'Tomorrow gladly');
    const changed = (await rows(copy)).filter((line) => line.startsWith('changed'));
    expect(changed).toEqual([
      'changed: I did. Nobody asked me to, and I did [not] wait for the priest. | I did. Nobody asked me to, and I did []wait for the priest.',
      'changed: They said (*) had paid me. I never took a coin from [anyone] in the valley. | They said (*) had paid me. I never took a coin from [nobody] in the valley.',
      'changed: Tomorrow[], if the water rose as it did then. | Tomorrow [gladly], if the water rose as it did then.',
    ]);
  });

  it('keeps the left side whole: what is left out stands where it stood', async () => {
    const copy = INTERVIEW.replace('Q: What did the people say?\n\n', '').replace(/They said.*\n\n/u, '');
    expect((await rows(copy)).slice(3, 6)).toEqual([
      'omitted: What did the people say? | –',
      'omitted: They said (*) had paid me. I never took a coin from anyone in the valley. | –',
      'same: Would you ring it again? | Would you ring it again?',
    ]);
    const verified = await judged(copy);
    expect(verified.sideBySide(verified.findings)?.marks).toEqual({ sealed: 1, kept: 0 });
  });

  it('shows a moved passage at both places, each naming the other', async () => {
    const [first = '', second = ''] = [/I did\..*/u, /Tomorrow.*/u].map(
      (pattern) => pattern.exec(INTERVIEW)?.[0] ?? '',
    );
    const verified = await judged(INTERVIEW.replace(first, '@').replace(second, first).replace('@', second));
    const { rows: all = [] } = verified.sideBySide(verified.findings) ?? {};
    const moved = all.flatMap(({ relation, copy }, i) =>
      relation.by === 'moved' ? [{ i, other: relation.row, copy }] : [],
    );
    expect(moved.length).toBeGreaterThanOrEqual(2);
    for (const { i, other, copy } of moved) {
      const back = all[other]?.relation;
      expect(back).toEqual({ by: 'moved', row: i });
      expect(copy.length === 0).not.toBe(all[other]?.copy.length === 0);
    }
  });

  it('leaves foreign blocks in their place, with what they are', async () => {
    const body = INTERVIEW.trim()
      .split('\n\n')
      .map((text) => `<p>${text}</p>`);
    body.splice(3, 0, '<h3 class="teaser">A village under water</h3>', '<aside><p>Subscribe</p></aside>');
    const found = await rows(`<!doctype html><nav>Home</nav><main>${body.join('')}</main>`, 'copy.html');
    expect(found[0]).toBe('around: – | Home');
    expect(found.slice(4, 6)).toEqual(['interpolated: – | A village under water', 'set-off: – | Subscribe']);
  });

  it('gives every failing finding a place, on words or on a row', async () => {
    const copy = INTERVIEW.replace('did not wait', 'did wait')
      .replace('Q: What did', 'Anna: What did')
      .replace('said (*) had', 'said the mayor had');
    const verified = await judged(copy);
    const texts = verified.sideBySide(verified.findings);
    const placed = new Set(
      texts?.rows.flatMap(({ sealed, copy: sides, findings }) => [
        ...findings,
        ...[sealed, ...sides].flatMap((side) => side?.changes.map(({ finding }) => finding) ?? []),
      ]),
    );
    const failing = verified.findings.flatMap(({ level }, i) => (level === 'fail' ? [i] : []));
    expect(failing.length).toBeGreaterThanOrEqual(3);
    for (const i of failing) expect(placed).toContain(i);
  });

  it('is not at hand without the transcript', async () => {
    const { sideBySide, findings } = await judged('Something else altogether stands here.');
    expect(sideBySide(findings)).toBeNull();
  });

  it('shows the copy with the state of each passage where only the digests are at hand', async () => {
    const cut = INTERVIEW.indexOf('Q: Would you');
    const rest = INTERVIEW.slice(INTERVIEW.indexOf('(*) Name'));
    const copy = `${INTERVIEW.slice(0, cut)}${rest}`.replace('did not wait', 'did wait');
    const verified = await judged(copy, 'copy.txt', 'digests');
    const texts = verified.sideBySide(verified.findings);
    expect(texts?.transcript).toBe('digests');
    expect(texts?.rows.map(({ relation, sealed, copy: own }) => [relation.by, sealed?.withheld, own.length])).toEqual([
      ['same', undefined, 1],
      ['same', undefined, 1],
      ['changed', 17, 1],
      ['same', undefined, 1],
      ['same', undefined, 1],
      ['omitted', 6, 0],
      ['omitted', 11, 0],
      ['same', undefined, 1],
    ]);
    // Nothing is shown as the transcript's that only the copy has.
    expect(texts?.rows.map(({ sealed }) => `${sealed?.text}${sealed?.place}`)).toEqual(Array(8).fill('null'));
  });

  it('says what became of the notice', async () => {
    const notice = async (copy: string): Promise<string | undefined> => {
      const verified = await judged(copy);
      return verified.sideBySide(verified.findings)?.notice;
    };
    const legend = "(*) Name withheld at the ringer's wish.";
    expect(await notice(INTERVIEW)).toBe('kept');
    expect(await notice(INTERVIEW.replace(legend, ''))).toBe('removed');
    expect(await notice(INTERVIEW.replace("ringer's wish", "priest's wish"))).toBe('changed');
  });

  it('tells what repeats the transcript from what is added to it', async () => {
    const body = INTERVIEW.trim()
      .split('\n\n')
      .map((text) => `<p>${text}</p>`);
    body.splice(
      3,
      0,
      '<blockquote><p>I never took a coin from anyone in the valley.</p></blockquote>',
      '<p>Nobody slept that night, they say.</p>',
    );
    const found = await rows(`<!doctype html><main>${body.join('')}</main>`, 'copy.html');
    expect(found.slice(3, 5)).toEqual([
      'set-off: – | I never took a coin from anyone in the valley.',
      'added: – | Nobody slept that night, they say.',
    ]);
  });

  it('puts the halves of a passage that a foreign block parts into one row', async () => {
    const [before = '', behind = ''] = ['<p>I did. Nobody asked me to,', ' and I did not wait for the priest.</p>'];
    const body = INTERVIEW.trim()
      .split('\n\n')
      .map((text) => `<p>${text}</p>`)
      .join('')
      .replace(`${before}${behind}`, `${before}</p><p>${behind.trim()}`);
    expect(await rows(`<!doctype html><main>${body}</main>`, 'copy.html')).toContain(
      'same: I did. Nobody asked me to, and I did not wait for the priest. | I did. Nobody asked me to, / and I did not wait for the priest.',
    );
  });
});
