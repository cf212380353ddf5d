/** Which elements are set apart from the text by what they mean. */
import type { Context } from './context.ts';
import { matches } from './css/match.ts';
import { parseSelectorList, type Selector } from './css/selector.ts';
import { SET_OFF_ELEMENTS, SET_OFF_ROLES } from './elements.ts';
import { attribute, type Element } from './tree.ts';

/** What sets an element apart from the text around it, or `null`. */
export type SetOffBy = (element: Element, around: Pick<Context, 'sectioned'>) => string | null;

const UNBOUNDED = { spend: (): void => {} };

/**
 * The rule for one page: elements and roles, lists of nothing but links, and the selectors the user declared. A declared
 * selector that is not a simple one sets nothing off.
 */
export function setOffRule(linkLists: ReadonlySet<Element>, furniture: readonly string[]): SetOffBy {
  const declared = furniture.flatMap((text) =>
    parseSelectorList(text).selectors.map((selector) => ({ selector, text })),
  );
  return (element, around) =>
    byDeclaration(element, declared) ?? byMeaning(element, around) ?? byLinks(element, linkLists);
}

function byDeclaration(element: Element, declared: readonly { selector: Selector; text: string }[]): string | null {
  return (
    declared.find(({ selector }) => selector.pseudo === null && matches(selector, element, UNBOUNDED))?.text ?? null
  );
}

function byMeaning(element: Element, around: Pick<Context, 'sectioned'>): string | null {
  const role = (attribute(element, 'role') ?? '').trim().toLowerCase().replace(/\s.*/s, '');
  if (SET_OFF_ROLES.has(role)) return `role=${role}`;
  if (SET_OFF_ELEMENTS.has(element.tagName)) return element.tagName;
  return element.tagName === 'header' && !around.sectioned ? 'header' : null;
}

function byLinks(element: Element, linkLists: ReadonlySet<Element>): string | null {
  return linkLists.has(element) ? 'list of links' : null;
}
