/** Cascade layers (CSS Cascade 5): later layers win, rules outside all layers win over them, importance turns it round. */

/** A layer, by the names on its path; layers without a name get one nobody else has. */
interface Node {
  readonly below: Map<string, Node>;
  rank: number;
}

/** More layers than this share the last rank. */
export const MOST_LAYERS = 998;

export class Layers {
  readonly #root: Node = { below: new Map(), rank: 0 };
  #nameless = 0;

  /** Declares `name` (`a`, `a.b`, or `''` for a layer without a name) inside `path`; gives the path of the layer. */
  declare(path: readonly string[], name: string): readonly string[] {
    const names = name === '' ? [`\n${++this.#nameless}`] : name.split('.');
    const whole = [...path, ...names];
    this.#find(whole);
    return whole;
  }

  /** The ranks of all layers in order, from 0. A layer's own rules come behind those of the layers inside it. */
  settle(): (path: readonly string[]) => number {
    let rank = 0;
    const visit = (node: Node): void => {
      for (const below of node.below.values()) visit(below);
      node.rank = Math.min(rank++, MOST_LAYERS);
    };
    for (const top of this.#root.below.values()) visit(top);
    return (path) => this.#find(path).rank;
  }

  #find(path: readonly string[]): Node {
    let node = this.#root;
    for (const name of path) {
      let below = node.below.get(name);
      if (below === undefined) {
        below = { below: new Map(), rank: 0 };
        node.below.set(name, below);
      }
      node = below;
    }
    return node;
  }
}
