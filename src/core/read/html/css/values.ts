/** Declarations in force, and the words every property takes. */

/** Value of each property in force, by longhand, lower case but for strings and family names. */
export type Values = Map<string, string>;

/** Keywords every property takes. */
export const WIDE: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer']);

/** The set of the words in `text`. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
