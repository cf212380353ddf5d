/** The signs of an RTF file: groups, control words, control symbols, and the bytes between them (RTF 1.9.1, "Conventions"). */
import { Refusal } from '../../refusal.ts';

/** What is told of a file, in order. */
export interface RtfHandlers {
  open(): void;
  close(): void;
  /** A control word, without its backslash; `value` is `null` when it has none. */
  control(word: string, value: number | null): void;
  /** A control symbol that is no letter: `*`, `~`, `-`. */
  symbol(sign: string): void;
  /** A byte of text, plain or written `\'hh`, in the code page in force. */
  byte(byte: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Letters of a control word; the longest one there is has 32. */
const MAX_WORD = 40;

/**
 * Tells `handlers` of the RTF file `bytes`, up to the end of its outermost group.
 *
 * @throws Refusal `damaged` when it does not begin as RTF does or breaks off.
 */
export function readRtfSigns(bytes: Uint8Array, handlers: RtfHandlers): void {
  let depth = 0;
  let at = start(bytes);
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === BACKSLASH) {
      at = control(bytes, at + 1, handlers);
      continue;
    }
    at++;
    if (byte === OPEN) {
      depth++;
      handlers.open();
    } else if (byte === CLOSE) {
      handlers.close();
      if (--depth === 0) return;
    } else if (byte === 0x09) handlers.control('tab', null);
    else if (byte !== 0x0a && byte !== 0x0d && byte !== 0x00) handlers.byte(byte);
  }
  throw new Refusal('damaged', 'the file breaks off inside a group');
}

function start(bytes: Uint8Array): number {
  const mark = [OPEN, BACKSLASH, 0x72, 0x74, 0x66];
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (!mark.every((byte, i) => bytes[from + i] === byte))
    throw new Refusal('damaged', 'the file does not begin as RTF does');
  return from;
}

/** Reads the control that begins behind a backslash, and gives the offset behind it. */
function control(bytes: Uint8Array, at: number, handlers: RtfHandlers): number {
  const byte = byteAt(bytes, at);
  if (isLetter(byte)) return controlWord(bytes, at, handlers);
  if (byte === 0x27) {
    const code = 16 * hexDigit(byteAt(bytes, at + 1)) + hexDigit(byteAt(bytes, at + 2));
    if (Number.isNaN(code)) return at + 1;
    handlers.byte(code);
    return at + 3;
  }
  if (byte === 0x0a || byte === 0x0d) handlers.control('par', null);
  else if (byte === BACKSLASH || byte === OPEN || byte === CLOSE) handlers.byte(byte);
  else handlers.symbol(String.fromCharCode(byte));
  return at + 1;
}

function controlWord(bytes: Uint8Array, from: number, handlers: RtfHandlers): number {
  let at = from;
  while (at - from < MAX_WORD && isLetter(byteAt(bytes, at))) at++;
  const word = String.fromCharCode(...bytes.subarray(from, at));
  const digits = at;
  if (bytes[at] === 0x2d && isDigit(byteAt(bytes, at + 1))) at++;
  while (at - digits < 11 && isDigit(byteAt(bytes, at))) at++;
  const value = at === digits ? null : Number(String.fromCharCode(...bytes.subarray(digits, at)));
  if (bytes[at] === 0x20) at++;
  if (word === 'bin') return at + Math.max(0, value ?? 0);
  handlers.control(word, value);
  return at;
}

/** A byte, or 0 behind the end. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x57 : Number.NaN;
}
