/** What there is in a page of ours, and which elements and attributes there may be. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export interface Parsed {
  readonly names: Map<string, number>;
  readonly attributes: Set<string>;
  readonly ids: string[];
  readonly targets: string[];
  readonly text: string;
}

/** Everything there is in a page. */
export function parsed(html: string): Parsed {
  const found = {
    names: new Map<string, number>(),
    attributes: new Set<string>(),
    ids: [] as string[],
    targets: [] as string[],
  };
  const texts: string[] = [];
  const stack: Node[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('attrs' in node) {
      found.names.set(node.nodeName, (found.names.get(node.nodeName) ?? 0) + 1);
      for (const { name, value } of node.attrs) {
        found.attributes.add(name);
        if (name === 'id') found.ids.push(value);
        if (name === 'href') found.targets.push(value);
      }
    }
    if ('value' in node) texts.unshift(node.value);
    if ('childNodes' in node) stack.push(...node.childNodes);
  }
  return { ...found, text: texts.join('') };
}

export const OURS = new Set(
  'html head meta title style body header main footer section h1 h2 h3 p span div a bdi table thead tbody tr th td ol li del ins details summary'.split(
    ' ',
  ),
);

export const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id href scope aria-labelledby aria-hidden tabindex style dir data-side'.split(
    ' ',
  ),
);

/** What is wrong with a page, whoever wrote the words in it: elements and attributes not ours, names twice, links to nowhere. */
export function faults(html: string): readonly string[] {
  const { names, attributes, ids, targets } = parsed(html);
  const known = new Set(ids);
  return [
    ...[...names.keys()].filter((name) => !OURS.has(name)).map((name) => `element ${name}`),
    ...[...attributes].filter((name) => !ATTRIBUTES.has(name)).map((name) => `attribute ${name}`),
    ...(known.size === ids.length ? [] : ['a name twice']),
    ...targets.filter((target) => !known.has(target.slice(1))).map((target) => `no place for ${target}`),
    ...(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066\u2067]/u.test(html) ? ['a control character'] : []),
  ];
}
