/** The canonical form `verbatim-text/1`: what is hashed, and how a text becomes it. See `README.md` beside this file. */
export { type Canonical, canonicalise } from './canonicalise.ts';
export { isIgnorable, isPunctuation, isWord } from './classes.ts';
export { digestTokens } from './digest.ts';
export { CANONICAL_FORM, parseSerialisation, serialise } from './serialise.ts';
export { type Tokens, tokenise } from './tokenise.ts';
