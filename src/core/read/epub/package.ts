/** What an EPUB says of itself: where its package document is, which files it has, and in which order they are read (EPUB 3.3). */
import { Refusal } from '../../refusal.ts';
import type { Archive } from '../archive/index.ts';
import { type Attributes, decodeXml, OFFICE_LIMITS, readXmlEvents, type Vocabulary } from '../xml-events/index.ts';

/** A file of the publication. */
export interface Item {
  /** Its name in the archive, or `null` when it lies outside. */
  readonly name: string | null;
  readonly type: string;
  readonly properties: readonly string[];
}

/** A file in reading order. */
export interface SpineItem extends Item {
  /** `aside`: beside the main order, as `linear="no"` says. */
  readonly order: 'main' | 'aside';
}

export interface Publication {
  readonly spine: readonly SpineItem[];
  readonly items: readonly Item[];
  readonly title: string;
  readonly language: string;
  /** Names of the metadata that name a person. */
  readonly people: readonly string[];
  /** Package documents besides the first: other renditions of the same book. */
  readonly renditions: number;
}

const VOCABULARY: Vocabulary = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'ocf'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
]);
/** Ways to disguise a font, which hide no text (EPUB 3.3, 4.3, and Adobe's older one). */
const FONT_DISGUISES = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);
const PERSONAL = new Set(['dc:creator', 'dc:contributor']);

/** Throws Refusal `encrypted` when more than fonts is encrypted. */
export async function checkEncryption(archive: Archive): Promise<void> {
  await eachElement(archive, 'META-INF/encryption.xml', (name, attributes) => {
    if (name === 'enc:EncryptionMethod' && !FONT_DISGUISES.has(attributes['Algorithm'] ?? '')) {
      throw new Refusal('encrypted', 'the book is protected');
    }
  });
}

/**
 * The publication in `archive`.
 *
 * @throws Refusal `damaged` when it does not say what it consists of, or says it twice.
 */
export async function readPublication(archive: Archive): Promise<Publication> {
  const roots: string[] = [];
  await eachElement(archive, 'META-INF/container.xml', (name, attributes) => {
    const path = attributes['full-path'];
    if (name === 'ocf:rootfile' && path !== undefined) roots.push(path);
  });
  const [root] = roots;
  if (root === undefined || !archive.has(root)) throw new Refusal('damaged', 'the book has no package document');
  const reading = new PackageReading(root.slice(0, root.lastIndexOf('/') + 1));
  await readXmlEvents(
    await textOf(archive, root),
    VOCABULARY,
    { depth: OFFICE_LIMITS.depth, doctype: 'bare' },
    reading,
  );
  return { ...reading.publication(), renditions: roots.length - 1 };
}

/** The XML or XHTML text of a part. Throws Refusal `damaged` when there is none of that name. */
export async function textOf(archive: Archive, name: string): Promise<string> {
  const bytes = archive.read(name);
  if (bytes === null) throw new Refusal('damaged', 'a part of the book is missing');
  return decodeXml(bytes);
}

/** The name in the archive that `href` leads to from the folder `base`; `null` when it leads elsewhere. */
export function partName(base: string, href: string): string | null {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//.test(href)) return null;
  const path = href.replace(/[?#].*$/s, '').replace(/(?:%[0-9A-Fa-f]{2})+/g, unescaped);
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : base + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

async function eachElement(
  archive: Archive,
  name: string,
  take: (name: string, attributes: Attributes) => void,
): Promise<void> {
  if (!archive.has(name)) return;
  const ignore = (): void => {};
  const handlers = { open: take, close: ignore, text: ignore };
  await readXmlEvents(await textOf(archive, name), VOCABULARY, OFFICE_LIMITS, handlers);
}

class PackageReading {
  readonly #base: string;
  readonly #items = new Map<string, Item>();
  readonly #spine: { id: string; order: 'main' | 'aside' }[] = [];
  readonly #people = new Set<string>();
  #title = '';
  #language = '';
  #value = '';

  constructor(base: string) {
    this.#base = base;
  }

  open(name: string, attributes: Attributes): void {
    this.#value = '';
    if (name === 'opf:item') this.#item(attributes);
    else if (name === 'opf:itemref') {
      this.#spine.push({ id: attributes['idref'] ?? '', order: attributes['linear'] === 'no' ? 'aside' : 'main' });
    }
  }

  close(name: string): void {
    const value = this.#value.trim();
    if (value === '') return;
    if (PERSONAL.has(name)) this.#people.add(name.slice(3));
    else if (name === 'dc:title' && this.#title === '') this.#title = value;
    else if (name === 'dc:language' && this.#language === '') this.#language = value;
  }

  text(text: string): void {
    this.#value += text;
  }

  publication(): Omit<Publication, 'renditions'> {
    const met = new Set<string>();
    const spine = this.#spine.map(({ id, order }) => {
      const item = this.#items.get(id);
      if (item === undefined) throw new Refusal('damaged', 'the reading order names a file the book does not have');
      if (met.has(id)) throw new Refusal('damaged', 'the reading order names a file twice');
      met.add(id);
      return { ...item, order };
    });
    const people = [...this.#people];
    return { spine, items: [...this.#items.values()], title: this.#title, language: this.#language, people };
  }

  #item(attributes: Attributes): void {
    const { id = '', href = '', 'media-type': type = '', properties = '' } = attributes;
    if (this.#items.has(id)) throw new Refusal('damaged', 'the book lists two files under one name');
    this.#items.set(id, { name: partName(this.#base, href), type, properties: properties.split(/\s+/) });
  }
}
