/** Where an element stands among its parent's children; worked out once for each parent. */
import { type Element, isElement } from '../tree.ts';

interface Standing {
  /** All children of the parent that are elements, and those of the element's type, with its place among them from 0. */
  readonly siblings: readonly Element[];
  readonly place: number;
  readonly ofType: readonly Element[];
  readonly placeOfType: number;
}

const standings = new WeakMap<Element, Standing>();
const ALONE: Standing = { siblings: [], place: 0, ofType: [], placeOfType: 0 };

function standingOf(element: Element): Standing {
  if (!standings.has(element)) countFamily((element.parentNode?.childNodes ?? []).filter(isElement));
  return standings.get(element) ?? ALONE;
}

function countFamily(siblings: readonly Element[]): void {
  const types = new Map<string, Element[]>();
  for (const [place, child] of siblings.entries()) {
    const ofType = types.get(child.tagName) ?? [];
    types.set(child.tagName, ofType);
    standings.set(child, { siblings, place, ofType, placeOfType: ofType.length });
    ofType.push(child);
  }
}

/** The element just before this one in its parent, or `null`. */
export function previousOf(element: Element): Element | null {
  const { siblings, place } = standingOf(element);
  return siblings[place - 1] ?? null;
}

/** The element just behind this one in its parent, or `null`. */
export function nextOf(element: Element): Element | null {
  const { siblings, place } = standingOf(element);
  return siblings[place + 1] ?? null;
}

/** The elements behind this one in its parent. */
export function laterThan(element: Element): readonly Element[] {
  const { siblings, place } = standingOf(element);
  return siblings.slice(place + 1);
}

/** Places from 1, counted from the front and from the back, among all siblings or those of the element's type. */
export function placesOf(element: Element, among: 'all' | 'type'): { readonly front: number; readonly back: number } {
  const { siblings, place, ofType, placeOfType } = standingOf(element);
  return among === 'all'
    ? { front: place + 1, back: siblings.length - place }
    : { front: placeOfType + 1, back: ofType.length - placeOfType };
}

/** Whether the element is the only one in its parent, or the only one of its type. */
export function isAlone(element: Element, among: 'all' | 'type'): boolean {
  const { front, back } = placesOf(element, among);
  return front === 1 && back === 1;
}
