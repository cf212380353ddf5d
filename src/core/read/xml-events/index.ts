/**
 * XML as a series of events with names one can trust.
 *
 * A prefix means nothing by itself: `<x:t>` is a Word text when `x` is bound to Word's namespace, and `<w:t>` is not when `w`
 * is bound to another. So a vocabulary says which namespace gets which prefix, and the handlers see those prefixes whatever
 * the document wrote. A name in a namespace outside of the vocabulary begins with `?:`, a name in none has no prefix.
 *
 * There are no entities but the five of XML: a document type that declares others is refused, and so no text can multiply.
 */
import type { SaxesParser } from 'saxes';
import { Refusal } from '../../refusal.ts';
import { type Attributes, bindings, type Scope, Scopes, type Vocabulary } from './scopes.ts';

export { decodeXml } from './decode.ts';
export type { Attributes, Vocabulary } from './scopes.ts';

/** What is told of a document, in order. Offsets are those of the first code unit of the thing in the source, and of the end. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes, context: XmlContext): void;
  close(name: string, context: XmlContext): void;
  text(text: string, context: XmlContext): void;
}

/** Where the parser stands. */
export interface XmlContext {
  /** Offsets in the source between which the present tag or text stands. */
  readonly start: number;
  readonly end: number;
  /** The address of the namespace that `prefix` is bound to here, as the document writes it. */
  namespaceOf(prefix: string): string | undefined;
}

export interface XmlLimits {
  /** Elements open at once. */
  readonly depth: number;
  /** `none`: any document type is refused (OOXML, ODF). `bare`: one that declares nothing is let through. */
  readonly doctype: 'none' | 'bare';
}

/** What the parts of office documents are held to: they never need a document type, and real ones nest less than 40 deep. */
export const OFFICE_LIMITS: XmlLimits = { depth: 256, doctype: 'none' };

/**
 * Tells `handlers` of the XML document in `source`.
 *
 * @throws Refusal `damaged` when it is not well-formed, `too-deep`, `unsafe-archive` for a document type that is not allowed.
 */
export async function readXmlEvents(
  source: string,
  vocabulary: Vocabulary,
  limits: XmlLimits,
  handlers: XmlHandlers,
): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ position: true, xmlns: false });
  new Reading(parser, vocabulary, limits, handlers).run(source);
}

class Reading implements XmlContext {
  readonly #parser: SaxesParser<{ position: true; xmlns: false }>;
  readonly #scopes: Scopes;
  readonly #limits: XmlLimits;
  readonly #handlers: XmlHandlers;
  #source = '';
  #before = 0;
  end = 0;

  constructor(
    parser: SaxesParser<{ position: true; xmlns: false }>,
    vocabulary: Vocabulary,
    limits: XmlLimits,
    handlers: XmlHandlers,
  ) {
    this.#parser = parser;
    this.#scopes = new Scopes(vocabulary);
    this.#limits = limits;
    this.#handlers = handlers;
  }

  /**
   * The parser is told of six kinds of events and no more: with a seventh handler its object outgrows the engine's fast
   * layout, and parsing takes five times as long.
   */
  run(source: string): void {
    const parser = this.#parser;
    parser.on('error', () => {
      throw new Refusal('damaged', 'an XML part is not well-formed');
    });
    parser.on('doctype', (doctype) => this.#doctype(doctype));
    parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes));
    parser.on('closetag', (tag) => this.#close(tag.name));
    parser.on('text', (text) => this.#text(text, parser.position - 1));
    parser.on('cdata', (text) => this.#cdata(text));
    this.#source = source;
    parser.write(source).close();
  }

  /** Comments and instructions are no events, so they may lie between the event before and this one. */
  get start(): number {
    let at = this.#before;
    for (;;) {
      if (this.#source.startsWith('<!--', at)) at = this.#source.indexOf('-->', at + 4) + 3;
      else if (this.#source.startsWith('<?', at)) at = this.#source.indexOf('?>', at + 2) + 2;
      else return at;
    }
  }

  namespaceOf(prefix: string): string | undefined {
    return this.#scopes.current.bound.get(prefix);
  }

  #advance(position: number): void {
    this.#before = this.end;
    this.end = position;
  }

  #doctype(doctype: string): void {
    if (this.#limits.doctype === 'none' || doctype.includes('[')) {
      throw new Refusal('unsafe-archive', 'an XML part with a document type of its own');
    }
    this.#advance(this.#parser.position);
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#advance(this.#parser.position);
    if (this.#scopes.depth >= this.#limits.depth) throw new Refusal('too-deep', 'elements of an XML part');
    const scope: Scope = this.#scopes.open(bindings(attributes));
    this.#handlers.open(scope.elementName(name), scope.attributes(attributes), this);
  }

  #close(name: string): void {
    this.#advance(this.#parser.position);
    const canonical = this.#scopes.current.elementName(name);
    this.#handlers.close(canonical, this);
    this.#scopes.close();
  }

  #text(text: string, end: number): void {
    this.#advance(end);
    if (this.#scopes.depth > 0) this.#handlers.text(text, this);
  }

  #cdata(text: string): void {
    this.#advance(this.#parser.position);
    this.#handlers.text(text, this);
  }
}
