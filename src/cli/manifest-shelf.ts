/**
 * The sealed texts of a manifest as a shelf. A repository may hold ten thousand of them, so a transcript is only read when
 * a copy may come from it: when a paragraph of the copy has the digest of one of its passages. For a copy without one such
 * paragraph the texts that share runs of words with it are found by their fingerprints. And a large manifest is only read whole when looking digests up in its bytes does
 * not name the source.
 */
import { TELLING_TOKENS, tellingDigests } from '../core/locate/telling.ts';
import type { Document } from '../core/read/document.ts';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { current, type OlderVersion, olderVersions } from '../core/seal/manifest-change.ts';
import { structure } from '../core/structure/structure.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import type { Absence } from '../core/verify.ts';
import type { ManifestLines } from '../repository/manifest-lines.ts';
import { locateInRoot } from '../repository/paths.ts';
import { type FileBytes, readFileOnce } from '../repository/read-file.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { progressOf } from './progress.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { SealedText, Shelf } from './shelf.ts';

/** The most texts that are looked at closely for one copy. */
const SHORTLIST = 12;
/** Texts up to which all are looked at rather than chosen from, and the most that are kept once they were read. */
const FEW = 64;
const KEPT = 128;
/** Paragraphs that are looked up in a manifest's bytes, and how many must be found; each costs a pass over them. */
const LOOKED_UP = 8;
const ENOUGH_FOUND = 2;

/** A manifest that was read, with what is looked up in it. */
interface Catalogue {
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly older: ReadonlyMap<string, readonly OlderVersion[]>;
}

/** The sealed texts of one manifest, whose paths count from `root`. */
export class ManifestShelf implements Shelf {
  readonly known = (): readonly Transcript[] => [];
  readonly #manifest: () => Manifest;
  readonly #lines: ManifestLines | null;
  readonly #root: string;
  readonly #settings: Settings;
  readonly #session: Session | null;
  readonly #loaded = new Map<string, SealedText>();
  #catalogue: Catalogue | null = null;
  #byPassage: ReadonlyMap<string, ReadonlySet<ManifestEntry>> | null = null;
  #fingerprints: Promise<readonly Uint32Array[]> | null = null;

  /**
   * `manifest` may be read when it is needed; `lines` are its lines, where looking into them may spare that. Long work shows
   * its progress in the `session`.
   */
  constructor(
    manifest: Manifest | (() => Manifest),
    root: string,
    settings: Settings,
    lines: ManifestLines | null = null,
    session: Session | null = null,
  ) {
    this.#manifest = typeof manifest === 'function' ? manifest : () => manifest;
    this.#lines = lines;
    this.#root = root;
    this.#settings = settings;
    this.#session = session;
  }

