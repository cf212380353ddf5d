/** What the file says and holds beside its pages. */
import type { Caveat } from '../document.ts';
import { field, text } from './given.ts';
import type { PDFDocumentProxy } from './open.ts';
import { latin1, occurrences } from './raw.ts';

export interface Facts {
  readonly caveats: readonly Caveat[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** Fields of the document information that name people, or what they own. */
const PERSONAL = ['Author', 'Manager', 'Company', 'Owner', 'Last Modified By', 'SourceModifiedBy'] as const;
/** Properties of the XMP packet that name people. */
const PERSONAL_XMP = [
  'dc:creator',
  'dc:contributor',
  'dc:rights',
  'pdf:author',
  'xmp:author',
  'photoshop:authorsposition',
] as const;

export async function documentFacts(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<Facts> {
  const { caveats, metadata } = await metadataOf(pdf);
  const scripts = await pdf.getJSActions().catch(() => null);
  const attachments: unknown = await pdf.getAttachments().catch(() => null);
  if (scripts !== null) caveats.push({ kind: 'script', at: null, detail: 'JavaScript' });
  if (attachments !== null && attachments !== undefined)
    caveats.push({ kind: 'embedded', at: null, detail: 'embedded files' });
  if (revisions(bytes) > 1) caveats.push({ kind: 'revision', at: null, detail: `${revisions(bytes)} revisions` });
  return { caveats, metadata };
}

/** How often the file was saved on top of itself (ISO 32000-1, 7.5.6); a file laid out for the web has two ends from the start. */
function revisions(bytes: Uint8Array): number {
  const ends = [...occurrences(bytes, '%%EOF')].filter((at) => /startxref\s+\d+\s+$/u.test(latin1(bytes, at - 40, at)));
  const linearised = latin1(bytes, 0, 1_024).includes('/Linearized');
  return ends.length - (linearised && ends.length > 1 ? 1 : 0);
}

async function metadataOf(pdf: PDFDocumentProxy): Promise<{ caveats: Caveat[]; metadata: Map<string, string> }> {
  const caveats: Caveat[] = [];
  const metadata = new Map<string, string>();
  const read = await pdf.getMetadata().catch(() => null);
  const info: unknown = read?.info;
  const custom = field(info, 'Custom');
  const title = text(field(info, 'Title'));
  if (title !== '') metadata.set('title', title);
  const language = text(field(info, 'Language'));
  if (language !== '') metadata.set('language', language);
  const fields = [
    ...PERSONAL.filter((name) => isFilled(field(info, name)) || isFilled(field(custom, name))),
    ...PERSONAL_XMP.filter((name) => isFilled(read?.metadata?.get(name))),
  ];
  if (fields.length > 0) caveats.push({ kind: 'personal-metadata', at: null, detail: fields.join(', ') });
  return { caveats, metadata };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
}
