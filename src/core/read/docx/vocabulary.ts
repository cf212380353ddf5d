/** The namespaces of WordprocessingML (ECMA-376, transitional and strict) that are read; anything in another is not text. */
import type { Attributes, Vocabulary } from '../xml-events/index.ts';

const SCHEMAS = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** Prefixes of the namespaces, as the handlers see them. */
export const VOCABULARY: Vocabulary = new Map([
  [`${SCHEMAS}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${SCHEMAS}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${SCHEMAS}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${SCHEMAS}/markup-compatibility/2006`, 'mc'],
  [`${SCHEMAS}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${SCHEMAS}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${SCHEMAS}/drawingml/2006/diagram`, 'dgm'],
  [`${SCHEMAS}/package/2006/relationships`, 'rel'],
  [`${SCHEMAS}/package/2006/metadata/core-properties`, 'cp'],
  [`${SCHEMAS}/officeDocument/2006/extended-properties`, 'ep'],
  [`${STRICT}/officeDocument/extendedProperties`, 'ep'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  [`${MICROSOFT}/word/2010/wordml`, 'w14'],
  [`${MICROSOFT}/word/2012/wordml`, 'w15'],
  [`${MICROSOFT}/word/2010/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}/word/2010/wordprocessingGroup`, 'wpg'],
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`, 'wpc'],
  [`${MICROSOFT}/word/2010/wordprocessingDrawing`, 'wp14'],
  [`${MICROSOFT}/drawing/2010/main`, 'a14'],
]);

/** The value of an attribute; `''` where the element does not have it. */
export function attribute(attributes: Attributes, name: string): string {
  return attributes[name] ?? '';
}

/** An on/off property: present means on, unless its value says otherwise (ECMA-376, ST_OnOff). */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val'];
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}
