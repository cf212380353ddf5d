/** Reads an XML text in TEI or DocBook; places are lines and columns of the file. */
import type { Document } from '../document.ts';
import { MAX_DEPTH } from '../limits.ts';
import {
  type Attributes,
  readXmlEvents,
  type XmlContext,
  type XmlHandlers,
  type XmlLimits,
} from '../xml-events/index.ts';
import { Head, NAMESPACES, vocabularyOf } from './head.ts';
import { XmlReader } from './reader.ts';
import { loadCssEye } from './renditions.ts';

const LIMITS: XmlLimits = { depth: MAX_DEPTH, doctype: 'bare' };
const HEADERS = new Set(['teiHeader', 'info', 'articleinfo', 'bookinfo']);

/**
 * The document in `source`, decoded; its root element tells which vocabulary it is.
 *
 * @throws Refusal `damaged` when it is not well-formed, `unsafe-archive` when its document type declares anything, `too-deep`,
 * `unknown-format` when it is of another vocabulary.
 */
export async function readXml(source: string): Promise<Document> {
  const reading = new WithHead(source, new Head(await loadCssEye(source)));
  await readXmlEvents(source, NAMESPACES, LIMITS, reading);
  return reading.build();
}

/** Reads the header, which stands first, before the text that refers to it. */
class WithHead implements XmlHandlers {
  readonly #source: string;
  readonly #head: Head;
  #reader: XmlReader | null = null;
  #inHead = 0;

  constructor(source: string, head: Head) {
    this.#source = source;
    this.#head = head;
  }

  open(name: string, attributes: Attributes, context: XmlContext): void {
    this.#reader ??= new XmlReader(this.#source, vocabularyOf(name), this.#head);
    if (this.#inHead > 0 || HEADERS.has(name)) {
      this.#inHead++;
      this.#head.open(name, attributes);
    }
    this.#reader.open(name, attributes, context);
  }

  close(name: string, context: XmlContext): void {
    if (this.#inHead > 0) {
      this.#inHead--;
      this.#head.close(name);
    }
    this.#reader?.close(name, context);
  }

  text(text: string, context: XmlContext): void {
    if (this.#inHead > 0) this.#head.text(text);
    this.#reader?.text(text, context);
  }

  build(): Document {
    const reader = this.#reader ?? new XmlReader(this.#source, vocabularyOf(''), this.#head);
    return reader.build();
  }
}
