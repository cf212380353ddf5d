/** What pdf.js gives, taken for what it should be: its operators and fonts are messages without types. */
import type { PDFPageProxy } from './open.ts';

/** The items of an array; none of anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A property of an object; `null` of anything else. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
}

/** A string; an empty one for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a page, or for names that begin with `g_` the document, keeps under a name; `null` for nothing. */
export function kept({ objs, commonObjs }: PDFPageProxy, name: string): unknown {
  const keeper = name.startsWith('g_') ? commonObjs : objs;
  return keeper.has(name) ? keeper.get(name) : null;
}
