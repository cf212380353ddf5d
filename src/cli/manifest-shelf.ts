/**
 * The sealed texts of a manifest as a shelf. A repository may hold ten thousand of them, so a transcript is only read when
 * a copy may come from it: when a paragraph of the copy has the digest of one of its passages. Only a copy without one such
 * paragraph is held against everything.
 */
import { digestTokens } from '../core/canon/digest.ts';
import { tokenise } from '../core/canon/tokenise.ts';
import type { Document } from '../core/read/document.ts';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { current } from '../core/seal/manifest-change.ts';
import { structure } from '../core/structure/structure.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import { locateInRoot } from '../repository/paths.ts';
import { readFileOnce } from '../repository/read-file.ts';
import { RunError } from '../repository/run-error.ts';
import type { Settings } from './settings.ts';
import type { SealedText, Shelf } from './shelf.ts';

/** Hex digits of a passage's digest that the manifest keeps. */
const PASSAGE_DIGEST = 32;
/** Tokens below which a paragraph ("Yes.") stands in too many texts to tell them apart. */
const TELLING_TOKENS = 5;
/** The most texts that are looked at closely for one copy. */
const SHORTLIST = 12;

/** The sealed texts of one manifest, whose paths count from `root`. */
export class ManifestShelf implements Shelf {
  readonly known: readonly Transcript[] = [];
  readonly #entries: ReadonlyMap<string, ManifestEntry>;
  /** All lines, those that were superseded too. */
  readonly #records: Manifest['entries'];
  readonly #root: string;
  readonly #settings: Settings;
  readonly #loaded = new Map<string, SealedText>();
  #byPassage: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(manifest: Manifest, root: string, settings: Settings) {
    this.#entries = current(manifest);
    this.#records = manifest.entries;
    this.#root = root;
    this.#settings = settings;
    if (this.#entries.size === 0)
      throw new RunError('the manifest seals no text: seal one with “verbatim manifest FILE”');
  }

  async twin(sha256: string): Promise<SealedText | null> {
    for (const entry of this.#entries.values()) if (entry.sha256 === sha256) return this.#load(entry);
    const older = this.#records.find((record) => record.kind === 'sealed' && record.sha256 === sha256);
    return older?.kind === 'sealed' ? { entry: older, transcript: null, shown: older.path, superseded: true } : null;
  }

  async candidates(copy: Document): Promise<readonly SealedText[]> {
    const likely = this.#shortlist(copy);
    if (likely.length === 0) return this.all();
    const texts: SealedText[] = [];
    for (const entry of likely) texts.push(await this.#load(entry));
    return texts;
  }

  /** Every sealed text, with its transcript where it is at hand. */
  async all(): Promise<readonly SealedText[]> {
    const texts: SealedText[] = [];
    for (const entry of this.#entries.values()) texts.push(await this.#load(entry));
    return texts;
  }

  /** The sealed text at `path`; `null` when it is not sealed. */
  async at(path: string): Promise<SealedText | null> {
    const entry = this.#entries.get(path);
    return entry === undefined ? null : this.#load(entry);
  }

  /** The texts that share a telling paragraph with the copy, those that share most first. */
  #shortlist(copy: Document): readonly ManifestEntry[] {
    this.#byPassage ??= passageIndex(this.#entries.values());
    const shares = new Map<string, number>();
    for (const { text } of copy.blocks) {
      const tokens = tokenise(text).text;
      if (tokens.length < TELLING_TOKENS) continue;
      const digest = digestTokens(tokens).slice(0, PASSAGE_DIGEST);
      for (const path of this.#byPassage.get(digest) ?? []) shares.set(path, (shares.get(path) ?? 0) + 1);
    }
    const best = [...shares].sort((a, b) => b[1] - a[1]).slice(0, SHORTLIST);
    return best.flatMap(([path]) => this.#entries.get(path) ?? []);
  }

  async #load(entry: ManifestEntry): Promise<SealedText> {
    const known = this.#loaded.get(entry.path);
    if (known !== undefined) return known;
    const text = { entry, transcript: await this.#transcriptOf(entry), shown: entry.path };
    this.#loaded.set(entry.path, text);
    return text;
  }

  /** The transcript, if its file is there with the sealed bytes. */
  async #transcriptOf(entry: ManifestEntry): Promise<Transcript | null> {
    const file = locateInRoot(this.#root, entry.path);
    if (file === null || file === 'outside') return null;
    try {
      const { bytes, sha256 } = readFileOnce(file);
      if (sha256 !== entry.sha256) return null;
      const { furniture, conventions } = this.#settings;
      return structure(await read(bytes, { name: entry.path, furniture }), conventions);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

function passageIndex(entries: Iterable<ManifestEntry>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { path, passages } of entries) {
    for (const { digest, tokens } of passages) {
      if (tokens < TELLING_TOKENS) continue;
      const paths = index.get(digest);
      if (paths === undefined) index.set(digest, [path]);
      else if (paths.at(-1) !== path) paths.push(path);
    }
  }
  return index;
}
