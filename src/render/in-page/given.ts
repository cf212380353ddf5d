/**
 * What is handed into the page because nothing in it can be asked for it: words that only the layout has worked out, and
 * shadow roots that are closed to scripts.
 */

/** Where a style sheet puts words of its own. */
export type Side = '::before' | '::after' | '::marker';

const texts = new Map<Element, Map<string, string>>();
const closed = new Map<Element, ShadowRoot>();

/** Takes, in the order of `words`, the elements they stand at, and then shadow roots. */
export function give(words: readonly { readonly side: string; readonly text: string }[], ...nodes: unknown[]): void {
  texts.clear();
  closed.clear();
  for (const [i, node] of nodes.entries()) {
    const word = words[i];
    if (node instanceof ShadowRoot) closed.set(node.host, node);
    else if (node instanceof Element && word !== undefined) {
      const known = texts.get(node) ?? new Map<string, string>();
      texts.set(node, known.set(word.side, word.text));
    }
  }
}

/** The words that the layout shows on one side of an element, where they were handed over. */
export function givenText(element: Element, side: Side): string | null {
  return texts.get(element)?.get(side) ?? null;
}

/** The element's shadow root, also a closed one. */
export function rootOf(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? closed.get(element) ?? null;
}
