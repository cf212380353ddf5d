/** Renders an interview in the formats a copy comes in. */
import { strToU8, zipSync } from 'fflate';
import { type Layout, typeset } from '../read/pdf/typeset.ts';
import { type Interview, linesOf, paragraphsOf } from './interview.ts';

export interface Rendered {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In formats with pages: the one on which a word of a paragraph of speech begins. */
  readonly pageOf?: (paragraph: number, word: number) => number;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function text(interview: Interview): Rendered {
  return { name: 'copy.txt', bytes: strToU8(`${linesOf(interview).join('\n\n')}\n`) };
}

function html(interview: Interview): Rendered {
  const [title = '', ...rest] = linesOf(interview).map(escapeXml);
  const body = rest.map((line) => `<p>${line.replace(/^(Q|[\p{L} ]+):/u, '<b>$1:</b>')}</p>`).join('\n');
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><nav><a href="/">Home</a></nav><main><h1>${title}</h1>\n${body}\n</main><footer><p>The Gazette</p></footer></body></html>`;
  return { name: 'copy.html', bytes: strToU8(page) };
}

function markdown(interview: Interview): Rendered {
  const [title = '', ...rest] = linesOf(interview).map((line) => line.replace(/[\\`*_[\]<>#]/gu, '\\$&'));
  const body = rest.map((line) => line.replace(/^(Q|[\p{L} ]+):/u, '**$1:**'));
  return { name: 'copy.md', bytes: strToU8(`# ${title}\n\n${body.join('\n\n')}\n`) };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

function docx(interview: Interview): Rendered {
  const body = linesOf(interview)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('');
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`${XML}<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`),
  });
  return { name: 'copy.docx', bytes };
}

const ODT = 'application/vnd.oasis.opendocument.text';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

function odt(interview: Interview): Rendered {
  const body = linesOf(interview)
    .map((line) => `<text:p>${escapeXml(line)}</text:p>`)
    .join('');
  const bytes = zipSync({
    mimetype: [strToU8(ODT), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `${XML}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODT}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
    'content.xml': strToU8(
      `${XML}<office:document-content xmlns:office="${OASIS}:office:1.0" xmlns:text="${OASIS}:text:1.0" office:version="1.3"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
  return { name: 'copy.odt', bytes };
}

const WORDS_A_CUE = 8;

function clock(second: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** Cues of eight words, a new one for every paragraph. */
function srt(interview: Interview): Rendered {
  const cues = linesOf(interview).flatMap((line) => {
    const words = line.split(' ');
    return Array.from({ length: Math.ceil(words.length / WORDS_A_CUE) }, (_, i) =>
      words.slice(i * WORDS_A_CUE, (i + 1) * WORDS_A_CUE).join(' '),
    );
  });
  const body = cues.map((cue, i) => `${i + 1}\n${clock(3 * i)},000 --> ${clock(3 * i + 2)},500\n${cue}\n`).join('\n');
  return { name: 'copy.srt', bytes: strToU8(body) };
}

/** Layouts of a PDF: between them everything that its reader has to undo. */
export const LAYOUTS = {
  plain: { columns: 1, font: 'differences', spaces: 'drawn', with: new Set(['ligatures']) },
  columns: { columns: 2, font: 'composite', spaces: 'moved', with: new Set(['hyphens', 'heads']) },
  book: { columns: 1, font: 'mapped', spaces: 'justified', with: new Set(['hyphens', 'heads', 'indents']) },
  leaflet: { columns: 2, font: 'differences', spaces: 'justified', with: new Set(['hyphens', 'ligatures']) },
} as const satisfies Readonly<Record<string, Layout>>;

/** The words of the paragraphs, title and notice with them. */
export function wordsOf(interview: Interview): readonly (readonly { readonly text: string }[])[] {
  return linesOf(interview).map((line) => line.split(' ').map((text) => ({ text })));
}

const pdf =
  (layout: Layout) =>
  (interview: Interview): Rendered => {
    const { bytes, pageOf } = typeset(wordsOf(interview), layout);
    const labels = paragraphsOf(interview).map(({ label }) => label.split(' ').length - 1);
    return { name: 'copy.pdf', bytes, pageOf: (index, at) => pageOf(1 + index, (labels[index] ?? 0) + at) };
  };

/** By format. */
export const RENDERINGS: Readonly<Record<string, (interview: Interview) => Rendered>> = {
  text,
  html,
  markdown,
  docx,
  odt,
  srt,
  ...Object.fromEntries(Object.entries(LAYOUTS).map(([name, layout]) => [`pdf, ${name}`, pdf(layout)])),
};
