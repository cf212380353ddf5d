/** What lists mean for the words: numbers that may be words, and lists that are only navigation. */
import type { List, Nodes, Root } from 'mdast';
import { descendants } from './tree.ts';

/**
 * Whether the numbers of the document's lists are words.
 *
 * A paragraph that begins `1984. That was the year` is a list to Markdown, and a reader sees the number. Left out, it could be
 * changed unseen. A list that begins with 1 is numbered by whoever shows it; as soon as one list begins with another number,
 * numbers carry meaning (an interview with numbered questions is a row of such lists), and all of them are kept.
 */
export function hasWordNumbers(tree: Root): boolean {
  for (const node of descendants(tree)) if (node.type === 'list' && node.ordered && node.start !== 1) return true;
  return false;
}

/** The number that an item of an ordered list shows. */
export function numberOf(list: List, index: number): string {
  return `${(list.start ?? 1) + index}. `;
}

/** Whether a list has links and nothing else: such a list is navigation. */
export function isOnlyLinks(list: List): boolean {
  let links = 0;
  for (const node of withoutLinks(list, () => links++)) if (isWords(node)) return false;
  return links > 0;
}

/** The nodes of the list outside its links. */
function* withoutLinks(list: List, countLink: () => void): Generator<Nodes> {
  const waiting: Nodes[] = [list];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'link' || node.type === 'linkReference') countLink();
    else {
      yield node;
      if ('children' in node) waiting.push(...node.children);
    }
  }
}

function isWords(node: Nodes): boolean {
  return 'value' in node && node.type !== 'html' && node.value.trim() !== '';
}
