/**
 * From bytes to a `Document`: finds the format, decodes what is text, and calls the one reader that is needed.
 *
 * Every reader is loaded when its format is met and not before, so a text file costs nothing for PDF.
 */
import { type Decoded, declaredEncoding, decode } from '../decode/index.ts';
import { Refusal } from '../refusal.ts';
import { detectFormat } from './detect.ts';
import type { Caveat, Document, Format } from './document.ts';
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from './limits.ts';

export { detectFormat } from './detect.ts';

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
    return readSource(bytes, options, async (source) => readText(source));
  },
  markdown: async (bytes, options) => {
    const { readMarkdown } = await import('./markdown/index.ts');
    return readSource(bytes, options, (source) => readMarkdown(source, options));
  },
  html: async (bytes, options) => {
    const { readHtml } = await import('./html/index.ts');
    return readMarkup(bytes, options, (source) => readHtml(source, options));
  },
  mhtml: async (bytes, options) => (await import('./mhtml/index.ts')).readMhtml(bytes, options),
  docx: async (bytes) => (await import('./docx/index.ts')).readDocx(bytes),
  odt: async (bytes) => (await import('./odt/index.ts')).readOdt(bytes),
  rtf: async (bytes) => (await import('./rtf/index.ts')).readRtf(bytes),
  epub: async (bytes, options) => (await import('./epub/index.ts')).readEpub(bytes, options),
  pdf: async (bytes) => (await import('./pdf/index.ts')).readPdf(bytes),
  srt: async (bytes, options) => {
    const { readSrt } = await import('./subtitles/index.ts');
    return readSource(bytes, options, async (source) => readSrt(source));
  },
  webvtt: async (bytes, options) => {
    const { readWebvtt } = await import('./subtitles/index.ts');
    return readSource(bytes, options, readWebvtt);
  },
  tei: readXmlMarkup,
  docbook: readXmlMarkup,
} satisfies Record<Format, Reader>;

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
  const reader: Reader = READERS[format];
  const document = await reader(bytes, options);
  refuseWordless(document);
  return lie === null ? document : withCaveat(document, { kind: 'declared-format', at: null, detail: lie });
}

type SourceReader = (source: string) => Promise<Document>;

async function readXmlMarkup(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const { readXml } = await import('./xml/index.ts');
  return readMarkup(bytes, options, readXml);
}

/** Decodes markup, which may declare its encoding itself. */
async function readMarkup(bytes: Uint8Array, options: ReadOptions, reader: SourceReader): Promise<Document> {
  return readDecoded(await decode(bytes, { ...options, declared: declaredEncoding(bytes) }), reader);
}

/** Decodes text that declares nothing. */
async function readSource(bytes: Uint8Array, options: ReadOptions, reader: SourceReader): Promise<Document> {
  return readDecoded(await decode(bytes, options), reader);
}

/** Reads decoded text, and says so when its encoding was a guess or goes against its declaration. */
async function readDecoded({ text, encoding, certain }: Decoded, reader: SourceReader): Promise<Document> {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new Refusal('too-large', `${text.length} characters, at most ${MAX_TEXT_LENGTH}`);
  }
  const document = await reader(text);
  return certain ? document : withCaveat(document, { kind: 'encoding', at: null, detail: `read as ${encoding}` });
}

function withCaveat(document: Document, caveat: Caveat): Document {
  return { ...document, caveats: [caveat, ...document.caveats] };
}

function refuseWordless(document: Document): void {
  const hasWord = document.blocks.some(({ text }) => /[A-Za-z0-9]/.test(text) || /[\p{L}\p{N}]/u.test(text));
  if (!hasWord) throw new Refusal('no-text', 'not a single word');
}
