/**
 * Reads an EPUB (EPUB 2 and 3): its chapters in the order of the spine, each as the HTML reader reads a page.
 *
 * The order of the spine is the order of the words, whatever the files are called; a chapter beside it and the table of
 * contents are set off.
 */
import { type Archive, openArchive } from '../archive/index.ts';
import type { Document, SetOff } from '../document.ts';
import { readHtml } from '../html/index.ts';
import { Joining } from '../join.ts';
import { checkEncryption, type Publication, partName, readPublication, type SpineItem, textOf } from './package.ts';
import { type SheetAt, toHtml } from './xhtml.ts';

const CHAPTER_TYPES = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document']);

export interface EpubOptions {
  /** Simple selectors of boxes the user declared to be furniture. */
  readonly furniture?: readonly string[];
}

/**
 * The book in the EPUB file `bytes`; places are paragraphs of a chapter's file.
 *
 * @throws Refusal `damaged`, `encrypted`, `unsafe-archive`, `too-deep`, `too-large`, `unknown-encoding`.
 */
export async function readEpub(bytes: Uint8Array, options: EpubOptions = {}): Promise<Document> {
  const archive = await openArchive(bytes);
  await checkEncryption(archive);
  const publication = await readPublication(archive);
  const joining = new Joining();
  const sheets = readSheets(archive, publication);
  for (const item of publication.spine) {
    if (item.name === null || !CHAPTER_TYPES.has(item.type)) {
      joining.doubt('embedded', 'a file in the reading order that is not XHTML');
      continue;
    }
    const html = toHtml(await textOf(archive, item.name), sheetsFrom(sheets, item.name));
    const document = await readHtml(html, options);
    joining.add({ document, part: item.name.slice(item.name.lastIndexOf('/') + 1), setOff: setOffOf(item) });
  }
  noteBesides(joining, publication);
  return joining.build('epub', declared(publication));
}

function setOffOf(item: SpineItem): SetOff | null {
  if (item.properties.includes('nav')) return { by: 'nav' };
  return item.order === 'aside' ? { by: 'linear=no' } : null;
}

/** The book's style sheets by their names; a chapter cannot link to what the package does not list. */
function readSheets(archive: Archive, { items }: Publication): ReadonlyMap<string, string> {
  const sheets = new Map<string, string>();
  const decoder = new TextDecoder('utf-8');
  for (const { name, type } of items) {
    const bytes = type === 'text/css' && name !== null ? archive.read(name) : null;
    if (bytes !== null && name !== null) sheets.set(name, decoder.decode(bytes));
  }
  return sheets;
}

function sheetsFrom(sheets: ReadonlyMap<string, string>, chapter: string): SheetAt {
  return (href) => sheetAt(sheets, chapter, href, 0);
}

/** Imports deeper than this, and sheets that grow beyond this, stay imports that are not evaluated. */
const MAX_IMPORTS = 4;
const LONGEST_SHEET = 1_000_000;
const IMPORT =
  /@import\s{1,8}(?:url\(\s{0,8})?("[^"]{0,400}"|'[^']{0,400}'|[^\s"');]{1,400})\s{0,8}\)?([^;{}"']{0,200});/gi;

/** The text of a sheet as `from` names it, with the sheets it imports in their places. */
function sheetAt(sheets: ReadonlyMap<string, string>, from: string, href: string, depth: number): string | null {
  const name = partName(from.slice(0, from.lastIndexOf('/') + 1), href) ?? '';
  const sheet = sheets.get(name);
  if (sheet === undefined) return null;
  if (depth >= MAX_IMPORTS) return sheet;
  let length = 0;
  return sheet.replace(IMPORT, (whole, quoted: string, media: string) => {
    const imported = sheetAt(sheets, name, quoted.replace(/^["']|["']$/g, ''), depth + 1);
    if (imported === null) return whole;
    length += imported.length;
    if (length > LONGEST_SHEET) return whole;
    return media.trim() === '' ? imported : `@media ${media}{${imported}}`;
  });
}

function noteBesides(joining: Joining, { items, people, renditions }: Publication): void {
  if (items.some(({ type }) => /font|opentype/.test(type))) joining.doubt('font', 'embedded font');
  if (renditions > 0) joining.doubt('optional-content', 'another rendition of the book');
  if (people.length > 0) joining.doubt('personal-metadata', people.join(', '));
}

function declared({ title, language }: Publication): Map<string, string> {
  const metadata = new Map<string, string>();
  if (title !== '') metadata.set('title', title);
  if (language !== '') metadata.set('language', language);
  return metadata;
}
