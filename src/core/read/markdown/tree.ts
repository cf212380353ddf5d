/** Walks a Markdown tree without recursion. */
import type { Nodes } from 'mdast';

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
