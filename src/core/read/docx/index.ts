/**
 * Reads a Word document (ECMA-376 WordprocessingML, transitional and strict).
 *
 * The words are those a reader sees with all tracked changes accepted. Words kept from the eye (hidden, in the colour of their
 * ground, too small) go to the hidden text; struck and deleted words are neither. What Word may show otherwise than the file
 * says (fields, bound controls, pieces brought in on opening) is a caveat at its place.
 */

import { type Archive, openArchive } from '../archive/index.ts';
import type { Document } from '../document.ts';
import { DocumentDraft } from '../office/document-draft.ts';
import { WHITE } from '../office/unseen.ts';
import type { Book } from './book.ts';
import { readNumbering } from './numbering.ts';
import { mainPart, type Relationship, readPart, readRelationships } from './package.ts';
import { readProperties } from './properties.ts';
import { readPaintsPage } from './settings.ts';
import { readBody, readNotes, readRunning } from './stories.ts';
import { readStyles } from './styles.ts';
import { PLAIN_THEME, readTheme } from './theme.ts';

/**
 * The document in the DOCX file `bytes`; places are paragraphs.
 *
 * @throws Refusal `damaged`, `encrypted`, `unsafe-archive`, `too-deep`, `too-large`, `unknown-format`, `unknown-encoding`.
 */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive);
  const parts = new Parts(archive, await readRelationships(archive, main.name));
  const book = await openBook(parts);
  await readBody(book, main.source);
  await readBesides(book, parts);
  await readPeople(book, archive);
  return book.draft.build();
}

/** The parts that the main part is related to. */
class Parts {
  readonly archive: Archive;
  readonly relationships: readonly Relationship[];

  constructor(archive: Archive, relationships: readonly Relationship[]) {
    this.archive = archive;
    this.relationships = relationships;
  }

  /** The XML of the first part of this type. */
  async first(type: string): Promise<string | null> {
    const target = this.relationships.find((each) => each.type === type)?.target ?? null;
    return target === null ? null : readPart(this.archive, target);
  }
}

async function openBook(parts: Parts): Promise<Book> {
  const themeSource = await parts.first('theme');
  const theme = themeSource === null ? PLAIN_THEME : await readTheme(themeSource);
  return {
    theme,
    styles: await readStyles(await parts.first('styles'), theme),
    labels: await readNumbering(await parts.first('numbering')),
    paintsPage: await readPaintsPage(await parts.first('settings')),
    draft: new DocumentDraft('docx'),
    page: WHITE,
    notes: new Set(),
    running: new Set(),
    people: new Set(),
  };
}

async function readBesides(book: Book, parts: Parts): Promise<void> {
  for (const kind of ['footnote', 'endnote'] as const) {
    const source = await parts.first(`${kind}s`);
    if (source !== null) await readNotes(book, kind, source);
  }
  for (const { id, type, target } of parts.relationships) {
    if ((type !== 'header' && type !== 'footer') || target === null || !book.running.has(id)) continue;
    const source = await readPart(parts.archive, target);
    if (source !== null) await readRunning(book, type, source);
  }
  await noteFonts(book, parts);
}

/** A font the document brings along can draw any letter as any other. */
async function noteFonts(book: Book, parts: Parts): Promise<void> {
  const table = parts.relationships.find((each) => each.type === 'fontTable')?.target ?? null;
  if (table === null) return;
  const relationships = await readRelationships(parts.archive, table);
  if (relationships.some((each) => each.type === 'font')) book.draft.doubt('font', 'embedded font');
}

async function readPeople(book: Book, archive: Archive): Promise<void> {
  for (const { type, target } of await readRelationships(archive, '')) {
    if ((type !== 'core-properties' && type !== 'extended-properties') || target === null) continue;
    const source = await readPart(archive, target);
    if (source !== null) await readProperties(source, book.draft, book.people);
  }
  if (book.people.size > 0) book.draft.doubt('personal-metadata', [...book.people].join(', '));
}
