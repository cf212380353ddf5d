/**
 * Builds HTML so that text can only ever be text: a plain string among an element's children is escaped, and the only way to
 * get markup is to make an element here.
 */
import { forHtml } from '../escape.ts';

/** Finished markup. */
export interface Markup {
  readonly html: string;
}

export type Child = Markup | string;

/** Attributes in the order they are written; one that is `null` is left out, and one that is '' stands without a value. */
export type Attributes = Readonly<Record<string, string | number | null>>;

const VOID: ReadonlySet<string> = new Set(['meta', 'br', 'hr', 'link', 'input']);

function attribute(name: string, value: string | number | null): string {
  if (value === null) return '';
  return value === '' ? ` ${name}` : ` ${name}="${forHtml(String(value))}"`;
}

function inner(child: Child): string {
  return typeof child === 'string' ? forHtml(child) : child.html;
}

/** An element; `name` and the names of attributes are ours, never foreign. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const open = `<${name}${Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('')}>`;
  return { html: VOID.has(name) ? open : `${open}${children.map(inner).join('')}</${name}>` };
}

/** Several pieces in a row, each beginning a line where `by` is a line end. */
export function joined(children: readonly Child[], by: '' | '\n' = ''): Markup {
  return { html: children.map(inner).join(by) };
}

export const NOTHING: Markup = { html: '' };