  async twin({ sha256 }: FileBytes): Promise<SealedText | null> {
    const quick = this.#catalogue === null ? this.#lines?.withBytes(sha256, 1) : undefined;
    if (quick?.length === 0) return null;
    const [entry] = quick ?? [];
    if (entry !== undefined && this.#lines?.isSuperseded(sha256) === false) return this.#load(entry);
    for (const one of this.#read().entries.values()) if (one.sha256 === sha256) return this.#load(one);
    return null;
  }

  async candidates(copy: Document): Promise<readonly SealedText[]> {
    const digests = tellingDigests(copy);
    const likely = this.#lookedUp(digests) ?? this.#shortlist(digests);
    if (likely.length === 0) return this.#nearest(copy);
    return this.#loadEach(likely, likely.keys());
  }

  /** How many texts are sealed. */
  get count(): number {
    return this.#read().entries.size;
  }

  /** Every sealed text, in the order of their paths, with its transcript where it is at hand. */
  async all(): Promise<readonly SealedText[]> {
    const entries = [...this.#read().entries.values()];
    return this.#loadEach(entries, entries.keys());
  }

  /** Those with these indexes among all. */
  async some(indexes: Iterable<number>): Promise<readonly SealedText[]> {
    return this.#loadEach([...this.#read().entries.values()], indexes);
  }

  /** The fingerprints of all sealed texts, in the order of their paths; empty for one that is not at hand. */
  fingerprints(): Promise<readonly Uint32Array[]> {
    this.#fingerprints ??= this.#makeFingerprints();
    return this.#fingerprints;
  }

  async #makeFingerprints(): Promise<readonly Uint32Array[]> {
    const entries = [...this.#read().entries.values()];
    const progress = this.#session === null ? null : progressOf('texts', entries.length, this.#session);
    const { fingerprintsOf } = await import('./fingerprints.ts');
    const prints = await fingerprintsOf({
      root: this.#root,
      entries,
      settings: this.#settings,
      load: async (entry) => (await this.#transcriptOf(entry)).transcript,
      progress: (done) => progress?.at(done),
    });
    progress?.end();
    return prints;
  }

  /** The texts that share most runs of words with the copy, and those that only their digests speak for. */
  async #nearest(copy: Document): Promise<readonly SealedText[]> {
    const entries = [...this.#read().entries.values()];
    if (entries.length <= FEW) return this.all();
    const { fingerprintOf, sharingMost } = await import('../core/quote/index.ts');
    const prints = await this.fingerprints();
    const own = fingerprintOf(structure(copy, this.#settings.conventions));
    const unknown = entries.flatMap((_, i) => (prints[i]?.length === 0 ? [i] : []));
    const chosen = new Set([...sharingMost(prints, own, SHORTLIST), ...unknown]);
    return this.#loadEach(entries, chosen.size === 0 ? [0] : chosen);
  }

  /** The sealed text at `path`; `null` when it is not sealed. */
  async at(path: string): Promise<SealedText | null> {
    const entry = this.#read().entries.get(path);
    return entry === undefined ? null : this.#load(entry);
  }

  #read(): Catalogue {
    if (this.#catalogue !== null) return this.#catalogue;
    const manifest = this.#manifest();
    this.#catalogue = { entries: current(manifest), older: olderVersions(manifest) };
    if (this.#catalogue.entries.size > 0) return this.#catalogue;
    throw new RunError('the manifest seals no text: seal one with “verbatim manifest FILE”');
  }

  /** The texts whose lines hold paragraphs of the copy; `null` when the manifest must be read to tell. */
  #lookedUp(digests: readonly string[]): readonly ManifestEntry[] | null {
    if (this.#lines === null || this.#catalogue !== null) return null;
    const found = new Map<string, ManifestEntry>();
    let hits = 0;
    for (const digest of digests.slice(0, LOOKED_UP)) {
      const holders = this.#lines.withPassage(digest, SHORTLIST);
      if (holders === null || holders.length === 0) continue;
      for (const entry of holders) found.set(entry.path, entry);
      hits++;
      if (hits === ENOUGH_FOUND) break;
    }
    const entries = [...found.values()];
    if (hits === 0 || entries.some(({ sha256 }) => this.#lines?.isSuperseded(sha256))) return null;
    return byShare(entries, digests);
  }

  /** The texts that share a telling paragraph with the copy, now or in an older version; those that share most first. */
  #shortlist(digests: readonly string[]): readonly ManifestEntry[] {
    const { entries, older } = this.#read();
    this.#byPassage ??= passageIndex(entries, older);
    const shares = new Map<ManifestEntry, number>();
    for (const digest of digests)
      for (const entry of this.#byPassage.get(digest) ?? []) shares.set(entry, (shares.get(entry) ?? 0) + 1);
    return best(shares);
  }

  async #loadEach(entries: readonly ManifestEntry[], indexes: Iterable<number>): Promise<readonly SealedText[]> {
    const texts: SealedText[] = [];
    for (const index of indexes) texts.push(await this.#load(entries[index]!));
    return texts;
  }

  async #load(entry: ManifestEntry): Promise<SealedText> {
    const known = this.#loaded.get(entry.path);
    if (known !== undefined) return known;
    const older = this.#catalogue?.older.get(entry.path) ?? [];
    const text = {
      entry,
      ...(await this.#transcriptOf(entry)),
      shown: entry.path,
      ...(older.length === 0 ? {} : { older }),
    };
    this.#loaded.set(entry.path, text);
    const [oldest] = this.#loaded.size > KEPT ? this.#loaded.keys() : [];
    if (oldest !== undefined) this.#loaded.delete(oldest);
    return text;
  }

  /** The transcript, if its file is there with the sealed bytes; otherwise why it is not at hand. */
  async #transcriptOf(
    entry: ManifestEntry,
  ): Promise<{ readonly transcript: Transcript | null; readonly absence?: Absence }> {
    const file = locateInRoot(this.#root, entry.path);
    if (file === null) return { transcript: null, absence: 'missing' };
    if (file === 'outside') return { transcript: null, absence: 'unreadable' };
    try {
      const { bytes, sha256 } = readFileOnce(file);
      if (sha256 !== entry.sha256) return { transcript: null, absence: 'changed' };
      const { furniture, conventions } = this.#settings;
      return { transcript: structure(await read(bytes, { name: entry.path, furniture }), conventions) };
    } catch (error) {
      expected(error, Refusal);
      return { transcript: null, absence: 'unreadable' };
    }
  }
}

/** Those that have more of the paragraphs first. */
function byShare(entries: readonly ManifestEntry[], digests: readonly string[]): readonly ManifestEntry[] {
  const wanted = new Set(digests);
  return best(entries.map((entry) => [entry, entry.passages.filter(({ digest }) => wanted.has(digest)).length]));
}

/** The texts with the largest shares, the largest first. */
function best(shares: Iterable<readonly [ManifestEntry, number]>): readonly ManifestEntry[] {
  const sorted = [...shares].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, SHORTLIST).map(([entry]) => entry);
}

function passageIndex(
  entries: ReadonlyMap<string, ManifestEntry>,
  older: ReadonlyMap<string, readonly OlderVersion[]>,
): ReadonlyMap<string, ReadonlySet<ManifestEntry>> {
  const index = new Map<string, Set<ManifestEntry>>();
  for (const [path, entry] of entries) {
    for (const { passages } of [entry, ...(older.get(path) ?? []).map((version) => version.entry)]) {
      for (const { digest, tokens } of passages) {
        if (tokens < TELLING_TOKENS) continue;
        const holders = index.get(digest);
        if (holders === undefined) index.set(digest, new Set([entry]));
        else holders.add(entry);
      }
    }
  }
  return index;
}
