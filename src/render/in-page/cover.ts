/** Whether something is painted over words, or their box is cut to a shape that leaves them out. */
import { rootOf } from './given.ts';
import { type Area, isUncoloured } from './sight.ts';

const PICTURES: ReadonlySet<string> = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED', 'svg']);

/**
 * Makes every box answer when it is asked what lies at a point, which a page can tell boxes not to do, and lays out what
 * waits to be scrolled to.
 */
export function prepare(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog:modal')) standAside(dialog);
  const roots: ParentNode[] = [document];
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    for (const element of root.querySelectorAll<HTMLElement | SVGElement>('*')) {
      const { pointerEvents, contentVisibility } = getComputedStyle(element);
      if (pointerEvents === 'none') element.style.setProperty('pointer-events', 'auto', 'important');
      if (contentVisibility === 'auto') element.style.setProperty('content-visibility', 'visible', 'important');
      const own = rootOf(element);
      if (own !== null) roots.push(own);
    }
  }
}

/** A dialogue that bars the page stays open, and lets what is behind it answer: a reader will close it. */
function standAside(dialog: HTMLDialogElement): void {
  dialog.style.setProperty('position', 'fixed', 'important');
  dialog.close();
  dialog.show();
}

/** Whether the middle of `area`, in which words of `element` stand, shows something else. */
export function isCovered(area: Area, element: Element): boolean {
  const x = (area.left + area.right) / 2;
  const y = (area.top + area.bottom) / 2;
  if (y < scrollY + 1 || y > scrollY + innerHeight - 1) {
    scrollTo({ left: 0, top: y - innerHeight / 2, behavior: 'instant' });
  }
  if (x - scrollX < 0 || y - scrollY < 0 || x - scrollX > innerWidth || y - scrollY > innerHeight) return false;
  const stack = stackAt(x - scrollX, y - scrollY, element);
  const own = stack.findIndex((one) => one === element || element.contains(one));
  if (own === -1) return stack.length > 0 && getComputedStyle(element).display !== 'contents';
  return stack.slice(0, own).some((one) => hides(one));
}

/** What lies at a point of the window, the uppermost first, as far as it answers in the tree of `element`. */
function stackAt(x: number, y: number, element: Element): readonly Element[] {
  const root = element.getRootNode();
  const asked = root instanceof ShadowRoot ? root : document;
  const barred = inertAround(element);
  for (const one of barred) one.inert = false;
  const stack = asked.elementsFromPoint(x, y);
  for (const one of barred) one.inert = true;
  return stack;
}

/** The boxes around an element that do not answer because the page has made them inert. */
function inertAround(element: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element.closest<HTMLElement>('[inert]'); at !== null; at = at.parentElement?.closest('[inert]') ?? null)
    found.push(at);
  return found;
}

/** Whether a box lets nothing through. One that stays in the window while the page scrolls covers no particular words. */
function hides(element: Element): boolean {
  if (isFixed(element)) return false;
  if (PICTURES.has(element.tagName)) return true;
  const style = getComputedStyle(element);
  const { backgroundColor, backgroundImage, opacity } = style;
  if (Number(opacity) < 0.5 || isUncoloured(style)) return false;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(backgroundColor)?.[1];
  return backgroundImage !== 'none' || alpha === undefined || Number(alpha) > 0.5;
}

function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
  }
  return false;
}
