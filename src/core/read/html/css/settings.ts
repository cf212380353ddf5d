/** What a declaration sets; a rule speaks of many elements, so each declaration without variables is taken apart once. */
import type { Declaration } from './declarations.ts';
import { expand, longhands } from './properties.ts';
import { decodeEscapes } from './syntax.ts';
import { isSure } from './validity.ts';
import { resolveVariables, type Variables } from './variables.ts';

/** A longhand and its value, and whether a browser is sure to take it. */
export interface Setting {
  readonly longhand: string;
  readonly value: string;
  readonly sure: boolean;
}

const LATE = /var\(/i;

export class Settings {
  readonly #known = new WeakMap<Declaration, readonly Setting[] | 'late'>();

  /** What the declaration sets where these variables hold. */
  of(declaration: Declaration, variables: Variables): readonly Setting[] {
    let known = this.#known.get(declaration);
    if (known === undefined) {
      const { name, value } = declaration;
      known = LATE.test(decodeEscapes(value)) ? 'late' : settings(expand(name, value) ?? []);
      this.#known.set(declaration, known);
    }
    return known === 'late' ? late(declaration, variables) : known;
  }
}

/** A value with `var()` is only known to be wrong when it is too late to fall back: the property is then unset. */
function late({ name, value }: Declaration, variables: Variables): readonly Setting[] {
  const resolved = resolveVariables(decodeEscapes(value), variables);
  const pairs = resolved === null ? null : expand(name, resolved);
  return settings(pairs ?? longhands(name).map((longhand) => [longhand, 'unset'] as const));
}

function settings(pairs: readonly (readonly [string, string])[]): readonly Setting[] {
  return pairs.map(([longhand, value]) => ({ longhand, value, sure: isSure(longhand, value) }));
}
