/** The document's properties: what is declared beside the text, and which of them name a person. Values of those are not kept. */
import type { DocumentDraft } from '../office/document-draft.ts';
import { OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { VOCABULARY } from './vocabulary.ts';

const PERSONAL = new Set(['dc:creator', 'cp:lastModifiedBy', 'ep:Manager', 'ep:Company']);
const DECLARED = new Set(['dc:title', 'dc:language']);

/** Reads core or extended properties; the names of personal ones that are filled in go to `people`. */
export async function readProperties(source: string, draft: DocumentDraft, people: Set<string>): Promise<void> {
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
