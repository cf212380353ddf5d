/** Manifest entries to test with. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Manifest, ManifestEntry, Role, SealedMark } from '../../../src/core/seal/entry.ts';
import { EMPTY_MANIFEST } from '../../../src/core/seal/entry.ts';
import { addEntry, amend, type Change } from '../../../src/core/seal/manifest-change.ts';

/** The SHA-256 of a word, to stand for some file's. */
export function hash(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}

/** A small text sealed at `path`, whose contents are told apart by `words`. */
export function sample(path: string, words = 'first'): ManifestEntry {
  return {
    kind: 'sealed',
    path,
    size: 120,
    sha256: hash(`bytes of ${words}`),
    title: 'A talk at the harbour',
    form: 'verbatim-text/1',
    digest: hash(`text of ${words}`),
    words: 20,
    speakers: [
      { name: 'Q', labelled: true },
      { name: 'Marta', labelled: false },
    ],
    passages: [
      { role: 'matter', speaker: null, tokens: 5, digest: hash('title').slice(0, 32) },
      { role: 'question', speaker: 0, tokens: 6, digest: hash('ask').slice(0, 32) },
      { role: 'speech', speaker: 1, tokens: 12, digest: hash(words).slice(0, 32) },
    ],
    marks: [{ mark: '(*)', passage: 2, token: 4 }],
  };
}

/** The manifest a change gave; a test that meets a refusal fails here. */
export function changed(change: Change): Manifest {
  if (change.kind === 'refused') throw new Error(`refused: ${change.why}`);
  return change.manifest;
}

/** A manifest of texts sealed at `paths`. */
export function sealed(...paths: string[]): Manifest {
  return paths.reduce((manifest, path) => changed(addEntry(manifest, sample(path, path))), EMPTY_MANIFEST);
}

const count = fc.nat({ max: 90_000 });
const digest = (digits: number) => fc.nat().map((number) => hash(`${number}`).slice(0, digits));
const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const role = fc.constantFrom<Role>('speech', 'question', 'note', 'notice', 'matter');
const part = fc
  .string({ unit: fc.constantFrom(...'abcéЖ漢 -_.%👍\uffee'), minLength: 1, maxLength: 6 })
  .map((text) => `x${text}`);
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

/** Any entry that a text could have. */
const entry: fc.Arbitrary<ManifestEntry> = fc
  .record({
    path,
    size: count,
    sha256: digest(64),
    title: fc.option(name),
    digest: digest(64),
    words: count,
    speakers: fc.array(fc.record({ name, labelled: fc.boolean() }), { maxLength: 3 }),
  })
  .chain((head) => {
    const speaker =
      head.speakers.length === 0 ? fc.constant(null) : fc.option(fc.nat({ max: head.speakers.length - 1 }));
    const passage = fc.record({ role, speaker, tokens: fc.integer({ min: 1, max: 50 }), digest: digest(32) });
    return fc.array(passage, { maxLength: 6 }).map((passages) => {
      const marks: SealedMark[] = passages.map((one, index) => ({
        mark: '(*)',
        passage: index,
        token: one.tokens - 1,
      }));
      return { kind: 'sealed' as const, form: 'verbatim-text/1' as const, ...head, passages, marks };
    });
  });

/** Any manifest that sealing and amending can make. */
export const anyManifest: fc.Arbitrary<Manifest> = fc
  .array(fc.tuple(entry, fc.option(fc.record({ to: entry, day: fc.constantFrom('2024-02-29', '2025-12-31') }))), {
    maxLength: 6,
  })
  .map((pairs) =>
    pairs.reduce<Manifest>((manifest, [one, amendment]) => {
      const added = addEntry(manifest, one);
      if (added.kind === 'refused') return manifest;
      if (amendment === null) return added.manifest;
      const moved = amend(added.manifest, { ...amendment.to, sealed: amendment.day }, 'a word misheard', one.path);
      return moved.kind === 'refused' ? added.manifest : moved.manifest;
    }, EMPTY_MANIFEST),
  );
