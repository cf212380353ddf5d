/** What stands beside the text: whether the package is encrypted, its title and language, and which fields name a person. */
import { Refusal } from '../../refusal.ts';
import type { DocumentDraft } from '../office/document-draft.ts';
import { OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { VOCABULARY } from './vocabulary.ts';

const PERSONAL = new Set(['meta:initial-creator', 'dc:creator', 'meta:printed-by']);
const DECLARED = new Set(['dc:title', 'dc:language']);

/** Reads the manifest. Throws Refusal `encrypted` when a part of the package is. */
export async function checkManifest(source: string): Promise<void> {
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: (name) => {
      if (name === 'manifest:encryption-data') throw new Refusal('encrypted', 'the document needs a password');
    },
    close: () => {},
    text: () => {},
  });
}

/** Reads `meta.xml`; the names of personal fields that are filled in go to `people`, their values nowhere. */
export async function readMeta(source: string, draft: DocumentDraft, people: Set<string>): Promise<void> {
  let value = '';
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: () => {
      value = '';
    },
    close: (name) => {
      const local = name.slice(name.indexOf(':') + 1);
      if (PERSONAL.has(name) && value.trim() !== '') people.add(local);
      if (DECLARED.has(name)) draft.declare(local, value);
      value = '';
    },
    text: (text) => {
      value += text;
    },
  });
}
