/** Writers of the XML vocabularies. */
import { strToU8 } from 'fflate';
import { around, escapeXml, type Writer } from './writer.ts';

const paragraphs = (element: string, all: readonly string[]): string =>
  all.map((markup) => `<${element}>${markup}</${element}>`).join('\n');

export const TEI: Writer = {
  format: 'tei',
  name: 'copy.xml',
  places: 'lines',
  say: escapeXml,
  label: (words) => `<hi rend="bold">${escapeXml(words)}</hi>`,
  write: ([title = '', ...rest], needs = '') =>
    strToU8(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${needs}</teiHeader><text><body><head>${title}</head>\n${paragraphs('p', rest)}</body></text></TEI>`,
    ),
  hides: {
    'a hidden rendering': { mark: around('seg', 'rend="hidden"') },
    'an invisible rendering': { mark: around('hi', 'rend="invisible"') },
    display: { mark: around('seg', 'style="display:none"') },
    visibility: { mark: around('seg', 'style="visibility: hidden"') },
    transparent: { mark: around('hi', 'style="color: transparent"') },
    white: { mark: around('hi', 'style="color:#ffffff"') },
    'a font of no size': { mark: around('hi', 'style="font-size:0"') },
    'a declared rendering': {
      mark: around('seg', 'rendition="#gone"'),
      needs:
        '<encodingDesc><tagsDecl><rendition xml:id="gone" scheme="css">display: none</rendition></tagsDecl></encodingDesc>',
    },
    'the rendering of an element': {
      mark: around('name'),
      needs:
        '<encodingDesc><tagsDecl><rendition selector="name" scheme="css">display: none</rendition></tagsDecl></encodingDesc>',
    },
    'the default rendering of an element': {
      mark: around('name'),
      needs:
        '<encodingDesc><tagsDecl><rendition xml:id="gone">display: none</rendition><namespace name="http://www.tei-c.org/ns/1.0"><tagUsage gi="name" render="#gone"/></namespace></tagsDecl></encodingDesc>',
    },
    'another namespace': { mark: around('x:seg', 'xmlns:x="urn:nobody-knows"') },
    'another reading': { mark: around('rdg') },
  },
  drops: {
    deleted: { mark: around('del') },
    'struck through': { mark: around('hi', 'rend="strikethrough"') },
    'a comment': { mark: (word) => `<!-- ${word} -->` },
    'an entry of the index': { mark: (word) => `<index><term>${escapeXml(word)}</term></index>` },
    'a description of a gap': { mark: (word) => `<gap><desc>${escapeXml(word)}</desc></gap>` },
  },
};

export const DOCBOOK: Writer = {
  format: 'docbook',
  name: 'copy.xml',
  places: 'lines',
  say: escapeXml,
  label: (words) => `<emphasis role="bold">${escapeXml(words)}</emphasis>`,
  write: ([title = '', ...rest]) =>
    strToU8(
      `<article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>${title}</title>\n${paragraphs('para', rest)}</article>`,
    ),
  hides: {
    'a condition': { mark: around('phrase', 'condition="online"') },
    'an audience': { mark: around('phrase', 'audience="staff"') },
    'a security level': { mark: around('phrase', 'security="internal"') },
    'a system': { mark: around('phrase', 'os="none"') },
    'a hidden role': { mark: around('phrase', 'role="hidden"') },
    'another namespace': { mark: around('x:phrase', 'xmlns:x="urn:nobody-knows"') },
  },
  drops: {
    deleted: { mark: around('phrase', 'revisionflag="deleted"') },
    'struck through': { mark: around('emphasis', 'role="strikethrough"') },
    'a remark': { mark: around('remark') },
    'a comment': { mark: (word) => `<!-- ${word} -->` },
    'an entry of the index': { mark: (word) => `<indexterm><primary>${escapeXml(word)}</primary></indexterm>` },
  },
};
