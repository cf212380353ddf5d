/**
 * Which declarations win for an element: importance, then inline style, then specificity, then order.
 *
 * Rules are filed under the id, class or type their last compound asks for, so an element is only held against the rules
 * that can select it and a page of many rules and many elements stays near linear.
 */
import { Refusal } from '../../../refusal.ts';
import { attribute, type Element } from '../tree.ts';
import { type Declaration, parseDeclarations } from './declarations.ts';
import { framesOf, type Keyframes } from './frames.ts';
import { MOST_LAYERS } from './layers.ts';
import { classesOf, matches, type Steps } from './match.ts';
import type { PseudoElement } from './selector.ts';
import { type Setting, Settings } from './settings.ts';
import type { Rule, Sheet } from './sheet.ts';
import type { Values } from './values.ts';
import type { Variables } from './variables.ts';

/** Which box of an element: its own, or one of those that have styles of their own. */
export type BoxOf = 'element' | PseudoElement;

/** What the page's own styles say about one box. */
export interface Declared {
  readonly values: Values;
  /** The same without the values that a browser may drop; `null` where there are none. */
  readonly sure: Values | null;
  /** Custom properties in force: the parent's, and those declared here. */
  readonly variables: Variables;
}

/** Steps of selector matching on one page; a real page takes a few for each element and rule that could apply. */
const MAX_STEPS = 50_000_000;
/** Setting a value costs about as much as so many of them. */
const STEPS_FOR_SETTING = 4;

interface Ranked {
  readonly declaration: Declaration;
  readonly weight: number;
}

/** Above any specificity: each layer, a `style` attribute, and `!important`. */
const LAYER = 1e9;
const INLINE = 1e12;
const IMPORTANT = 1e13;

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
  readonly #settings = new Settings();
  readonly #pseudo: ReadonlySet<BoxOf>;
  readonly #keyframes: Keyframes;

  constructor(sheet: Sheet) {
    const pseudo = new Set<BoxOf>();
    for (const rule of sheet.rules) {
      this.#file(rule);
      if (rule.selector.pseudo !== null) pseudo.add(rule.selector.pseudo);
    }
    this.#pseudo = pseudo;
    this.#keyframes = sheet.keyframes;
  }

  #file(rule: Rule): void {
    const last = rule.selector.compounds[rule.selector.compounds.length - 1]!;
    if (last.id !== null) add(this.#byId, last.id, rule);
    else if (last.classes[0] !== undefined) add(this.#byClass, last.classes[0], rule);
    else if (last.tag !== null) add(this.#byTag, last.tag, rule);
    else this.#rest.push(rule);
  }

  /** Whether any rule is about a first line, a first letter or a marker. */
  get speaksOfParts(): boolean {
    return this.#pseudo.has('first-line') || this.#pseudo.has('first-letter') || this.#pseudo.has('marker');
  }

  /** The declarations in force for a box, or `null` where no style of the page speaks of it. */
  declared(element: Element, box: BoxOf, variables: Variables): Declared | null {
    if (box !== 'element' && !this.#pseudo.has(box)) return null;
    const ranked = this.#ranked(element, box);
    if (ranked.length === 0) return null;
    ranked.sort((one, other) => one.weight - other.weight);
    const own = this.#custom(ranked, variables);
    const reading = new Reading();
    const take = (declaration: Declaration): void => {
      const settings = this.#settings.of(declaration, own);
      this.#steps.spend(STEPS_FOR_SETTING * (1 + settings.length));
      for (const setting of settings) reading.set(setting);
    };
    for (const { declaration } of ranked) take(declaration);
    for (const frame of this.#frames(reading.values)) take(frame);
    return { values: reading.values, sure: reading.isSure ? null : reading.sure, variables: own };
  }

  /** Animations are above everything an author declares but importance. */
  #frames(values: Values): readonly Declaration[] {
    if (this.#keyframes.size === 0) return [];
    const animation = [...values].filter(([name]) => name.startsWith('animation')).map(([, value]) => value);
    return framesOf(animation.join(' '), this.#keyframes);
  }

  #ranked(element: Element, box: BoxOf): Ranked[] {
    const ranked: Ranked[] = [];
    const found: Rule[] = [];
    for (const rule of this.#candidates(element)) {
      const wanted = rule.selector.pseudo ?? 'element';
      if (wanted === box && matches(rule.selector, element, this.#steps)) found.push(rule);
    }
    found.sort((one, other) => one.order - other.order);
    for (const rule of found) rank(ranked, rule.declarations, rule.layer, rule.selector.specificity);
    const style = box === 'element' ? attribute(element, 'style') : null;
    if (style !== null) rank(ranked, parseDeclarations(style).declarations, 'style', 0);
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

/** Files declarations by weight; among important ones earlier layers win, and rules outside all layers lose. */
function rank(
  ranked: Ranked[],
  declarations: readonly Declaration[],
  layer: number | 'style',
  specificity: number,
): void {
  const own = Math.min(specificity, LAYER - 1);
  for (const declaration of declarations) {
    const { important } = declaration;
    const place = layer === 'style' ? INLINE : (important ? MOST_LAYERS + 1 - layer : layer) * LAYER;
    ranked.push({ declaration, weight: own + place + (important ? IMPORTANT : 0) });
  }
}

/** What declarations, the weakest first, make of the longhands. */
class Reading {
  readonly values: Values = new Map();
  readonly sure: Values = new Map();
  isSure = true;

  /** `revert` takes back what the page declared, `revert-layer` about as much of it as this declaration. */
  set({ longhand, value, sure }: Setting): void {
    if (value === 'revert-layer') return;
    if (value === 'revert') {
      this.values.delete(longhand);
      this.sure.delete(longhand);
      return;
    }
    this.values.set(longhand, value);
    if (sure) this.sure.set(longhand, value);
    else this.isSure = false;
  }
}
