/**
 * What format a file has: by what is in it first, by its extension second.
 *
 * An extension is only a claim. Where the content is unmistakable it decides, and a claim that differs is reported; where the
 * content could be anything (Markdown is text, a fragment of HTML may stand in Markdown), the extension decides.
 */
import { detectBinary } from './detect-binary.ts';
import { detectText } from './detect-text.ts';
import type { Format } from './document.ts';

/** What a file was found to be. */
export interface Detection {
  /** `null` when the file is of no format that is read here. */
  readonly format: Format | null;
  /** What it is instead, in a few words, when `format` is `null`; else empty. */
  readonly what: string;
  /** What is wrong with the extension (`named .txt, but it is html`), or `null` when it tells the truth or claims nothing. */
  readonly lie: string | null;
}

const EXTENSIONS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mkd', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['xht', 'html'],
  ['mhtml', 'mhtml'],
  ['mht', 'mhtml'],
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['odt', 'odt'],
  ['rtf', 'rtf'],
  ['epub', 'epub'],
  ['pdf', 'pdf'],
  ['srt', 'srt'],
  ['vtt', 'webvtt'],
  ['tei', 'tei'],
  ['dbk', 'docbook'],
  ['docbook', 'docbook'],
]);

/** Formats that can begin with anything; for every other the content is unmistakable, and a file without it is text. */
const SHAPELESS: ReadonlySet<Format> = new Set(['text', 'markdown', 'html']);

/** Finds the format of `bytes`; of `name` only the extension counts. */
export function detectFormat(bytes: Uint8Array, name: string): Detection {
  const extension = extensionOf(name);
  const claimed = EXTENSIONS.get(extension) ?? null;
  const binary = detectBinary(bytes, claimed);
  if (binary !== null && binary.format === null) return { format: null, what: binary.what, lie: null };
  const found = binary?.format ?? detectText(headOf(bytes), claimed, extension);
  if (found === 'other-xml') return { format: null, what: 'XML that is neither TEI, DocBook nor XHTML', lie: null };
  const format = found ?? (claimed !== null && SHAPELESS.has(claimed) ? claimed : 'text');
  const lie = claimed === null || claimed === format ? null : `named .${extension}, but it is ${format}`;
  return { format, what: '', lie };
}

/** The extension, lower case, without the dot; '' when there is none. */
function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot + 1).toLowerCase();
}

/** The beginning of the file as text, whatever its encoding: markup is ASCII in all of them but UTF-16. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 8_192);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const text: string = Reflect.apply(String.fromCharCode, null, head);
  return text.replace(/^\xef\xbb\xbf/, '');
}
