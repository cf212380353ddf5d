/** Small Word documents for the tests. */
import { zipOf } from '../archive/make.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:x="urn:nobody-knows"',
].join(' ');

/** A related part: its type, and its XML without declaration. */
export type Parts = Readonly<Record<string, string>>;

export const part = (element: string, inner: string): string => `<w:${element} ${NAMESPACES}>${inner}</w:${element}>`;

/** A DOCX with this body; `parts` are related to it under their names as types. `others` go into the archive as they are. */
export function docxOf(body: string, parts: Parts = {}, others: Parts = {}): Uint8Array {
  const related = Object.keys(parts).map((type) => relationship(type, `${type}.xml`, `${OFFICE}/${type}`));
  const files = Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, xml] as const);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships([relationship('main', 'word/text.xml', `${OFFICE}/officeDocument`)]),
    'word/_rels/text.xml.rels': relationships(related),
    'word/text.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(files),
    ...others,
  });
}

export const relationships = (inner: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}">${inner.join('')}</Relationships>`;

export const relationship = (id: string, target: string, type: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

/** A run of text with formatting. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;

/** A paragraph of runs. */
export const paragraph = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;

/** `I did NOT sign it.`, where what stands for NOT is given. */
export const sentence = (not: string): string => paragraph(`${run('I did ')}${not}${run('sign it.')}`);
