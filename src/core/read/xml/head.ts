/** What stands before the text: which vocabulary the root element belongs to, the title, and who the speakers' ids mean. */
import { Refusal } from '../../refusal.ts';
import type { Attributes, Vocabulary } from '../xml-events/index.ts';
import { DOCBOOK } from './docbook.ts';
import { type CssEye, Renditions } from './renditions.ts';
import type { Vocabularies } from './rules.ts';
import { TEI } from './tei.ts';

/** Both vocabularies are read without a prefix; a document is of one of them, and older ones have no namespace. */
export const NAMESPACES: Vocabulary = new Map([
  ['http://www.tei-c.org/ns/1.0', ''],
  ['http://docbook.org/ns/docbook', ''],
  ['http://www.w3.org/2001/XInclude', 'xi'],
]);

const TEI_ROOTS = /^(TEI|TEI\.2|teiCorpus)$/;
const DOCBOOK_ROOTS =
  /^(set|book|part|article|chapter|appendix|preface|section|sect1|refentry|qandaset|glossary|dialogue)$/;

/** The vocabulary of a document with this root element. Throws Refusal `unknown-format` when it is another. */
export function vocabularyOf(root: string): Vocabularies {
  if (TEI_ROOTS.test(root)) return TEI;
  if (DOCBOOK_ROOTS.test(root)) return DOCBOOK;
  throw new Refusal('unknown-format', 'XML that is neither TEI nor DocBook');
}

/** Collects the names of people, the title and the renditions from a header. */
export class Head {
  readonly people = new Map<string, string>();
  readonly metadata = new Map<string, string>();
  /** Names of the elements that name a person. */
  readonly personal = new Set<string>();
  readonly renditions: Renditions;
  readonly #path: string[] = [];
  #rendition: Attributes = {};
  #id = '';
  #value = '';

  constructor(eye: CssEye) {
    this.renditions = new Renditions(eye);
  }

  open(name: string, attributes: Attributes): void {
    this.#path.push(name);
    this.#value = '';
    if (name === 'rendition') this.#rendition = attributes;
    if (name === 'tagUsage') this.renditions.addUsage(attributes);
    if (name === 'person' || name === 'personGrp') this.#id = attributes['xml:id'] ?? attributes['id'] ?? '';
  }

  close(name: string): void {
    this.#path.pop();
    const value = this.#value.replace(/\s+/g, ' ').trim();
    this.#value = '';
    if (value === '') return;
    if (name === 'rendition') this.renditions.add(this.#rendition, value);
    const holder = [name, ...this.#path].find((each) => PERSONAL.has(each));
    if (holder !== undefined) this.personal.add(holder);
    if (NAMES.has(name) && this.#id !== '' && !this.people.has(this.#id)) this.people.set(this.#id, value);
    if (name === 'title' && HEADERS.some((header) => this.#path.includes(header)) && !this.metadata.has('title')) {
      this.metadata.set('title', value);
    }
  }

  text(text: string): void {
    this.#value += text;
  }
}

const PERSONAL = new Set(['author', 'editor', 'othercredit', 'respStmt', 'person']);
const NAMES = new Set(['persName', 'name', 'p']);
const HEADERS = ['teiHeader', 'info', 'articleinfo', 'bookinfo'];
