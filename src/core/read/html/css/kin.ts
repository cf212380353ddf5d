/** Where an element stands among its parent's children; worked out once for each parent. */
import { type Element, isElement, type Parent } from '../tree.ts';

interface Standing {
  /** Place among all children that are elements, and among those of its type, from 0. */
  readonly place: number;
  readonly placeOfType: number;
}

interface Family {
  readonly children: readonly Element[];
  readonly standing: ReadonlyMap<Element, Standing>;
  readonly types: ReadonlyMap<string, number>;
}

const families = new WeakMap<Parent, Family>();
const NOBODY: Family = { children: [], standing: new Map(), types: new Map() };

function familyOf(element: Element): Family {
  const parent = element.parentNode;
  if (parent === null) return NOBODY;
  let family = families.get(parent);
  if (family === undefined) {
    family = countFamily(parent);
    families.set(parent, family);
  }
  return family;
}

function countFamily(parent: Parent): Family {
  const children = parent.childNodes.filter(isElement);
  const types = new Map<string, number>();
  const standing = new Map<Element, Standing>();
  children.forEach((child, place) => {
    const placeOfType = types.get(child.tagName) ?? 0;
    types.set(child.tagName, placeOfType + 1);
    standing.set(child, { place, placeOfType });
  });
  return { children, standing, types };
}

/** The element just before this one in its parent, or `null`. */
export function previousOf(element: Element): Element | null {
  const { children, standing } = familyOf(element);
  return children[(standing.get(element)?.place ?? 0) - 1] ?? null;
}

/** The elements behind this one in its parent. */
export function laterThan(element: Element): readonly Element[] {
  const { children, standing } = familyOf(element);
  return children.slice((standing.get(element)?.place ?? children.length) + 1);
}

/** Places from 1, counted from the front and from the back, among all siblings or those of the element's type. */
export function placesOf(element: Element, among: 'all' | 'type'): { readonly front: number; readonly back: number } {
  const { children, standing, types } = familyOf(element);
  const own = standing.get(element) ?? { place: 0, placeOfType: 0 };
  const place = among === 'all' ? own.place : own.placeOfType;
  const count = among === 'all' ? children.length : (types.get(element.tagName) ?? 1);
  return { front: place + 1, back: count - place };
}
