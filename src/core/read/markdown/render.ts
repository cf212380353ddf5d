/** Renders a Markdown tree to HTML (CommonMark, GFM), keeping where each stretch of the page comes from. */
import type { Nodes } from 'mdast';
import { Refusal } from '../../refusal.ts';
import type { Origin } from '../document.ts';
import { SeenText } from '../seen-text.ts';
import { footnotesOf } from './footnotes.ts';
import { hasWordNumbers, numberOf } from './lists.ts';
import type { Parsed } from './parse.ts';
import { appendValue } from './phrasing.ts';
import { MAX_MARKUP, startOf, widthOf } from './tree.ts';

/** A rendered page. */
export interface Rendered {
  readonly html: string;
  /** From the page to the Markdown. */
  readonly origin: Origin;
  /** Offset in the page behind which there are only footnotes. */
  readonly footnotesStart: number;
}

/** Elements that stand for a node one to one. */
const ELEMENTS: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  listItem: 'li',
  // The address does not matter to the words; that it is a link does.
  link: 'a href="#"',
  linkReference: 'a href="#"',
};

/** Renders the document; footnotes that something refers to come last. */
export function renderHtml(parsed: Parsed): Rendered {
  const renderer = new Renderer(parsed);
  renderer.addAll(parsed.tree.children, 0);
  const footnotesStart = renderer.page.length;
  for (const { children } of footnotesOf(parsed.tree).shown) renderer.addAll(children, 0);
  const { text, origin } = renderer.page.build();
  return { html: text, origin, footnotesStart };
}

class Renderer {
  readonly page = new SeenText();
  readonly #parsed: Parsed;
  readonly #numbersAreWords: boolean;

  constructor(parsed: Parsed) {
    this.#parsed = parsed;
    this.#numbersAreWords = hasWordNumbers(parsed.tree);
  }

  addAll(nodes: readonly Nodes[], depth: number): void {
    if (depth > MAX_MARKUP) throw new Refusal('too-deep', `markup nested ${MAX_MARKUP} times`);
    for (const node of nodes) this.#add(node, depth);
  }

  #add(node: Nodes, depth: number): void {
    switch (node.type) {
      case 'text':
        this.#addEscaped(node);
        break;
      case 'html':
        appendValue(this.page, node, this.#parsed);
        break;
      case 'inlineCode':
        this.#wrap('code', node, () => this.#addEscaped(node));
        break;
      case 'code':
        // The parser of HTML drops one line end at the start of `pre`.
        this.#wrap('pre', node, () => {
          this.#tag('\n', node);
          this.#addEscaped(node);
        });
        break;
      case 'heading':
        this.#wrap(`h${node.depth}`, node, () => this.addAll(node.children, depth + 1));
        break;
      case 'list':
        this.#addList(node, depth);
        break;
      case 'break':
        this.page.append('<br>', startOf(node), widthOf(node));
        break;
      case 'image':
      case 'imageReference':
        this.#tag(`<img alt="${escaped(node.alt ?? '')}">`, node);
        break;
      case 'footnoteDefinition':
        break;
      default:
        this.#addElement(node, depth);
    }
  }

  #addElement(node: Nodes, depth: number): void {
    const element = ELEMENTS[node.type];
    if (element !== undefined && 'children' in node) {
      this.#wrap(element, node, () => this.addAll(node.children, depth + 1));
    }
  }

  #addList(list: Extract<Nodes, { type: 'list' }>, depth: number): void {
    this.#wrap(list.ordered ? 'ol' : 'ul', list, () => {
      for (const [index, item] of list.children.entries()) {
        this.#tag('<li>', item);
        if (list.ordered && this.#numbersAreWords) this.#tag(numberOf(list, index), item);
        // In a tight list paragraphs are bare: a number stands on the line of its words.
        const isTight = list.spread !== true && item.spread !== true;
        for (const [child, node] of item.children.entries()) {
          if (node.type === 'paragraph' && (isTight || child === 0)) this.addAll(node.children, depth + 2);
          else this.#add(node, depth + 2);
        }
        this.#tag('</li>', item);
      }
    });
  }

  #wrap(element: string, node: Nodes, addContent: () => void): void {
    this.#tag(`<${element}>`, node);
    addContent();
    this.#tag(`</${element.split(' ', 1)[0]}>${isBlock(element) ? '\n' : ''}`, node);
  }

  /** Markup that has no place of its own in the source stands where its node begins. */
  #tag(markup: string, node: Nodes): void {
    this.page.append(markup, startOf(node), 0);
  }

  #addEscaped(node: Nodes & { readonly value: string }): void {
    const seen = new SeenText();
    appendValue(seen, node, this.#parsed);
    const { text, origin } = seen.build();
    for (let segment = 0; segment < origin.text.length; segment++) {
      const from = origin.text[segment]!;
      const stretch = text.slice(from, origin.text[segment + 1]);
      this.#addStretch(stretch, origin.source[segment]!);
    }
  }

  /** A sign that HTML needs escaped takes up one sign of the source. */
  #addStretch(stretch: string, source: number): void {
    let from = 0;
    for (const { 0: sign, index } of stretch.matchAll(/[&<>"]/g)) {
      this.page.append(stretch.slice(from, index), source + from);
      this.page.append(escaped(sign), source + index, 1);
      from = index + 1;
    }
    this.page.append(stretch.slice(from), source + from);
  }
}

function isBlock(element: string): boolean {
  return /^(p|blockquote|table|tr|li|ul|ol|pre|h\d)$/.test(element);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
