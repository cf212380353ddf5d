/** Whether something is painted over words, or their box is cut to a shape that leaves them out. */
import type { Area } from './sight.ts';

const PICTURES: ReadonlySet<string> = new Set(['IMG', 'CANVAS', 'VIDEO', 'IFRAME', 'OBJECT', 'EMBED', 'svg']);

/** Makes every box answer when it is asked what lies at a point; a page can tell boxes not to. */
export function answerEverywhere(): void {
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('*')) {
    if (getComputedStyle(element).pointerEvents === 'none')
      element.style.setProperty('pointer-events', 'auto', 'important');
  }
}

/** Whether the middle of `area`, in which words of `element` stand, shows something else. */
export function isCovered(area: Area, element: Element): boolean {
  const x = (area.left + area.right) / 2;
  const y = (area.top + area.bottom) / 2;
  if (y < scrollY + 1 || y > scrollY + innerHeight - 1) {
    scrollTo({ left: 0, top: y - innerHeight / 2, behavior: 'instant' });
  }
  if (x - scrollX < 0 || y - scrollY < 0 || x - scrollX > innerWidth || y - scrollY > innerHeight) return false;
  const stack = document.elementsFromPoint(x - scrollX, y - scrollY);
  const own = stack.findIndex((one) => one === element || element.contains(one));
  if (own === -1) return stack.length > 0 && getComputedStyle(element).display !== 'contents';
  return stack.slice(0, own).some((one) => hides(one));
}

/** Whether a box lets nothing through. One that stays in the window while the page scrolls covers no particular words. */
function hides(element: Element): boolean {
  if (isFixed(element)) return false;
  if (PICTURES.has(element.tagName)) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) < 0.5) return false;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(backgroundColor)?.[1];
  return backgroundImage !== 'none' || alpha === undefined || Number(alpha) > 0.5;
}

function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
  }
  return false;
}
