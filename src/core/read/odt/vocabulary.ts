/** The namespaces of OpenDocument (ODF 1.3, part 3) and of its extensions by LibreOffice that are read. */
import type { Vocabulary } from '../xml-events/index.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = [
  'office',
  'style',
  'text',
  'table',
  'draw',
  'meta',
  'manifest',
  'form',
  'script',
  'presentation',
  'number',
];

/** Prefixes of the namespaces, as the handlers see them. */
export const VOCABULARY: Vocabulary = new Map([
  ...NAMES.map((name) => [`${OASIS}:${name === 'draw' ? 'drawing' : name}:1.0`, name] as const),
  [`${OASIS}:xsl-fo-compatible:1.0`, 'fo'],
  [`${OASIS}:svg-compatible:1.0`, 'svg'],
  [`${OASIS}:datastyle:1.0`, 'number'],
  [`${OASIS}:dr3d:1.0`, 'dr3d'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);
