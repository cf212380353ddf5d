/** Control characters have no place in a text: they erase, overprint and colour what a terminal shows. */
import { Refusal } from '../refusal.ts';

/** C0, DEL and C1 controls, but for TAB, LF, VT, FF, CR and NEL. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/;

/** Whether `text` holds a control character that no text has. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}

/** Throws `Refusal('not-text')` that names the first control character and its place. */
export function refuseControls(text: string): void {
  const at = text.search(CONTROL);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  throw new Refusal('not-text', `control character U+${code} at offset ${at}, line ${lineOf(text, at)}`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r\x85\u2028\u2029]/).length;
}
