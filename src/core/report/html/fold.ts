/** Which rows of a long text stay open, which are folded, and where a report stops. */
import { element, type Markup } from './markup.ts';

/** A half-open range of rows that are shown or folded together. */
export interface Stretch<Kind extends string> {
  readonly from: number;
  readonly to: number;
  readonly fold: Kind | 'open';
}

/** When rows of a kind are folded. */
export interface FoldRule {
  /** Rows in a row from which on they are folded. */
  readonly least: number;
  /** How many stay open at either end, for what stands beside them to be understood. */
  readonly context: number;
}

/** The rows of `kinds` as stretches; a run of one kind is folded where it is long enough by its rule. */
export function stretches<Kind extends string>(
  kinds: readonly (Kind | 'open')[],
  rules: Readonly<Record<Kind, FoldRule>>,
): readonly Stretch<Kind>[] {
  const out: Stretch<Kind>[] = [];
  for (let from = 0, to = 0; from < kinds.length; from = to) {
    const fold = kinds[from]!;
    while (to < kinds.length && kinds[to] === fold) to++;
    if (fold === 'open') out.push({ from, to, fold });
    else out.push(...folded({ from, to, fold }, kinds.length, rules[fold]));
  }
  return out.filter((stretch) => stretch.to > stretch.from);
}

function folded<Kind extends string>(run: Stretch<Kind>, count: number, rule: FoldRule): readonly Stretch<Kind>[] {
  const head = run.from === 0 ? run.from : run.from + rule.context;
  const tail = run.to === count ? run.to : run.to - rule.context;
  if (tail - head < rule.least) return [{ ...run, fold: 'open' }];
  return [
    { from: run.from, to: head, fold: 'open' },
    { from: head, to: tail, fold: run.fold },
    { from: tail, to: run.to, fold: 'open' },
  ];
}

/** Markup that is folded away under `title`. */
export function fold(title: string, content: Markup): Markup {
  return element('details', { class: 'fold' }, element('summary', {}, title), content);
}

/** How many of the first of `weights` fit into `budget`: at least one, so that something is shown. */
export function affordable(weights: readonly number[], budget: number): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (sum > budget && index > 0) return index;
  }
  return weights.length;
}

/** White space parts words; how many there are. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
