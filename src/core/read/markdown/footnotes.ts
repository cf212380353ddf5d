/** Which footnotes a reader sees: those that something seen refers to, each once, in that order (GFM). */
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { descendants } from './tree.ts';

/** The footnotes that are shown, in the order of their first reference, and those that are not. */
export interface Footnotes {
  readonly shown: readonly FootnoteDefinition[];
  readonly unshown: ReadonlySet<FootnoteDefinition>;
}

/** Sorts the footnotes of `tree`. Of two with one label the first counts. */
export function footnotesOf(tree: Root): Footnotes {
  const definitions = [...descendants(tree)].filter((node) => node.type === 'footnoteDefinition');
  if (definitions.length === 0) return { shown: [], unshown: new Set() };
  const byLabel = new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]));
  const shown = new Set<FootnoteDefinition>();
  collect(tree, byLabel, shown);
  // A set is iterated with what is added on the way: footnotes that footnotes refer to.
  for (const definition of shown) collect(definition, byLabel, shown);
  return { shown: [...shown], unshown: new Set(definitions.filter((definition) => !shown.has(definition))) };
}

function collect(from: Nodes, byLabel: ReadonlyMap<string, FootnoteDefinition>, shown: Set<FootnoteDefinition>): void {
  for (const node of descendants(from, 'footnoteDefinition')) {
    const definition = node.type === 'footnoteReference' ? byLabel.get(node.identifier) : undefined;
    if (definition !== undefined) shown.add(definition);
  }
}
