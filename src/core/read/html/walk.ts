/**
 * Walks a page's tree in the order it is seen and hands its words to the page.
 *
 * The walk keeps its own stack, so nesting costs no call depth. What is open is a context, handed down; a block-level
 * element ends the block in the making when it opens and when it closes.
 */
import { boxOf } from './box.ts';
import { type Context, changed, rootContext } from './context.ts';
import { attributeChunk, emojiOf, inputText, optionsOf, textsOf } from './controls.ts';
import { BLOCK_ELEMENTS, FALLBACK_ELEMENTS, UNDRAWN_ELEMENTS } from './elements.ts';
import { type Generated, generate, type QuoteDepth } from './generated.ts';
import type { Look, Mark } from './look.ts';
import type { Looks } from './looks.ts';
import { childrenOf, holds, isNeverText, isRaised, isRoot, isSetApart, modeOf, ownMarks, svgOf } from './nature.ts';
import type { Page } from './page.ts';
import type { SetOffBy } from './set-off.ts';
import { type Chunk, textChunks } from './text-source.ts';
import {
  attribute,
  type Element,
  endOf,
  isElement,
  isText,
  locationOf,
  type Node,
  startOf,
  type TextNode,
} from './tree.ts';

type Task =
  | { readonly what: 'enter'; readonly node: Node; readonly context: Context }
  | { readonly what: 'leave'; readonly element: Element; readonly context: Context; readonly around: Context };

/** What the walk needs besides the tree. */
export interface Walk {
  readonly source: string;
  readonly page: Page;
  readonly looks: Looks;
  readonly setOffBy: SetOffBy;
  readonly decode: (reference: string) => string;
  readonly wordsOf: (markup: string) => string;
}

/** Elements that stand in the line as pictures of who knows what. */
const PICTURES = new Set('canvas iframe object embed video applet svg'.split(' '));

/** Walks the page under `roots`. */
export function walk(roots: readonly Node[], tools: Walk): void {
  new Walker(tools).run(roots);
}

class Walker {
  readonly #tools: Walk;
  readonly #page: Page;
  readonly #tasks: Task[] = [];
  readonly #quotes: QuoteDepth = { depth: 0 };
  #bolds = 0;

  constructor(tools: Walk) {
    this.#tools = tools;
    this.#page = tools.page;
  }

