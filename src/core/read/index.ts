/**
 * From bytes to a `Document`: finds the format, decodes what is text, and calls the one reader that is needed.
 *
 * Every reader is loaded when its format is met and not before, so a text file costs nothing for PDF.
 */
import { decode } from '../decode/index.ts';
import { Refusal } from '../refusal.ts';
import { detectFormat } from './detect.ts';
import type { Caveat, Document, Format } from './document.ts';
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from './limits.ts';

export { type Detection, detectFormat } from './detect.ts';

/** What is known of a file besides its bytes. */
export interface ReadOptions {
  /** The file's name, for its extension only. */
  readonly name: string;
  /** Selectors of boxes that the publisher declares as furniture. */
  readonly furniture?: readonly string[];
  /** How many words of a text fit the known transcript; decides between encodings that are equally possible. */
  readonly confirm?: (text: string) => number;
}

type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Document>;

const READERS = {
  text: async (bytes, options) => {
    const { readText } = await import('./text/index.ts');
    return withText(bytes, options, null, async (source) => readText(source));
  },
  markdown: async (bytes, options) => {
    const { readMarkdown } = await import('./markdown/index.ts');
    return withText(bytes, options, null, readMarkdown);
  },
} satisfies Partial<Record<Format, Reader>>;

/**
 * Reads one witness.
 *
 * Throws `Refusal`: `too-large`, `unknown-format`, `not-text`, `no-text` for a file without a single word, and what the
 * format's reader refuses.
 */
export async function read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('too-large', `${bytes.length} bytes, at most ${MAX_FILE_BYTES}`);
  const { format, what, lie } = detectFormat(bytes, options.name);
  if (format === null) throw new Refusal('unknown-format', what);
  const reader: Reader | undefined = (READERS as Partial<Record<Format, Reader>>)[format];
  if (reader === undefined) throw new Refusal('unknown-format', format);
  const document = await reader(bytes, options);
  refuseWordless(document);
  return lie === null ? document : withCaveat(document, { kind: 'declared-format', at: null, detail: lie });
}

/** Decodes the bytes for a reader of text, and says so when the encoding was a guess. */
async function withText(
  bytes: Uint8Array,
  options: ReadOptions,
  declared: string | null,
  readSource: (source: string) => Promise<Document>,
): Promise<Document> {
  const { confirm } = options;
  const { text, encoding, certain } = await decode(bytes, { declared, ...(confirm === undefined ? {} : { confirm }) });
  if (text.length > MAX_TEXT_LENGTH) {
    throw new Refusal('too-large', `${text.length} characters, at most ${MAX_TEXT_LENGTH}`);
  }
  const document = await readSource(text);
  return certain ? document : withCaveat(document, { kind: 'encoding', at: null, detail: `read as ${encoding}` });
}

function withCaveat(document: Document, caveat: Caveat): Document {
  return { ...document, caveats: [caveat, ...document.caveats] };
}

function refuseWordless(document: Document): void {
  const hasWord = document.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!hasWord) throw new Refusal('no-text', 'not a single word');
}
