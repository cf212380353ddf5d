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

/** The code pages of a file. */
export interface CodePages {
  /** Those that the file names, by number. */
  readonly named: ReadonlyMap<number, CodePage>;
  /** windows-1252, in which bytes of every other one are read. */
  readonly usual: CodePage;
}

/** The code pages that may be needed for the file `bytes`. */
export async function loadCodePages(bytes: Uint8Array): Promise<CodePages> {
  const named = new Map<number, CodePage>();
  for (const number of numbersIn(bytes)) {
    const name = NAMES.get(number);
    if (name !== undefined) named.set(number, await codePage(number, name));
  }
  return { named, usual: await oneBytePage('windows-1252') };
}

/** The words at the beginning of a file that name a code page without a number. */
const FILE_PAGES: ReadonlyMap<string, number> = new Map([
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
]);

/** Numbers of code pages, found without understanding the file: too many do no harm. */
function numbersIn(bytes: Uint8Array): Set<number> {
  const found = new Set<number>();
  const text = new TextDecoder('latin1').decode(bytes);
  for (const [, word, digits] of text.matchAll(/\\(ansicpg|cpg|fcharset)(\d{1,5})/g)) {
    const page = word === 'fcharset' ? charsetPage(Number(digits)) : Number(digits);
    if (page !== null) found.add(page);
  }
  for (const [word, page] of FILE_PAGES) if (text.slice(0, 1_000).includes(`\\${word}`)) found.add(page);
  return found;
}

async function codePage(number: number, name: string): Promise<CodePage> {
  if (number === 65001) return utf8Page();
  return TWO_BYTES.has(number) ? twoBytePage(number, name) : oneBytePage(name);
}

async function oneBytePage(name: string): Promise<CodePage> {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const table = Array.from(await decoded(all, name));
  return { leads: () => false, decode: (bytes) => bytes.map((byte) => table[byte] ?? UNKNOWN).join('') };
}

/** What stands for bytes without a meaning, and for all of a code page that has no decoder here. */
const UNKNOWN = '\ufffd';

async function decoded(bytes: readonly number[], name: string): Promise<string> {
  return (await decodeLegacy(Uint8Array.from(bytes), name)) ?? '';
}

function utf8Page(): CodePage {
  const decoder = new TextDecoder('utf-8');
  return { leads: (byte) => byte >= 0xc2, decode: (bytes) => decoder.decode(Uint8Array.from(bytes)) };
}

async function twoBytePage(number: number, name: string): Promise<CodePage> {
  const leads = number === 932 ? leadsIn932 : (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
  const codes = highCodes(leads);
  const lines: number[] = [];
  for (const code of codes) {
    if (code > 0xff) lines.push(code >> 8);
    lines.push(code & 0xff, 0x0a);
  }
  const signs = (await decoded(lines, name)).split('\n');
  const table = new Map<number, string>();
  for (let row = 0; row < codes.length; row++) table.set(codes[row]!, signs[row] ?? UNKNOWN);
  return { leads, decode: (bytes) => decodePairs(bytes, leads, table) };
}

/** All upper bytes: those that begin a pair with each byte that may end one, as one number, the others alone. */
function highCodes(leads: (byte: number) => boolean): number[] {
  const codes: number[] = [];
  for (let byte = 0x80; byte <= 0xff; byte++) {
    if (leads(byte)) for (let trail = 0x40; trail < 0xff; trail++) codes.push(byte * 256 + trail);
    else codes.push(byte);
  }
  return codes;
}

function leadsIn932(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

/** A byte that begins a pair takes no byte with it that can end none. */
function decodePairs(
  bytes: readonly number[],
  leads: (byte: number) => boolean,
  table: ReadonlyMap<number, string>,
): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const pair = leads(byte) && i + 1 < bytes.length ? table.get(byte * 256 + bytes[i + 1]!) : undefined;
    if (pair !== undefined) i++;
    text += pair ?? (byte < 0x80 ? String.fromCharCode(byte) : (table.get(byte) ?? UNKNOWN));
  }
  return text;
}
