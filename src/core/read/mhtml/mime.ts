/**
 * Takes a MIME message apart (RFC 2045, 2046, 2387): its parts, with what their headers say of them, in the order of the file.
 *
 * Only what a saved page needs: boundaries, quoted-printable and base64. A header given twice could be read either way by two
 * programs, so a part with two types or two encodings is refused.
 */
import { Refusal } from '../../refusal.ts';

/** Parts inside parts; a saved page has two or three. */
const MAX_DEPTH = 16;
/** Parts of a message; a page has some hundred pictures. */
const MAX_PARTS = 10_000;
/** Bytes of one part's headers that are looked through. */
const MAX_HEAD = 64 * 1024;

/** A part that is not itself made of parts. */
export interface MimePart {
  /** `text/html`; lower case. */
  readonly type: string;
  /** The encoding that the headers declare, or `null`. */
  readonly charset: string | null;
  /** Its name among the parts, without the angle brackets, '' for none. */
  readonly id: string;
  /** The address it was saved from, '' where it is not said. */
  readonly location: string;
  /** Whether it is there to be saved and not to be shown. */
  readonly attached: boolean;
  /** Its content; decoded when asked for. */
  bytes(): Uint8Array;
}

export interface MimeMessage {
  readonly parts: readonly MimePart[];
  /** The id of the part that the others belong to, '' where it is not said. */
  readonly root: string;
}

/** A stretch of the file that is a part with its headers. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/**
 * The message in `bytes`.
 *
 * Throws `Refusal`: `damaged` for headers that contradict themselves, `too-large` for too many parts or parts inside parts.
 */
export function readMime(bytes: Uint8Array): MimeMessage {
  const text = new TextDecoder('latin1').decode(bytes);
  const parts: MimePart[] = [];
  const pending: Stretch[] = [{ start: 0, end: text.length, depth: 0 }];
  let root = '';
  for (let stretch = pending.pop(); stretch !== undefined; stretch = pending.pop()) {
    const { headers, body } = headOf(text, stretch);
    const type = single(headers, 'content-type');
    const boundary = parameter(type, 'boundary');
    if (!/^multipart\//i.test(type) || boundary === '') parts.push(partOf(bytes, headers, body, stretch.end));
    else {
      if (stretch.depth >= MAX_DEPTH) throw new Refusal('too-large', `parts more than ${MAX_DEPTH} deep`);
      root ||= bare(parameter(type, 'start'));
      pending.push(...stretchesOf(text, `--${boundary}`, { ...stretch, start: body }).reverse());
    }
    if (parts.length + pending.length > MAX_PARTS) throw new Refusal('too-large', `more than ${MAX_PARTS} parts`);
  }
  return { parts, root };
}

type Headers = ReadonlyMap<string, readonly string[]>;

/** The headers at the beginning of a stretch, and where its body begins. */
function headOf(text: string, { start, end }: Stretch): { readonly headers: Headers; readonly body: number } {
  const head = text.slice(start, Math.min(end, start + MAX_HEAD));
  const empty = /^\r?\n/.exec(head);
  const blank = empty ?? /\r?\n\r?\n/.exec(head);
  const headers = new Map<string, string[]>();
  const lines = head.slice(0, empty === null ? (blank?.index ?? head.length) : 0).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [line.slice(colon + 1).trim()]);
    else values.push(line.slice(colon + 1).trim());
  }
  return { headers, body: start + (blank === null ? head.length : blank.index + blank[0].length) };
}

/** The value of a header that a part has once; '' when it has none. */
function single(headers: Headers, name: string): string {
  const values = headers.get(name) ?? [];
  if (values.length > 1) throw new Refusal('damaged', `a part with two headers ${name}`);
  return values[0] ?? '';
}

/** A parameter of a header's value: `charset` of `text/html; charset="utf-8"`. */
function parameter(value: string, name: string): string {
  for (const [, key = '', quoted, plain = ''] of value.matchAll(
    /;\s{0,8}([\w-]{1,64})\s{0,8}=\s{0,8}(?:"([^"]{0,512})"|([^\s;]{1,512}))/g,
  )) {
    if (key.toLowerCase() === name) return quoted ?? plain;
  }
  return '';
}

/** The stretches between the lines that begin with `mark`. */
function stretchesOf(text: string, mark: string, { start, end, depth }: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let open = -1;
  for (let at = text.indexOf(mark, start); at !== -1 && at < end; at = text.indexOf(mark, at + mark.length)) {
    const line = lineOf(text, at + mark.length, end);
    if ((at > start && text[at - 1] !== '\n') || !/^(?:--)?[ \t\r]*$/.test(line.text)) continue;
    if (open !== -1)
      stretches.push({ start: open, end: Math.max(open, at - (text[at - 2] === '\r' ? 2 : 1)), depth: depth + 1 });
    open = line.text.startsWith('--') ? -1 : line.next;
    if (open === -1) return stretches;
    if (stretches.length > MAX_PARTS) throw new Refusal('too-large', `more than ${MAX_PARTS} parts`);
  }
  if (open !== -1) stretches.push({ start: open, end, depth: depth + 1 });
  return stretches;
}

/** Longer lines hold more than a boundary. */
const LONGEST_MARK_LINE = 100;

function lineOf(text: string, from: number, end: number): { readonly text: string; readonly next: number } {
  const near = text.slice(from, Math.min(end, from + LONGEST_MARK_LINE));
  const length = near.indexOf('\n');
  return length === -1
    ? { text: near, next: from + near.length }
    : { text: near.slice(0, length), next: from + length + 1 };
}

function partOf(bytes: Uint8Array, headers: Headers, start: number, end: number): MimePart {
  const type = single(headers, 'content-type');
  const packing = single(headers, 'content-transfer-encoding').toLowerCase();
  const charset = parameter(type, 'charset');
  return {
    type: type.replace(/[\s;].*/s, '').toLowerCase(),
    charset: charset === '' ? null : charset,
    id: bare(single(headers, 'content-id')),
    location: single(headers, 'content-location').replace(/\s/g, ''),
    attached: /^attachment\b/i.test(single(headers, 'content-disposition')),
    bytes: () => unpacked(bytes.subarray(start, end), packing),
  };
}

function bare(id: string): string {
  return id.replace(/^<|>$/g, '');
}

function unpacked(bytes: Uint8Array, packing: string): Uint8Array {
  if (packing === 'quoted-printable') return unquoted(bytes);
  return packing === 'base64' ? unbased(bytes) : bytes;
}

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

/** Quoted-printable (RFC 2045, 6.7): `=E9` is a byte, `=` at a line's end joins two lines. */
function unquoted(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== EQUALS) plain[length++] = byte;
    else if (bytes[at + 1] === LF) at += 1;
    else if (bytes[at + 1] === CR && bytes[at + 2] === LF) at += 2;
    else {
      const code = hexDigit(bytes[at + 1] ?? 0) * 16 + hexDigit(bytes[at + 2] ?? 0);
      plain[length++] = Number.isNaN(code) ? byte : code;
      if (!Number.isNaN(code)) at += 2;
    }
  }
  return plain.subarray(0, length);
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIXES = Int8Array.from({ length: 128 }, (_, code) => BASE64.indexOf(String.fromCharCode(code)));

/** Base64 (RFC 2045, 6.8); signs outside of its alphabet are passed over. */
function unbased(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    if (byte === EQUALS) break;
    const six = SIXES[byte] ?? -1;
    if (six === -1) continue;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    plain[length++] = (held >> bits) & 0xff;
  }
  return plain.subarray(0, length);
}
