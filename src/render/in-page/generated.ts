/** Words that a style sheet puts before or behind an element, or into the marker of a list item. */
import { isNumbering } from '../numbering.ts';
import { givenText, type Side } from './given.ts';
import { isLegible, LEAST_OPACITY, PAPER, type Surroundings } from './sight.ts';

const PART = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)/gsu;

/** What one side of an element shows of words, with how its box is laid out; `null` where it shows none. */
export function generated(
  element: Element,
  side: Side,
  around: Surroundings,
): { readonly text: string; readonly display: string } | null {
  const known = givenText(element, side);
  if (element.tagName === 'Q' || (known === null && side === '::marker')) return null;
  const style = getComputedStyle(element, side);
  const { content, display } = style;
  if (display === 'none' || content === 'none' || (known === null && content === 'normal')) return null;
  if (!element.checkVisibility({ contentVisibilityAuto: false })) return null;
  if (Number(style.opacity) < LEAST_OPACITY || !isLegible(style, around)) return null;
  const text = known ?? textOf(content, element);
  if (text === '' || isNumberOfBlock(text, element, side) || isAddressOnPaper(text, element, side)) return null;
  return { text, display: side === '::marker' ? 'inline' : display };
}

function textOf(content: string, element: Element): string {
  // What follows a slash is read aloud and not shown.
  const shown = content.replace(/\/\s*"(?:[^"\\]|\\.)*"\s*$/su, '');
  return [...shown.matchAll(PART)]
    .map(([, words, name]) => (name === undefined ? unescaped(words ?? '') : (element.getAttribute(name) ?? '')))
    .join('');
}

function isNumberOfBlock(text: string, element: Element, side: Side): boolean {
  return side === '::before' && isNumbering(text) && !/inline|contents/.test(getComputedStyle(element).display);
}

/** On paper many pages write out where a link leads, which is no word of anybody. */
function isAddressOnPaper(text: string, element: Element, side: Side): boolean {
  const address = element.getAttribute('href') ?? '';
  if (side !== '::after' || !/^(?:https?:\/\/|mailto:)\S+$/iu.test(address) || !PAPER.matches) return false;
  return /^[\s\p{P}\p{S}]*$/u.test(text.replace(address, ''));
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gisu, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
