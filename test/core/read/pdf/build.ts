/** Builds small PDFs from content streams, so that each trick of hiding stands in a test as what it is. */

/** Parts of a document in the making; everything is optional but the pages. */
export interface Parts {
  /** The content stream of each page. */
  readonly pages: readonly string[];
  /** Fonts besides `F1` (Helvetica), as objects: `{ F2: '<</Type/Font…>>' }`. */
  readonly fonts?: Readonly<Record<string, string>>;
  /** Other resources of every page, as PDF source: `/ExtGState<<…>>`. */
  readonly resources?: string;
  /** More entries of every page's dictionary. */
  readonly page?: string;
  /** More entries of the catalog. */
  readonly catalog?: string;
  /** Objects by their numbers, from 100 on: dictionaries, or streams as `[dictionary, content]`. */
  readonly objects?: Readonly<Record<number, string | readonly [string, string]>>;
  /** More entries of the trailer. */
  readonly trailer?: string;
}

const FIRST_PAGE = 10;
/** The object of the first font besides `F1`. */
export const FIRST_FONT = 80;

/** The bytes of the document; characters are written as latin-1. */
export function buildPdf(parts: Parts): Uint8Array {
  const fonts = Object.entries(parts.fonts ?? {});
  if (FIRST_PAGE + 2 * parts.pages.length > FIRST_FONT) throw new Error('more pages than there are numbers for');
  const kids = parts.pages.map((_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(' ');
  const fontList = fonts.map(([name], i) => `/${name} ${FIRST_FONT + i} 0 R`).join('');
  const objects = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R${parts.catalog ?? ''}>>`],
    [2, `<</Type/Pages/Count ${parts.pages.length}/Kids[${kids}]>>`],
    [3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'],
  ]);
  fonts.forEach(([, source], i) => {
    objects.set(FIRST_FONT + i, source);
  });
  const resources = `/Resources<</Font<</F1 3 0 R${fontList}>>${parts.resources ?? ''}>>`;
  parts.pages.forEach((content, i) => {
    const number = FIRST_PAGE + 2 * i;
    const box = parts.page?.includes('/MediaBox') === true ? '' : '/MediaBox[0 0 400 400]';
    objects.set(number, `<</Type/Page/Parent 2 0 R${box}/Contents ${number + 1} 0 R${resources}${parts.page ?? ''}>>`);
    objects.set(number + 1, stream('', content));
  });
  for (const [number, source] of Object.entries(parts.objects ?? {})) {
    objects.set(Number(number), typeof source === 'string' ? source : stream(...source));
  }
  return assemble(objects, parts.trailer ?? '');
}

function stream(dictionary: string, content: string): string {
  return `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, source] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${source}\nendobj\n`;
  }
  const start = text.length;
  const size = Math.max(...objects.keys()) + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    text += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  text += `trailer\n<</Root 1 0 R/Size ${size}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Lines of text one below the other, from the top left, 12 points apart. */
export function lines(...texts: readonly string[]): string {
  return `BT /F1 10 Tf 12 TL 20 360 Td ${texts.map((text) => `(${text.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join(' ')} ET`;
}
