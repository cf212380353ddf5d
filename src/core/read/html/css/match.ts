/** Whether a simple selector selects an element, with every step counted. */
import { attribute, type Element, isElement } from '../tree.ts';
import type { AttributeTest, Compound, Selector, State } from './selector.ts';

/** Counts the steps of matching, so that hostile selectors on a hostile page end. */
export interface Steps {
  spend(count: number): void;
}

/** Classes of one element that are looked at. */
const MOST_CLASSES = 256;

/** Whether `selector` selects `element` (its pseudo-element aside). */
export function matches(selector: Selector, element: Element, steps: Steps): boolean {
  const last = selector.compounds.length - 1;
  return matchesCompound(selector.compounds[last]!, element, steps) && matchesUpwards(selector, last, element, steps);
}

/** Finds ancestors for the compounds left of `index`, trying the next ancestor wherever a descendant tie allows it. */
function matchesUpwards(selector: Selector, index: number, element: Element, steps: Steps): boolean {
  const tries: { index: number; element: Element }[] = [];
  let at = index;
  let below = element;
  while (at > 0) {
    const tie = selector.combinators[at - 1];
    const found = ancestor(selector.compounds[at - 1]!, below, tie === 'child' ? 'parent' : 'any', steps);
    if (found !== null) {
      if (tie === 'descendant') tries.push({ index: at, element: found });
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

function ancestor(compound: Compound, element: Element, reach: 'parent' | 'any', steps: Steps): Element | null {
  for (let parent = element.parentNode; isElement(parent); parent = parent.parentNode) {
    if (matchesCompound(compound, parent, steps)) return parent;
    if (reach === 'parent') return null;
  }
  return null;
}

/** Whether one compound selects the element. */
export function matchesCompound(compound: Compound, element: Element, steps: Steps): boolean {
  steps.spend(1);
  if (compound.tag !== null && compound.tag !== element.tagName.toLowerCase()) return false;
  if (compound.id !== null && attribute(element, 'id') !== compound.id) return false;
  if (compound.classes.length > 0 && !hasClasses(element, compound.classes)) return false;
  return (
    compound.attributes.every((test) => testAttribute(test, element, steps)) &&
    compound.states.every((state) => inState(state, element)) &&
    compound.groups.every(({ kind, of }) => of.some((one) => matchesCompound(one, element, steps)) === (kind === 'is'))
  );
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
    case '*=':
      return wanted !== '' && value.includes(wanted);
  }
}

function inState(state: State, element: Element): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  switch (state) {
    case 'root':
      return element.tagName === 'html';
    case 'link':
      return element.tagName === 'a' && attribute(element, 'href') !== null;
    case 'first-child':
      return siblings.find(isElement) === element;
    case 'last-child':
      return siblings.findLast(isElement) === element;
    case 'never':
      return false;
  }
}
