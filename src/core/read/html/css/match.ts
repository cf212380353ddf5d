/** Whether a selector selects an element, with every step counted. */
import { attribute, descendants, type Element, isElement, isText } from '../tree.ts';
import { isAlone, laterThan, placesOf, previousOf } from './kin.ts';
import { takes } from './nth.ts';
import type { AttributeTest, Combinator, Compound, Group, Selector, State } from './selector.ts';

/** Counts the steps of matching, so that hostile selectors on a hostile page end. */
export interface Steps {
  spend(count: number): void;
}

/** Classes of one element that are looked at. */
const MOST_CLASSES = 256;

/** What a selector is held against: the steps left, and the element that `:has()` starts from. */
interface Trial {
  readonly steps: Steps;
  readonly anchor: Element | null;
}

/** Whether `selector` selects `element` (its pseudo-element aside). */
export function matches(selector: Selector, element: Element, steps: Steps): boolean {
  return selects(selector, element, { steps, anchor: null });
}

function selects(selector: Selector, element: Element, trial: Trial): boolean {
  const last = selector.compounds.length - 1;
  return matchesCompound(selector.compounds[last]!, element, trial) && matchesUpwards(selector, last, element, trial);
}

/** Finds elements for the compounds left of `index`, trying the next one farther off wherever a tie leaves a choice. */
function matchesUpwards(selector: Selector, index: number, element: Element, trial: Trial): boolean {
  const tries: { index: number; element: Element }[] = [];
  let at = index;
  let below = element;
  while (at > 0) {
    const tie = selector.combinators[at - 1]!;
    const found = tied(selector.compounds[at - 1]!, below, tie, trial);
    if (found !== null) {
      if (tie === 'descendant' || tie === 'later') tries.push({ index: at, element: found });
      at--;
      below = found;
      continue;
    }
    // The nearest ancestor was taken each time, so where none is left a farther choice below cannot find one either.
    if (tie === 'descendant') return false;
    const again = tries.pop();
    if (again === undefined) return false;
    at = again.index;
    below = again.element;
  }
  return true;
}

/** The nearest element that `tie` leads to from `element` and that the compound selects. */
function tied(compound: Compound, element: Element, tie: Combinator, trial: Trial): Element | null {
  const up = tie === 'descendant' || tie === 'child';
  const once = tie === 'child' || tie === 'next';
  for (let next = up ? parentOf(element) : previousOf(element); next !== null; ) {
    if (matchesCompound(compound, next, trial)) return next;
    if (once) return null;
    next = up ? parentOf(next) : previousOf(next);
  }
  return null;
}

function parentOf({ parentNode }: Element): Element | null {
  return isElement(parentNode) ? parentNode : null;
}

/** Whether one compound selects the element. */
function matchesCompound(compound: Compound, element: Element, trial: Trial): boolean {
  trial.steps.spend(1);
  if (compound.tag !== null && compound.tag !== element.tagName.toLowerCase()) return false;
  if (compound.id !== null && attribute(element, 'id') !== compound.id) return false;
  if (compound.classes.length > 0 && !hasClasses(element, compound.classes)) return false;
  return compound.plain || meetsAll(compound, element, trial);
}

function meetsAll(compound: Compound, element: Element, trial: Trial): boolean {
  return (
    compound.attributes.every((test) => testAttribute(test, element, trial.steps)) &&
    compound.states.every((state) => inState(state, element, trial)) &&
    compound.counted.every(({ nth, from, among }) => takes(nth, placesOf(element, among)[from])) &&
    compound.languages.every((wanted) => isInLanguage(element, wanted, trial.steps)) &&
    compound.groups.every((group) => meets(group, element, trial))
  );
}

function meets({ kind, of }: Group, element: Element, trial: Trial): boolean {
  if (kind === 'has') return of.some((one) => hasRelative(one, element, trial.steps));
  return of.some((one) => selects(one, element, trial)) === (kind === 'is');
}

/** Looking at a node below costs about as much as so many steps upwards. */
const STEPS_FOR_RELATIVE = 6;

/** Whether something below or behind the element is selected from it. */
function hasRelative(selector: Selector, element: Element, steps: Steps): boolean {
  const trial = { steps, anchor: element };
  const lead = selector.combinators[0];
  const roots = lead === 'next' || lead === 'later' ? laterThan(element) : element.childNodes;
  const near = lead !== 'descendant' && selector.compounds.length === 2;
  for (const node of near ? roots : descendants(roots)) {
    steps.spend(STEPS_FOR_RELATIVE);
    if (isElement(node) && selects(selector, node, trial)) return true;
  }
  return false;
}

function isInLanguage(element: Element, wanted: readonly string[], steps: Steps): boolean {
  for (let at: Element | null = element; at !== null; at = isElement(at.parentNode) ? at.parentNode : null) {
    steps.spend(1);
    const language = attribute(at, 'lang')?.toLowerCase();
    if (language !== undefined) return wanted.some((one) => language === one || language.startsWith(`${one}-`));
  }
  return false;
}

const NONE: readonly string[] = [];
const known = new WeakMap<Element, readonly string[]>();

/** The classes of an element, each once. */
export function classesOf(element: Element): readonly string[] {
  const value = attribute(element, 'class');
  if (value === null) return NONE;
  let classes = known.get(element);
  if (classes === undefined) {
    classes = [...new Set(value.split(/[ \t\r\n\f]+/))].filter((name) => name !== '').slice(0, MOST_CLASSES);
    known.set(element, classes);
  }
  return classes;
}

function hasClasses(element: Element, wanted: readonly string[]): boolean {
  const classes = classesOf(element);
  return wanted.every((name) => classes.includes(name));
}

function testAttribute(test: AttributeTest, element: Element, steps: Steps): boolean {
  const found = attribute(element, test.name);
  if (found === null) return false;
  steps.spend(found.length >> 6);
  if (test.operator === '') return true;
  const [value, wanted] =
    test.anyCase === 'any-case' ? [found.toLowerCase(), test.value.toLowerCase()] : [found, test.value];
  switch (test.operator) {
    case '=':
      return value === wanted;
    case '~=':
      return wanted !== '' && value.split(/[ \t\r\n\f]+/).includes(wanted);
    case '|=':
      return value === wanted || value.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && value.startsWith(wanted);
    case '$=':
      return wanted !== '' && value.endsWith(wanted);
    default:
      return wanted !== '' && value.includes(wanted);
  }
}

function inState(state: State, element: Element, { anchor }: Trial): boolean {
  switch (state) {
    case 'root':
      return element.tagName === 'html';
    case 'link':
      return element.tagName === 'a' && attribute(element, 'href') !== null;
    case 'empty':
      return !element.childNodes.some((node) => isElement(node) || (isText(node) && node.value !== ''));
    case 'checked':
      return attribute(element, element.tagName === 'option' ? 'selected' : 'checked') !== null;
    case 'only-child':
      return isAlone(element, 'all');
    case 'only-of-type':
      return isAlone(element, 'type');
    case 'anchor':
      return element === anchor;
    case 'never':
      return false;
  }
}
