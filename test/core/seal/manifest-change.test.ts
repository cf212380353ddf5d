import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST, type Manifest } from '../../../src/core/seal/entry.ts';
import {
  addEntry,
  amend,
  current,
  history,
  olderVersions,
  only,
  sealAll,
} from '../../../src/core/seal/manifest-change.ts';
import { compareManifests, isAllowed, type ManifestChange } from '../../../src/core/seal/manifest-compare.ts';
import { parseManifest } from '../../../src/core/seal/manifest-parse.ts';
import { withdraw } from '../../../src/core/seal/manifest-withdraw.ts';
import { serialiseManifest } from '../../../src/core/seal/manifest-write.ts';
import { anyManifest, changed, sample, sealed } from './sample.ts';

const shape = (manifest: Manifest) => manifest.entries.map(({ kind, path }) => `${kind} ${path}`);

describe('sealing', () => {
  it('keeps lines sorted by path', () => {
    expect(shape(sealed('b', 'a/z', 'c', 'a'))).toEqual(['sealed a', 'sealed a/z', 'sealed b', 'sealed c']);
    expect(shape(sealed('\u{1f642}', '\uffee'))).toEqual(['sealed \uffee', 'sealed \u{1f642}']);
  });

  it('leaves a sealed text as it is, whatever the day', () => {
    const manifest = sealed('a');
    expect(addEntry(manifest, { ...sample('a', 'a'), sealed: '2025-01-01' })).toEqual({ kind: 'unchanged', manifest });
  });

  it('refuses a changed text, and says whether the words changed', () => {
    const manifest = sealed('a');
    expect(addEntry(manifest, sample('a', 'b'))).toMatchObject({
      kind: 'refused',
      why: 'changed',
      words: 'other',
      older: sample('a', 'a'),
    });
    const recoded = { ...sample('a', 'a'), sha256: sample('a', 'b').sha256 };
    expect(addEntry(manifest, recoded)).toMatchObject({ kind: 'refused', why: 'changed', words: 'same' });
    const relabelled = {
      ...sample('a', 'a'),
      speakers: [
        { name: 'Interviewer', labelled: true },
        { name: 'Marta', labelled: true },
      ],
    };
    expect(addEntry(manifest, relabelled)).toMatchObject({ kind: 'refused', why: 'changed', words: 'same' });
  });

  it('refuses paths that are unsafe or have a twin', () => {
    expect(addEntry(EMPTY_MANIFEST, sample('../a'))).toEqual({ kind: 'refused', why: 'unsafe-path', problem: 'dots' });
    expect(addEntry(sealed('Talk.txt'), sample('talk.txt'))).toEqual({
      kind: 'refused',
      why: 'path-twin',
      other: 'Talk.txt',
    });
  });

  it('of many texts is sealing one after the other', () => {
    const requests = ['b', 'a', 'B', 'a'].map((path, index) => ({ entry: sample(path, `${index}`), reason: null }));
    const { manifest, outcomes } = sealAll(sealed('c'), requests);
    expect(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.why : outcome.kind))).toEqual([
      'added',
      'added',
      'path-twin',
      'changed',
    ]);
    expect(shape(manifest)).toEqual(['sealed a', 'sealed b', 'sealed c']);
  });
  it('at a path that a text has left is sealing a first one', () => {
    const requests = [
      { entry: sample('b', 'a'), reason: 'moved', from: 'a' },
      { entry: sample('A', 'new'), reason: null },
      { entry: sample('d', 'c'), reason: 'moved', from: 'c' },
      { entry: sample('c', 'newer'), reason: null },
    ];
    const { manifest, outcomes } = sealAll(sealed('a', 'c'), requests);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['superseded', 'added', 'superseded', 'added']);
    expect([...current(manifest).keys()]).toEqual(['A', 'b', 'c', 'd']);
  });
});

