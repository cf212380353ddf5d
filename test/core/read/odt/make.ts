/** Small OpenDocument texts for the tests. */
import { zipOf } from '../archive/make.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'manifest'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:x="urn:nobody-knows"',
].join(' ');

export const root = (element: string, inner: string): string => `<${element} ${NAMESPACES}>${inner}</${element}>`;

/** An ODT with this text and these automatic styles; `others` go into the archive as they are. */
export function odtOf(text: string, styles = '', others: Readonly<Record<string, string>> = {}): Uint8Array {
  const body = `<office:body><office:text>${text}</office:text></office:body>`;
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': root(
      'office:document-content',
      `<office:automatic-styles>${styles}</office:automatic-styles>${body}`,
    ),
    ...others,
  });
}

/** A style of the text family (unless told) with these text properties. */
export const style = (name: string, properties: string, more = 'style:family="text"', inner = ''): string =>
  `<style:style style:name="${name}" ${more}><style:text-properties ${properties}/>${inner}</style:style>`;

export const span = (text: string, name = 'T'): string => `<text:span text:style-name="${name}">${text}</text:span>`;

/** `I did NOT sign it.`, where what stands for NOT is given. */
export const sentence = (not: string): string => `<text:p>I did ${not}sign it.</text:p>`;
