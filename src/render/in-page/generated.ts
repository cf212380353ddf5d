/** Words that a style sheet puts before or behind an element. */

const PART = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)/gsu;

/** What `::before` or `::after` shows of words, with how its box is laid out; `null` where it shows none. */
export function generated(element: Element, side: '::before' | '::after'): { text: string; display: string } | null {
  const style = getComputedStyle(element, side);
  const { content, display } = style;
  if (content === 'none' || content === 'normal' || display === 'none' || element.tagName === 'Q') return null;
  if (style.visibility !== 'visible' || Number(style.opacity) < 0.1 || Number.parseFloat(style.fontSize) < 3)
    return null;
  // What follows a slash is read aloud and not shown.
  const shown = content.replace(/\/\s*"(?:[^"\\]|\\.)*"\s*$/su, '');
  const text = [...shown.matchAll(PART)]
    .map(([, words, name]) => (name === undefined ? unescaped(words ?? '') : (element.getAttribute(name) ?? '')))
    .join('');
  return text === '' ? null : { text, display };
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gisu, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
