/** From the tree of a Markdown document to blocks: which words stand in which box. */
import type { FootnoteDefinition, List, Nodes, Root, RootContent } from 'mdast';
import type { Block, BlockKind, Caveat, HiddenText, SetOff } from '../document.ts';
import { SeenText } from '../seen-text.ts';
import { hyphenBreaks, innerLineStarts } from '../text/breaks.ts';
import { footnotesOf } from './footnotes.ts';
import { hasWordNumbers, isOnlyLinks, numberOf } from './lists.ts';
import type { Parsed } from './parse.ts';
import { appendValue, type Phrase, readPhrase } from './phrasing.ts';
import { startOf } from './tree.ts';

/** What a walk over the tree gives. */
export interface Flow {
  readonly blocks: Block[];
  readonly hidden: HiddenText[];
  readonly caveats: Caveat[];
}

/** The box a node stands in. */
interface Box {
  readonly container: string;
  /** The kind of the box's paragraphs. */
  readonly kind: BlockKind;
  readonly setOff: SetOff | null;
}

/** A list item's number, shown before its first words. */
interface Marker {
  readonly text: string;
  readonly source: number;
}

const OUTERMOST: Box = { container: '', kind: 'paragraph', setOff: null };
const FOOTNOTE: Box = { container: 'footnotes', kind: 'note', setOff: { by: 'footnote' } };

/** Reads the whole tree; footnotes come last, in the order in which they are referred to, as they are shown. */
export function readFlow(parsed: Parsed): Flow {
  const { shown, unshown } = footnotesOf(parsed.tree);
  const walk = new Walk(parsed, unshown, hasWordNumbers(parsed.tree));
  walk.addAll(parsed.tree.children, OUTERMOST);
  for (const definition of shown) walk.addAll(definition.children, FOOTNOTE);
  return walk.flow;
}

class Walk {
  readonly flow: Flow = { blocks: [], hidden: [], caveats: [] };
  readonly #parsed: Parsed;
  readonly #unshown: ReadonlySet<Nodes>;
  readonly #numbersAreWords: boolean;
  #marker: Marker | null = null;

  constructor(parsed: Parsed, unshown: ReadonlySet<Nodes>, numbersAreWords: boolean) {
    this.#parsed = parsed;
    this.#unshown = unshown;
    this.#numbersAreWords = numbersAreWords;
  }

  /** Containers are at most a hundred deep, so this may call itself. */
  addAll(nodes: Root['children'], box: Box): void {
    for (const node of nodes) this.#add(node, box);
  }

  #add(node: RootContent, box: Box): void {
    switch (node.type) {
      case 'paragraph':
        this.#addPhrase(node.children, box.kind, box);
        break;
      case 'heading':
        this.#addPhrase(node.children, 'heading', box);
        break;
      case 'blockquote':
        this.addAll(node.children, { ...inside(box, 'blockquote'), kind: 'quote' });
        break;
      case 'list':
        this.#addList(node, box);
        break;
      case 'code':
        this.#addCode(node, box);
        break;
      case 'table':
        this.#addTable(node.children, inside(box, 'table'));
        break;
      case 'footnoteDefinition':
        this.#addUnshown(node);
        break;
    }
  }

  #addList(list: List, box: Box): void {
    const setOff = box.setOff ?? (isOnlyLinks(list) ? { by: 'list of links' } : null);
    const itemBox: Box = { ...inside(box, list.ordered ? 'ol' : 'ul'), kind: 'list-item', setOff };
    const keepsNumbers = list.ordered === true && this.#numbersAreWords;
    if (list.ordered && !keepsNumbers) {
      const at = { block: this.flow.blocks.length, start: 0, end: 0 };
      this.flow.caveats.push({ kind: 'auto-number', at, detail: 'numbers of a list' });
    }
    for (const [index, item] of list.children.entries()) {
      if (keepsNumbers) this.#marker = { text: numberOf(list, index), source: startOf(item) };
      this.addAll(item.children, itemBox);
      this.#marker = null;
    }
  }

  #addTable(rows: readonly { readonly children: readonly { readonly children: Phrasing }[] }[], box: Box): void {
    for (const row of rows) for (const cell of row.children) this.#addPhrase(cell.children, 'cell', box);
  }

  #addCode(node: Extract<RootContent, { type: 'code' }>, box: Box): void {
    const seen = this.#begin();
    appendValue(seen, node, this.#parsed);
    this.#push({ seen, strong: [], struck: [] }, 'preformatted', box);
  }

  #addPhrase(nodes: Phrasing, kind: BlockKind, box: Box): void {
    this.#push(readPhrase(nodes, this.#parsed, this.#begin()), kind, box);
  }

  /** A text that begins with the number of the list item it is the first block of. */
  #begin(): SeenText {
    const seen = new SeenText();
    if (this.#marker !== null) seen.append(this.#marker.text, this.#marker.source);
    this.#marker = null;
    return seen;
  }

  #push(phrase: Phrase, kind: BlockKind, box: Box): void {
    const { text, origin } = phrase.seen.build();
    const block = this.flow.blocks.length;
    for (const start of phrase.struck) {
      this.flow.caveats.push({ kind: 'deleted-text', at: { block, start, end: start }, detail: '~~' });
    }
    if (text.trim() === '') return;
    this.flow.blocks.push({
      kind,
      text,
      origin,
      place: { by: 'line' },
      container: box.container,
      selector: '',
      setOff: box.setOff,
      strong: phrase.strong,
      lineStarts: innerLineStarts(text),
      breaks: hyphenBreaks(text),
      speaker: null,
    });
  }

  /** A footnote that nothing refers to is not shown anywhere. */
  #addUnshown(definition: FootnoteDefinition): void {
    if (!this.#unshown.has(definition)) return;
    const walk = new Walk(this.#parsed, new Set(), this.#numbersAreWords);
    walk.addAll(definition.children, FOOTNOTE);
    const text = walk.flow.blocks.map((block) => block.text).join('\n');
    const block = this.flow.blocks.length - 1;
    if (text !== '') {
      this.flow.hidden.push({ text, by: 'markup', block, offset: null, source: startOf(definition), hint: false });
    }
  }
}

type Phrasing = Parameters<typeof readPhrase>[0];

function inside(box: Box, element: string): Box {
  return { ...box, container: box.container === '' ? element : `${box.container} > ${element}` };
}
