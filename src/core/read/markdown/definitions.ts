/** Labels of links and footnotes: `[label]: address` and `[^label]: note` hold for the whole document. */
import type { Root } from 'mdast';
import { descendants } from './tree.ts';

/** From a label in its normal form to a definition that makes it known. */
export type Labels = ReadonlyMap<string, string>;

/** A label has at most 999 characters; brackets in it are escaped. */
const BRACKETED = /\[((?:[^[\]\\]|\\.){1,999})\]/gsu;

/** The labels that `trees` define. */
export function labelsOf(trees: readonly Root[]): Labels {
  const labels = new Map<string, string>();
  for (const tree of trees) {
    for (const node of descendants(tree)) {
      if (node.type === 'definition') add(labels, node.identifier);
      if (node.type === 'footnoteDefinition') add(labels, `^${node.identifier}`);
    }
  }
  return labels;
}

/** Definitions, one a line, of those labels that stand in brackets in `text`. */
export function definitionsFor(text: string, labels: Labels): string {
  const found = new Set<string>();
  for (const [, label = ''] of text.matchAll(BRACKETED)) {
    const definition = labels.get(normalForm(label));
    if (definition !== undefined) found.add(definition);
  }
  return [...found].join('\n\n');
}

/** Identifiers are labels as they are written, escapes and references with them, but for white space and capitals. */
function add(labels: Map<string, string>, written: string): void {
  labels.set(normalForm(written), `[${written}]: x`);
}

/** Coarser than CommonMark's: what it takes for one, the parser still tells apart. */
function normalForm(label: string): string {
  return label.replace(/\\(.)/gsu, '$1').replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}