describe('amending', () => {
  const amended = changed(
    amend(sealed('a', 'b'), { ...sample('a', 'better'), sealed: '2025-02-03' }, 'a name misspelt'),
  );

  it('adds a line that names the digest it supersedes, and leaves the old one', () => {
    expect(shape(amended)).toEqual(['sealed a', 'sealed a', 'sealed b']);
    expect(amended.entries[0]).toEqual(sample('a', 'a'));
    expect(amended.entries[1]).toMatchObject({ supersedes: sample('a', 'a').sha256, reason: 'a name misspelt' });
    expect(current(amended).get('a')?.digest).toBe(sample('a', 'better').digest);
    expect(history(amended, 'a')).toEqual([sample('a', 'a')]);
    expect(history(amended, 'b')).toEqual([]);
  });

  it('needs a reason and something to supersede', () => {
    expect(amend(amended, sample('a', 'x'), '  ')).toEqual({ kind: 'refused', why: 'no-reason' });
    expect(amend(amended, sample('z'), 'r')).toEqual({ kind: 'refused', why: 'not-sealed' });
    expect(amend(amended, sample('a', 'better'), 'r')).toMatchObject({ kind: 'unchanged' });
    expect(amend(amended, sample('b', 'better'), 'r', 'a')).toEqual({
      kind: 'refused',
      why: 'already-sealed',
      other: 'b',
    });
  });

  it('follows a move', () => {
    const moved = changed(amend(amended, sample('c/a', 'better'), 'put in order', 'a'));
    expect([...current(moved).keys()]).toEqual(['b', 'c/a']);
    expect(history(moved, 'c/a').map((entry) => entry.digest)).toEqual([
      sample('a', 'better').digest,
      sample('a', 'a').digest,
    ]);
    expect(history(moved, 'a')).toEqual([]);
    expect(shape(only(moved, 'c/a'))).toEqual(['sealed a', 'sealed a', 'sealed c/a']);
    expect(parseManifest(serialiseManifest(only(moved, 'c/a')))).toEqual(only(moved, 'c/a'));
    expect(only(moved, 'a')).toEqual(EMPTY_MANIFEST);
  });

  it('keeps each older version with the reason it was superseded for', () => {
    const moved = changed(amend(amended, sample('c/a', 'best'), 'put in order', 'a'));
    expect([...olderVersions(moved)]).toEqual([
      ['b', []],
      [
        'c/a',
        [
          { entry: moved.entries[1], reason: 'put in order' },
          { entry: moved.entries[0], reason: 'a name misspelt' },
        ],
      ],
    ]);
  });

  it('tells identical files apart when one moves', () => {
    const twins = changed(addEntry(sealed('a'), sample('b', 'a')));
    const moved = changed(amend(twins, sample('c', 'a'), 'moved', 'b'));
    expect([...current(moved).keys()]).toEqual(['a', 'c']);
  });
});

describe('withdrawing', () => {
  const amended = changed(amend(sealed('a', 'b'), sample('a', 'better'), 'a name taken out'));
  const gone = withdraw(amended, 'a', 'a name stood in it', '2025-04-05');

  it('leaves a tombstone and no digest of the text, old or new', () => {
    if (gone.kind === 'refused') throw new Error(gone.why);
    expect(shape(gone.manifest)).toEqual(['withdrawn a', 'sealed b']);
    expect(gone.removed.length).toBe(2);
    const text = serialiseManifest(gone.manifest);
    for (const words of ['a', 'better']) {
      expect(text).not.toContain(sample('a', words).sha256);
      expect(text).not.toContain(sample('a', words).digest);
      expect(text).not.toContain(sample('a', words).passages[2]?.digest ?? '-');
    }
    expect(parseManifest(text)).toEqual(gone.manifest);
  });

  it('seals a cleaned text as a first one', () => {
    const cleaned = withdraw(amended, 'a', 'a name', '2025-04-05', {
      ...sample('a', 'clean'),
      supersedes: sample('a').sha256,
      reason: 'x',
    });
    if (cleaned.kind === 'refused') throw new Error(cleaned.why);
    expect(cleaned).toMatchObject({ kind: 'withdrawn', removed: [amended.entries[1], amended.entries[0]] });
    expect(shape(cleaned.manifest)).toEqual(['withdrawn a', 'sealed a', 'sealed b']);
    expect(cleaned.manifest.entries[1]).toEqual(sample('a', 'clean'));
  });

  it('takes out the lines a text left behind when it moved, by either path', () => {
    const moved = changed(amend(amended, sample('c', 'better'), 'moved', 'a'));
    for (const path of ['a', 'c']) {
      const result = withdraw(moved, path, 'a name', '2025-04-05');
      expect(result.kind === 'refused' ? [] : shape(result.manifest)).toEqual([
        'withdrawn a',
        'sealed b',
        'withdrawn c',
      ]);
    }
  });

  it('takes out a text that moved away by its old path, though another was withdrawn there since', () => {
    const moved = changed(amend(sealed('a'), sample('b', 'a'), 'moved', 'a'));
    const again = withdraw(changed(addEntry(moved, sample('a', 'new'))), 'a', 'a name', '2025-04-05');
    if (again.kind === 'refused') throw new Error(again.why);
    expect(shape(again.manifest)).toEqual(['sealed a', 'withdrawn a', 'sealed b']);
    const both = withdraw(again.manifest, 'a', 'a name', '2025-04-06');
    expect(both).toMatchObject({ kind: 'withdrawn', removed: [again.manifest.entries[2], again.manifest.entries[0]] });
  });

  it('takes out the text in force at a path, though another has stood there and moved away', () => {
    const moved = { ...sample('b', 'guest'), supersedes: sample('a', 'guest').sha256, moved: 'a', reason: 'moved' };
    const manifest = { entries: [sample('a', 'host'), sample('a', 'guest'), moved] };
    expect(parseManifest(serialiseManifest(manifest))).toEqual(manifest);
    expect(withdraw(manifest, 'a', 'a name', '2025-04-05')).toMatchObject({ removed: [sample('a', 'host')] });
  });

  it('needs a reason, a day and a sealed text', () => {
    expect(withdraw(amended, 'a', ' ', '2025-04-05')).toEqual({ kind: 'refused', why: 'no-reason' });
    expect(withdraw(amended, 'a', 'r', 'today')).toEqual({ kind: 'refused', why: 'bad-day' });
    expect(withdraw(amended, 'z', 'r', '2025-04-05')).toEqual({ kind: 'refused', why: 'not-sealed' });
    expect(withdraw(amended, 'a', 'r', '2025-04-05', sample('B'))).toMatchObject({ kind: 'refused', why: 'path-twin' });
  });
});

