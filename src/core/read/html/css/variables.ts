/** Custom properties: `var(--name, fallback)` put in place of what it stands for. */
import { findOutside } from './syntax.ts';

/** Custom properties in force, by name with its dashes. */
export type Variables = ReadonlyMap<string, string>;

/** Replacements in one value, and the length it may grow to; beyond them the value is invalid. */
const MAX_REPLACEMENTS = 64;
const MAX_LENGTH = 4_096;

/** `value` with every `var()` resolved, or `null` where one has neither value nor fallback (then the property is unset). */
export function resolveVariables(value: string, variables: Variables): string | null {
  let text = value;
  for (let count = 0; count <= MAX_REPLACEMENTS; count++) {
    const at = text.search(/\bvar\(/i);
    if (at < 0) return text;
    const end = findOutside(text, at + 4, ')');
    const comma = findOutside(text, at + 4, ',)');
    const name = text.slice(at + 4, comma).trim();
    const fallback = comma < end ? text.slice(comma + 1, end).trim() : null;
    const found = variables.get(name) ?? fallback;
    if (found === null || text.length + found.length > MAX_LENGTH) return null;
    text = `${text.slice(0, at)}${found}${text.slice(end + 1)}`;
  }
  return null;
}
