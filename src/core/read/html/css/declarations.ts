/** Declarations of a rule or a `style` attribute: `name: value !important`. */
import { decodeEscapes, findOutside, splitOutside, withoutComments } from './syntax.ts';

/** One declaration as written; names are lower case but for custom properties. */
export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}

/** The declarations of a block. */
export interface DeclarationBlock {
  readonly declarations: readonly Declaration[];
}

const IMPORTANT = /![ \t\r\n\f]*important$/i;

/** Parses the inside of a rule's block or a `style` attribute. Malformed parts are dropped, as in browsers. */
export function parseDeclarations(css: string): DeclarationBlock {
  const declarations: Declaration[] = [];
  for (const part of splitOutside(withoutComments(css), ';')) {
    const declaration =
      part === '' || (!part.startsWith('--') && findOutside(part, 0, '{') < part.length) ? null : parseOne(part);
    if (declaration !== null) declarations.push(declaration);
  }
  return { declarations };
}

function parseOne(part: string): Declaration | null {
  const colon = part.indexOf(':');
  if (colon <= 0) return null;
  const raw = decodeEscapes(part.slice(0, colon)).trim();
  const name = raw.startsWith('--') ? raw : raw.toLowerCase();
  const written = part.slice(colon + 1).trim();
  const important = IMPORTANT.test(written);
  const value = important ? written.slice(0, written.lastIndexOf('!')).trim() : written;
  return value === '' && !name.startsWith('--') ? null : { name, value, important };
}