describe('comparing with the base', () => {
  const base = changed(amend(sealed('a', 'b', 'c'), sample('b', 'better'), 'r'));
  const kinds = (head: Manifest, from: Manifest = base) =>
    compareManifests(from, head).map((change) => `${change.kind} ${change.path}`);
  const without = (index: number) => ({ entries: base.entries.toSpliced(index, 1) });

  it('finds nothing where nothing changed', () => expect(compareManifests(base, base)).toEqual([]));

  it('names new lines', () => {
    const grown = changed(amend(changed(addEntry(base, sample('d'))), sample('a', 'new'), 'why'));
    expect(compareManifests(base, grown)).toEqual([
      { kind: 'superseding', path: 'a', line: 3, supersedes: sample('a', 'a').sha256, reason: 'why' },
      { kind: 'added', path: 'd', line: 7 },
    ]);
  });

  it('names a line that is gone', () => {
    expect(compareManifests(base, without(0))).toEqual([{ kind: 'removed', path: 'a', baseLine: 2 }]);
    expect(compareManifests(base, EMPTY_MANIFEST).map((change) => change.kind)).toEqual(Array(4).fill('removed'));
  });

  it('names a line that is edited', () => {
    const edited = { entries: base.entries.with(0, sample('a', 'forged')) };
    expect(compareManifests(base, edited)).toEqual([{ kind: 'edited', path: 'a', baseLine: 2, line: 2 }]);
    const retitled = { entries: base.entries.with(3, { ...sample('c', 'c'), title: 'Other' }) };
    expect(kinds(retitled)).toEqual(['edited c']);
  });

  it('names a superseding line that is edited or gone', () => {
    const line = { ...sample('b', 'forged'), supersedes: sample('b', 'b').sha256, reason: 'r' };
    expect(kinds({ entries: base.entries.with(2, line) })).toEqual(['edited b']);
    expect(kinds(without(2))).toEqual(['removed b']);
  });

  it('names lines that changed places', () => {
    const [a, first, second, c] = base.entries;
    if (a === undefined || first === undefined || second === undefined || c === undefined) throw new Error('too few');
    expect(kinds({ entries: [a, second, first, c] })).toEqual(['reordered b']);
    expect(kinds({ entries: [a, sample('b', 'slipped in'), first, second, c] })).toEqual(['reordered b']);
  });

  it('names a line slipped in before the last one of its path', () => {
    const [a, first, second, c] = base.entries;
    if (a === undefined || first === undefined || second === undefined || c === undefined) throw new Error('too few');
    const third = { ...sample('b', 'best'), supersedes: sample('b', 'better').sha256, reason: 'r' };
    const slipped = sample('b', 'slipped in');
    expect(
      compareManifests({ entries: [a, first, second, third, c] }, { entries: [a, first, second, slipped, third, c] }),
    ).toEqual([{ kind: 'reordered', path: 'b', baseLine: 5, line: 5 }]);
  });

  it('names withdrawals, and what went with them', () => {
    const gone = withdraw(base, 'b', 'a name', '2025-04-05', sample('b', 'clean'));
    if (gone.kind === 'refused') throw new Error(gone.why);
    expect(compareManifests(base, gone.manifest)).toEqual([
      { kind: 'withdrawn', path: 'b', line: 3, baseLines: [3, 4], day: '2025-04-05', reason: 'a name' },
      { kind: 'added', path: 'b', line: 4 },
    ]);
    expect(kinds(base, gone.manifest)).toEqual(['removed b', 'edited b', 'superseding b']);
    const restoned = {
      entries: gone.manifest.entries.with(1, {
        kind: 'withdrawn',
        path: 'b',
        day: '2025-04-05',
        reason: 'other',
      } as const),
    };
    expect(kinds(restoned, gone.manifest)).toEqual(['edited b']);
  });

  it('names each of two withdrawals once, the lines that went with the first', () => {
    const stone = { kind: 'withdrawn', path: 'a', day: '2025-04-05', reason: 'a name' } as const;
    const twice = { entries: [stone, { ...stone, day: '2025-05-06' }, ...base.entries.slice(1)] };
    expect(compareManifests(base, twice)).toEqual([
      { kind: 'withdrawn', path: 'a', line: 2, baseLines: [2], day: '2025-04-05', reason: 'a name' },
      { kind: 'withdrawn', path: 'a', line: 3, baseLines: [], day: '2025-05-06', reason: 'a name' },
    ]);
  });

  it('names one of two equal tombstones that is gone', () => {
    const stone = { kind: 'withdrawn', path: 'a', day: '2025-04-05', reason: 'a name' } as const;
    expect(compareManifests({ entries: [stone, stone] }, { entries: [stone] })).toEqual([
      { kind: 'removed', path: 'a', baseLine: 3 },
    ]);
  });

  it('finds two equal tombstones again', () => {
    const stone = { kind: 'withdrawn', path: 'a', day: '2025-04-05', reason: 'a name' } as const;
    expect(compareManifests({ entries: [stone, stone] }, { entries: [stone, stone] })).toEqual([]);
  });

  it('names a new line at a path that was withdrawn long ago', () => {
    const stone = { kind: 'withdrawn', path: 'a', day: '2025-04-05', reason: 'a name' } as const;
    expect(compareManifests({ entries: [stone] }, { entries: [stone, sample('a')] })).toEqual([
      { kind: 'added', path: 'a', line: 3 },
    ]);
  });

  it.each<[boolean, ManifestChange]>([
    [true, { kind: 'added', path: 'a', line: 2 }],
    [true, { kind: 'superseding', path: 'a', line: 3, supersedes: sample('a').sha256, reason: 'r' }],
    [true, { kind: 'withdrawn', path: 'a', line: 2, baseLines: [2], day: '2025-04-05', reason: 'r' }],
    [false, { kind: 'removed', path: 'a', baseLine: 2 }],
    [false, { kind: 'edited', path: 'a', baseLine: 2, line: 2 }],
    [false, { kind: 'reordered', path: 'a', baseLine: 2, line: 3 }],
  ])('allows (%s) a change that is %j', (allowed, change) => expect(isAllowed(change)).toBe(allowed));

  it('allows what sealing, amending and withdrawing do, and nothing that undoes them', () => {
    fc.assert(
      fc.property(anyManifest, fc.nat(), (manifest, pick) => {
        const grown = changed(addEntry(manifest, sample('zz/new')));
        expect(compareManifests(manifest, grown).every(isAllowed)).toBe(true);
        expect(compareManifests(grown, manifest).some(isAllowed)).toBe(false);
        const path = grown.entries[pick % grown.entries.length]?.path ?? '';
        const gone = withdraw(grown, path, 'r', '2025-04-05');
        expect(gone.kind).toBe('withdrawn');
        if (gone.kind === 'withdrawn') expect(compareManifests(grown, gone.manifest).every(isAllowed)).toBe(true);
      }),
    );
  });
});