  run(roots: readonly Node[]): void {
    this.#push(roots, rootContext(this.#tools.looks.root));
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      if (task.what === 'leave') this.#leave(task.element, task.context, task.around);
      else if (isText(task.node)) this.#text(task.node, task.context);
      else if (isElement(task.node)) this.#enter(task.node, task.context);
    }
    this.#page.boundary(null);
  }

  #push(nodes: readonly Node[], context: Context): void {
    for (let i = nodes.length - 1; i >= 0; i--) this.#tasks.push({ what: 'enter', node: nodes[i]!, context });
  }

  #text(node: TextNode, context: Context): void {
    if (context.svg === 'picture') return;
    const { startOffset: start, endOffset: end } = locationOf(node);
    if (context.by !== null || context.striker !== null) {
      this.#put(context, { text: node.value, source: start, width: 0 });
      return;
    }
    const { source, decode } = this.#tools;
    this.#page.see(textChunks(node.value, source, { start, end }, modeOf(node), decode), context.setting);
  }

  /** Words in a context: seen, hidden or struck. */
  #put(context: Context, chunk: Chunk): void {
    if (context.by !== null && context.hider !== null) {
      const { display } = context.look;
      const apart = display === 'block' || BLOCK_ELEMENTS.has(context.hider.tagName) ? 'apart' : 'inline';
      this.#page.hide(chunk.text, context.by, context.hider, apart, chunk.source);
    } else if (context.striker !== null) this.#page.strike(context.striker, chunk.text);
    else this.#page.see([chunk], context.setting);
  }

  #enter(element: Element, around: Context): void {
    if (isNeverText(element)) return;
    const look = this.#tools.looks.of(element, around.look);
    if (look.display === 'none' && (UNDRAWN_ELEMENTS.has(element.tagName) || look.concealed === 'markup')) return;
    const context = this.#open(element, look, around);
    if (!context.boxless && context.by === null && PICTURES.has(element.tagName)) {
      this.#page.point('embedded', `<${element.tagName}>`, 'only-inside');
    }
    if (this.#special(element, context)) return;
    this.#tasks.push({ what: 'leave', element, context, around });
    this.#generated(element, context, 'before');
    this.#children(element, context);
  }

  /** The context inside an element, after the boundary it makes. */
  #open(element: Element, look: Look, around: Context): Context {
    const boxless = around.boxless || look.display === 'none';
    const block = look.display === 'block' || isRoot(element);
    const box = block && !boxless ? boxOf(element, around.box) : around.box;
    const context = changed(around, element, {
      look,
      box,
      boxless,
      strong: look.bold ? around.strong || ++this.#bolds : 0,
      credit: around.credit || (element.tagName === 'cite' && box?.kind === 'quote'),
      setOff: this.#tools.setOffBy(element, around) ?? around.setOff,
      sectioned: around.sectioned || /^(?:article|main|section)$/.test(element.tagName),
      svg: svgOf(element, around.svg),
      marks: [...around.marks, ...ownMarks(element, look, around.look), ...this.#tools.looks.marksOf(element, look)],
    });
    if (isRoot(element)) for (const mark of look.marks) this.#page.everywhere.add(mark);
    if (block) this.#boundary(context);
    if (context.by === null) this.#apart(element, look);
    return context;
  }

  /** Keeps words that stand apart on the line apart from the word before them. */
  #apart(element: Element, look: Look): void {
    if (isSetApart(element)) this.#page.separate(startOf(element));
    if (isRaised(element, look)) this.#raise(element);
    if (look.covers) this.#page.point('covered', `<${element.tagName}>`, 'only-inside');
  }

  /** Raised signs and digits are words of their own; raised letters belong to their word. */
  #raise(element: Element): void {
    if (!holds(element, /\p{L}/u)) this.#page.separate(startOf(element));
  }

  #boundary(context: Context): void {
    if (context.boxless) this.#page.hiddenBoundary();
    else this.#page.boundary(context.box);
  }

  /** Elements that show something other than their children; true when that was all. */
  #special(element: Element, context: Context): boolean {
    switch (element.tagName) {
      case 'br':
        if (context.by === null) this.#page.lineBreak(startOf(element));
        else this.#page.hiddenBoundary();
        return true;
      case 'img':
        this.#image(element, context);
        return true;
      case 'input':
        this.#attribute(inputText(element, this.#tools.source), inControl(context, element));
        return true;
      case 'select':
        this.#select(element, context);
        return true;
      case 'iframe':
        this.#frame(element, context);
        return true;
      default:
        return false;
    }
  }

  /** A frame that carries its page in an attribute shows those words, in a box of its own. */
  #frame(element: Element, context: Context): void {
    const words = this.#tools.wordsOf(attribute(element, 'srcdoc') ?? '').replaceAll(/\s+/g, ' ');
    if (words.trim() === '') return;
    this.#boundary({ ...context, box: boxOf(element, context.box) });
    this.#put(context, { text: words, source: startOf(element), width: 0 });
    this.#boundary(context);
  }

  #attribute(chunk: Chunk | null, context: Context): void {
    if (chunk === null) return;
    if (context.by === null) this.#page.separate(chunk.source);
    this.#put(context, chunk);
    if (context.by === null) this.#page.separate(chunk.source + chunk.width);
  }

  #image(element: Element, context: Context): void {
    const emoji = emojiOf(element, this.#tools.source);
    if (emoji !== null) this.#put(context, emoji);
    else if (context.by === null) this.#page.point('embedded', '<img>', 'only-inside');
  }

  #select(element: Element, context: Context): void {
    const { shown, closed } = optionsOf(element);
    const closing = shut(context, element, 'closed');
    for (const option of shown) {
      const look = this.#tools.looks.of(option, context.look);
      const open = inControl(changed(context, option, { look }), element);
      const label = attributeChunk(option, 'label', this.#tools.source);
      this.#page.separate(startOf(option));
      if (label !== null) this.#put(open, label);
      else for (const node of textsOf(option)) this.#text(node, open);
      this.#page.separate(endOf(option));
    }
    for (const option of closed) {
      for (const node of textsOf(option)) this.#text(node, closing);
      this.#page.hiddenBoundary();
    }
  }

  #children(element: Element, context: Context): void {
    if (element.tagName === 'details' && attribute(element, 'open') === null) this.#closedDetails(element, context);
    else if (FALLBACK_ELEMENTS.has(element.tagName)) this.#push(element.childNodes, shut(context, element, 'markup'));
    else this.#push(this.#inSeenOrder(childrenOf(element), context), context);
  }

  #closedDetails(element: Element, context: Context): void {
    const summary = element.childNodes.find((node) => isElement(node) && node.tagName === 'summary');
    const closed = shut(context, element, 'closed');
    for (let i = element.childNodes.length - 1; i >= 0; i--) {
      const node = element.childNodes[i]!;
      this.#tasks.push({ what: 'enter', node, context: node === summary ? context : closed });
    }
  }

  /** The children of a flex or grid box of the page's layout, in the order their boxes are laid out. */
  #inSeenOrder(nodes: readonly Node[], context: Context): readonly Node[] {
    const { items, display } = context.look;
    if (items === 'flow' || display !== 'block') return nodes;
    const orders = new Map<Node, number>();
    for (const node of nodes) if (isElement(node)) orders.set(node, this.#tools.looks.of(node, context.look).order);
    const sorted = [...nodes].sort((one, other) => (orders.get(one) ?? 0) - (orders.get(other) ?? 0));
    return items === 'reverse' ? sorted.reverse() : sorted;
  }

  #generated(element: Element, context: Context, which: 'before' | 'after'): void {
    const look = this.#tools.looks.generated(element, which, context.look);
    const value = look?.content ?? defaultContent(element, which);
    if (value === null) return;
    const inside = look === null ? context : changed(context, element, { look });
    const shown = generate(value, element, { style: inside.look.quotes, state: this.#quotes });
    if (inside.by !== null || shown === EMPTY) return;
    const source = which === 'before' ? startOf(element) : endOf(element);
    if (shown.unknown !== null) this.#page.point('drawn-otherwise', `content: ${shown.unknown}`, 'only-inside');
    if (look?.display === 'block') this.#boundary(context);
    if (shown.text !== '') this.#put(inside, { text: shown.text, source, width: 0 });
    if (look?.display === 'block') this.#boundary(context);
  }

  #leave(element: Element, context: Context, around: Context): void {
    this.#generated(element, context, 'after');
    if (context.by === null && isSetApart(element)) this.#page.separate(endOf(element));
    if (context.by === null && isRaised(element, context.look)) this.#page.separateWords(endOf(element));
    if (context.look.display !== 'block' && !isRoot(element)) return;
    if (context.boxless) this.#page.hiddenBoundary();
    else this.#page.boundary(around.box);
  }
}

/** The context of content that is not shown while its element is as it is. */
function shut(context: Context, element: Element, by: 'closed' | 'markup'): Context {
  return changed(context, element, { look: { ...context.look, concealed: by }, boxless: true });
}

/** The context of words that stand in a control: seen, but anybody can type over them. */
function inControl(context: Context, element: Element): Context {
  const mark: Mark = { kind: 'embedded', detail: `<${element.tagName}>` };
  return changed(context, element, { marks: [...context.marks, mark] });
}

const EMPTY: Generated = { text: '', unknown: null };

function defaultContent(element: Element, which: 'before' | 'after'): string | null {
  if (element.tagName !== 'q') return null;
  return which === 'before' ? 'open-quote' : 'close-quote';
}
