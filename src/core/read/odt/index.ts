/**
 * Reads an OpenDocument text (ISO/IEC 26300, ODF 1.3).
 *
 * As in a Word document, the words are those a reader sees with all tracked changes accepted; hidden words go to the hidden
 * text, struck and deleted ones nowhere, and what is computed on opening is a caveat at its place.
 */
import { Refusal } from '../../refusal.ts';
import { type Archive, openArchive } from '../archive/index.ts';
import type { Document } from '../document.ts';
import type { BlockDraft } from '../office/block-draft.ts';
import { DocumentDraft } from '../office/document-draft.ts';
import { decodeXml } from '../xml-events/index.ts';
import { checkManifest, readMeta } from './meta.ts';
import { readContent, readPages } from './stories.ts';
import type { Book } from './story.ts';
import { Styles } from './styles.ts';

/**
 * The document in the ODT file `bytes`; places are paragraphs.
 *
 * @throws Refusal `damaged`, `encrypted`, `unsafe-archive`, `too-deep`, `too-large`, `unknown-format`, `unknown-encoding`.
 */
export async function readOdt(bytes: Uint8Array): Promise<Document> {
  const archive = await openArchive(bytes);
  const manifest = await part(archive, 'META-INF/manifest.xml');
  if (manifest !== null) await checkManifest(manifest);
  const content = await part(archive, 'content.xml');
  if (content === null) throw new Refusal('damaged', 'the package has no content');
  const book: Book = { draft: new DocumentDraft('odt'), notes: [], people: new Set() };
  await readText(book, content, await part(archive, 'styles.xml'));
  const meta = await part(archive, 'meta.xml');
  if (meta !== null) await readMeta(meta, book.draft, book.people);
  if (book.people.size > 0) book.draft.doubt('personal-metadata', [...book.people].join(', '));
  return book.draft.build();
}

async function readText(book: Book, content: string, pages: string | null): Promise<void> {
  const running: BlockDraft[] = [];
  const common = pages === null ? new Styles() : await readPages(book, pages, running);
  if ((await readContent(book, content, common)) === 'other') {
    throw new Refusal('unknown-format', 'an OpenDocument file that is not a text');
  }
  for (const draft of [...book.notes, ...running]) book.draft.add(draft);
}

async function part(archive: Archive, name: string): Promise<string | null> {
  const bytes = archive.read(name);
  return bytes === null ? null : decodeXml(bytes);
}
