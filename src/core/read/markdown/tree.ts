/** Walks a Markdown tree without recursion. */
import type { Nodes } from 'mdast';

/** Emphasis and links one inside the other: far more than anybody writes, and few enough for functions that call themselves. */
export const MAX_MARKUP = 500;

/** The nodes below `root` in document order, without those of type `except` and what is in them. */
export function* descendants(root: Nodes, except: Nodes['type'] | null = null): Generator<Nodes> {
  const waiting: Nodes[] = childrenOf(root).toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === except) continue;
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!);
  }
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

/** Where a node begins in the source. */
export function startOf(node: Nodes): number {
  return spanOf(node)[0];
}

/** How much of the source a node takes up. */
export function widthOf(node: Nodes): number {
  const [start, end] = spanOf(node);
  return end - start;
}

/** The parser gives every node its place; the types do not say so. */
function spanOf({ position }: Nodes): readonly [start: number, end: number] {
  const { start: { offset: start = 0 } = {}, end: { offset: end = 0 } = {} } = position ?? {};
  return [start, end];
}
