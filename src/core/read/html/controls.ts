/** The words that form controls and pictures show without having them as text. */
import { BUTTON_INPUTS, TEXT_INPUTS } from './elements.ts';
import type { Chunk } from './text-source.ts';
import { attribute, descendants, type Element, isElement, isText, locationOf, type TextNode } from './tree.ts';

/** What an `<input>` shows, with its place in the source; `null` where it shows no words. */
export function inputText(element: Element, source: string): Chunk | null {
  const type = (attribute(element, 'type') ?? 'text').toLowerCase();
  const known = TEXT_INPUTS.has(type) || BUTTON_INPUTS.has(type) || type === 'image';
  if (!known && /^(?:hidden|password|checkbox|radio|color|file|range)$/.test(type)) return null;
  if (type === 'image') return attributeChunk(element, 'alt', source);
  const value = attributeChunk(element, 'value', source);
  return value ?? (BUTTON_INPUTS.has(type) ? null : attributeChunk(element, 'placeholder', source));
}

/** An attribute's value as a chunk; `null` where it has no words. */
export function attributeChunk(element: Element, name: string, source: string): Chunk | null {
  const text = attribute(element, name);
  if (text === null || text.trim() === '') return null;
  const { startOffset, endOffset } = element.sourceCodeLocation?.attrs?.[name] ?? locationOf(element);
  const at = source.slice(startOffset, endOffset).indexOf(text, name.length);
  return at < 0 ? { text, source: startOffset, width: 0 } : { text, source: startOffset + at, width: text.length };
}

/** The options of a `<select>` that show while it is closed, and the others. */
export function optionsOf(select: Element): {
  readonly shown: readonly Element[];
  readonly closed: readonly Element[];
} {
  const options: Element[] = [];
  for (const node of descendants(select.childNodes))
    if (isElement(node) && node.tagName === 'option') options.push(node);
  const size = Number(attribute(select, 'size') ?? 1);
  if (attribute(select, 'multiple') !== null || size > 1) return { shown: options, closed: [] };
  const chosen = options.findLast((option) => attribute(option, 'selected') !== null) ?? options[0];
  return {
    shown: options.filter((option) => option === chosen),
    closed: options.filter((option) => option !== chosen),
  };
}

/** The text nodes under an element. */
export function textsOf(element: Element): TextNode[] {
  const texts: TextNode[] = [];
  for (const node of descendants(element.childNodes)) if (isText(node)) texts.push(node);
  return texts;
}

const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** The emoji an `<img>` stands for: its `alt`, when that is nothing but emoji. */
export function emojiOf(image: Element, source: string): Chunk | null {
  const alt = (attribute(image, 'alt') ?? '').trim();
  return alt !== '' && EMOJI.test(alt) && PICTURE.test(alt) ? attributeChunk(image, 'alt', source) : null;
}
