/** Turns the tokens of two witnesses into integers, so that everything behind it compares numbers. */

/** Tokens as integers. Equal numbers in `exact` are equal tokens; equal numbers in `key` are equal but for case. */
export interface Keys {
  readonly exact: Int32Array;
  readonly key: Int32Array;
}

/** Numbers the tokens of both witnesses in one space, from 0. */
export function internTokens(sealed: readonly string[], copy: readonly string[]): { sealed: Keys; copy: Keys } {
  const exactNumbers = new Map<string, number>();
  const keyNumbers = new Map<string, number>();
  const keyOf: number[] = [];
  const number = (token: string): number => {
    const known = exactNumbers.get(token);
    if (known !== undefined) return known;
    const lower = token.toLowerCase();
    const key = keyNumbers.get(lower) ?? keyNumbers.size;
    keyNumbers.set(lower, key);
    exactNumbers.set(token, keyOf.length);
    keyOf.push(key);
    return keyOf.length - 1;
  };
  const intern = (tokens: readonly string[]): Keys => {
    const exact = new Int32Array(tokens.length);
    const key = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const id = number(tokens[i]!);
      exact[i] = id;
      key[i] = keyOf[id]!;
    }
    return { exact, key };
  };
  return { sealed: intern(sealed), copy: intern(copy) };
}
