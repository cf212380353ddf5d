/**
 * Which declarations win for an element: importance, then inline style, then specificity, then order.
 *
 * Rules are filed under the id, class or type their last compound asks for, so an element is only held against the rules
 * that can select it and a page of many rules and many elements stays near linear.
 */
import { Refusal } from '../../../refusal.ts';
import { attribute, type Element } from '../tree.ts';
import { type Declaration, parseDeclarations } from './declarations.ts';
import { classesOf, matches, type Steps } from './match.ts';
import { expand, knownProperty, longhands, type Values } from './properties.ts';
import type { Rule, Sheet } from './sheet.ts';
import { decodeEscapes } from './syntax.ts';
import { resolveVariables, type Variables } from './variables.ts';

/** Which box of an element: its own, or one of its generated ones. */
export type BoxOf = 'element' | 'before' | 'after';

/** What the page's own styles say about one box. */
export interface Declared {
  readonly values: Values;
  /** Custom properties in force: the parent's, and those declared here. */
  readonly variables: Variables;
}

/** Steps of selector matching on one page; a real page takes a few for each element and rule that could apply. */
const MAX_STEPS = 50_000_000;

interface Ranked {
  readonly declaration: Declaration;
  readonly weight: number;
}

/** Above any specificity: a `style` attribute, and `!important`. */
const INLINE = 1e9;
const IMPORTANT = 1e10;

class Budget implements Steps {
  #left = MAX_STEPS;

  spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new Refusal('too-large', 'style rules');
  }
}

export class Cascade {
  readonly #byId = new Map<string, Rule[]>();
  readonly #byClass = new Map<string, Rule[]>();
  readonly #byTag = new Map<string, Rule[]>();
  readonly #rest: Rule[] = [];
  readonly #steps = new Budget();
  readonly #pseudo: ReadonlySet<BoxOf>;

  constructor(sheet: Sheet) {
    const pseudo = new Set<BoxOf>();
    for (const rule of sheet.rules) {
      this.#file(rule);
      if (rule.selector.pseudo !== null) pseudo.add(rule.selector.pseudo);
    }
    this.#pseudo = pseudo;
  }

  #file(rule: Rule): void {
    const last = rule.selector.compounds[rule.selector.compounds.length - 1]!;
    if (last.id !== null) add(this.#byId, last.id, rule);
    else if (last.classes[0] !== undefined) add(this.#byClass, last.classes[0], rule);
    else if (last.tag !== null) add(this.#byTag, last.tag, rule);
    else this.#rest.push(rule);
  }

  /** The declarations in force for a box, or `null` where no style of the page speaks of it. */
  declared(element: Element, box: BoxOf, variables: Variables): Declared | null {
    if (box !== 'element' && !this.#pseudo.has(box)) return null;
    const ranked = this.#ranked(element, box);
    if (ranked.length === 0) return null;
    ranked.sort((one, other) => one.weight - other.weight);
    const own = this.#custom(ranked, variables);
    return { values: winners(ranked, own), variables: own };
  }

  #ranked(element: Element, box: BoxOf): Ranked[] {
    const ranked: Ranked[] = [];
    const found: Rule[] = [];
    for (const rule of this.#candidates(element)) {
      const wanted = rule.selector.pseudo ?? 'element';
      if (wanted === box && matches(rule.selector, element, this.#steps)) found.push(rule);
    }
    found.sort((one, other) => one.order - other.order);
    for (const rule of found) rank(ranked, rule.declarations, rule.selector.specificity);
    const style = box === 'element' ? attribute(element, 'style') : null;
    if (style !== null) rank(ranked, parseDeclarations(style).declarations, INLINE);
    return ranked;
  }

  #custom(ranked: readonly Ranked[], inherited: Variables): Variables {
    const custom = ranked.filter(({ declaration }) => declaration.name.startsWith('--'));
    if (custom.length === 0) return inherited;
    this.#steps.spend(inherited.size);
    const own = new Map(inherited);
    for (const { declaration } of custom) own.set(declaration.name, declaration.value);
    return own;
  }

  *#candidates(element: Element): Generator<Rule> {
    const id = attribute(element, 'id');
    if (id !== null) yield* this.#byId.get(id) ?? [];
    if (this.#byClass.size > 0) {
      for (const name of classesOf(element)) yield* this.#byClass.get(name) ?? [];
    }
    yield* this.#byTag.get(element.tagName.toLowerCase()) ?? [];
    yield* this.#rest;
  }
}

function add(index: Map<string, Rule[]>, key: string, rule: Rule): void {
  const rules = index.get(key);
  if (rules === undefined) index.set(key, [rule]);
  else rules.push(rule);
}

function rank(ranked: Ranked[], declarations: readonly Declaration[], specificity: number): void {
  for (const declaration of declarations) {
    ranked.push({ declaration, weight: specificity + (declaration.important ? IMPORTANT : 0) });
  }
}

function winners(ranked: readonly Ranked[], variables: Variables): Values {
  const values: Values = new Map();
  for (const { declaration } of ranked) {
    const name = knownProperty(declaration.name);
    if (name !== null) apply(values, name, declaration.value, variables);
  }
  return values;
}

/** A value with `var()` is only known to be wrong when it is too late to fall back: the property is then unset. */
function apply(values: Values, name: string, value: string, variables: Variables): void {
  const late = /var\(/i.test(decodeEscapes(value));
  const resolved = late ? resolveVariables(decodeEscapes(value), variables) : value;
  const pairs = resolved === null ? null : expand(name, resolved);
  if (pairs !== null) for (const [longhand, found] of pairs) values.set(longhand, found);
  else if (late) for (const longhand of longhands(name)) values.set(longhand, 'unset');
}
