/** Nested rules (CSS Nesting): a rule inside a rule is about elements tied to those of the rule around it. */
import { findOutside, splitOutside } from './syntax.ts';

/** What stands in a rule's block: its own declarations, and the rules inside it. */
export interface RuleBody {
  readonly declarations: string;
  readonly rules: readonly { readonly prelude: string; readonly body: string }[];
}

/** Longer selectors than this, once put together, are not evaluated. */
const LONGEST = 4_096;

/** Parts a rule's block into declarations and rules. */
export function partBody(css: string): RuleBody {
  if (!css.includes('{')) return { declarations: css, rules: [] };
  const declarations: string[] = [];
  const rules: { prelude: string; body: string }[] = [];
  for (let at = 0; at < css.length; ) {
    const stop = findOutside(css, at, ';{');
    const text = css.slice(at, stop).trim();
    if (css[stop] !== '{' || text.startsWith('--')) {
      const end = css[stop] === '{' ? findOutside(css, stop, ';') : stop;
      declarations.push(css.slice(at, end));
      at = end + 1;
    } else {
      const end = findOutside(css, stop + 1, '}');
      rules.push({ prelude: text, body: css.slice(stop + 1, end) });
      at = end + 1;
    }
  }
  return { declarations: declarations.join(';'), rules };
}

/** The selector list of a nested rule as it would stand outside; `null` where it would be too long. */
export function unnest(parent: string, prelude: string): string | null {
  const around = `:is(${parent})`;
  const whole = splitOutside(prelude, ',')
    .map((part) => (part.includes('&') ? part.replaceAll('&', around) : `${around} ${part}`))
    .join(',');
  return whole.length > LONGEST ? null : whole;
}
