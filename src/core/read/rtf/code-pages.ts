/**
 * Code pages of an RTF file. Text is bytes in the code page of its font, or of the file; those that a file names are made into
 * tables before it is read, because decoders are asynchronous and a font can change at every letter.
 */
import { decodeLegacy } from '#port/legacy';

/** From bytes to text. */
export interface CodePage {
  /** Whether `byte` begins a character of two bytes. */
  leads(byte: number): boolean;
  decode(bytes: readonly number[]): string;
}

/** The code page of a font's character set (RTF 1.9.1, "Font Table"). */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
]);

const NAMES: ReadonlyMap<number, string> = new Map([
  [437, 'cp437'],
  [850, 'cp850'],
  [852, 'cp852'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
]);

const TWO_BYTES = new Set([932, 936, 949, 950]);

/** The code page of a character set; `null` for the one of the file. */
export function charsetPage(charset: number): number | null {
  return CHARSETS.get(charset) ?? null;
}

/** The code pages that the file names, by number; 1252 is always among them. */
export async function loadCodePages(bytes: Uint8Array): Promise<ReadonlyMap<number, CodePage>> {
  const pages = new Map<number, CodePage>();
  for (const page of named(bytes)) {
    const loaded = TWO_BYTES.has(page) ? await twoBytePage(page) : await oneBytePage(page);
    if (loaded !== null) pages.set(page, loaded);
  }
  return pages;
}

/** The words at the beginning of a file that name a code page without a number. */
const FILE_PAGES: ReadonlyMap<string, number> = new Map([
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
]);

/** Numbers of the code pages that may be needed, found without understanding the file: too many do no harm. */
function named(bytes: Uint8Array): Set<number> {
  const found = new Set([1252]);
  const text = new TextDecoder('latin1').decode(bytes);
  for (const [, word, digits] of text.matchAll(/\\(ansicpg|cpg|fcharset)(\d{1,5})/g)) {
    const number = Number(digits);
    const page = word === 'fcharset' ? charsetPage(number) : number;
    if (page !== null && NAMES.has(page)) found.add(page);
  }
  for (const [word, page] of FILE_PAGES) if (text.slice(0, 1_000).includes(`\\${word}`)) found.add(page);
  return found;
}

async function oneBytePage(page: number): Promise<CodePage | null> {
  const name = NAMES.get(page);
  if (name === undefined) return null;
  if (page === 65001) return utf8Page();
  const text = await decodeLegacy(
    Uint8Array.from({ length: 256 }, (_, i) => i),
    name,
  );
  const table = text === null ? null : Array.from(text);
  if (table === null || table.length !== 256) return null;
  return { leads: () => false, decode: (bytes) => bytes.map((byte) => table[byte]).join('') };
}

function utf8Page(): CodePage {
  const decoder = new TextDecoder('utf-8');
  return { leads: (byte) => byte >= 0xc2, decode: (bytes) => decoder.decode(Uint8Array.from(bytes)) };
}

async function twoBytePage(page: number): Promise<CodePage | null> {
  const leads = (byte: number): boolean =>
    page === 932 ? (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc) : byte >= 0x81 && byte <= 0xfe;
  const singles = await decodeLegacy(Uint8Array.from(rowsOf((byte) => !leads(byte), [])), NAMES.get(page) ?? '');
  const doubles = await decodeLegacy(Uint8Array.from(rowsOf(leads, TRAILS)), NAMES.get(page) ?? '');
  if (singles === null || doubles === null) return null;
  const table = new Map<number, string>();
  const single = singles.split('\n');
  const double = doubles.split('\n');
  let row = 0;
  for (let byte = 0x80; byte <= 0xff; byte++) if (!leads(byte)) table.set(byte, single[row++] ?? '');
  row = 0;
  for (let byte = 0x80; byte <= 0xff; byte++) {
    if (leads(byte)) for (const trail of TRAILS) table.set(byte * 256 + trail, double[row++] ?? '');
  }
  return { leads, decode: (bytes) => decodePairs(bytes, leads, table) };
}

const TRAILS = Array.from({ length: 0xff - 0x40 }, (_, i) => 0x40 + i);

/** Every upper byte that is `wanted`, with each of `trails` behind it or alone, each on a line. */
function rowsOf(wanted: (byte: number) => boolean, trails: readonly number[]): number[] {
  const rows: number[] = [];
  for (let byte = 0x80; byte <= 0xff; byte++) {
    if (!wanted(byte)) continue;
    if (trails.length === 0) rows.push(byte, 0x0a);
    for (const trail of trails) rows.push(byte, trail, 0x0a);
  }
  return rows;
}

function decodePairs(
  bytes: readonly number[],
  leads: (byte: number) => boolean,
  table: ReadonlyMap<number, string>,
): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1];
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (leads(byte) && next !== undefined) {
      text += table.get(byte * 256 + next) ?? '\ufffd';
      i++;
    } else text += table.get(byte) ?? '\ufffd';
  }
  return text;
}
