/** Formats that begin with a fixed run of bytes, and those that are told by the names of an archive's entries. */
import type { Format } from './document.ts';

/** A format, or what the file is instead. */
export type BinaryDetection =
  | { readonly format: Format; readonly what: '' }
  | { readonly format: null; readonly what: string };

/** Readers of PDF look for its mark in the first kilobyte; so does this, when the extension claims one. */
const PDF_MARK_WITHIN = 1_024;
/** The directory of a ZIP stands at its end: this much of it is searched for names. */
const DIRECTORY_BYTES = 1024 * 1024;

/** A DOCX with a password lies inside a file of the old kind, as a stream of this name (UTF-16); its reader says so. */
const ENCRYPTED_DOCX = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** Files people pick by mistake. Each mark has four bytes or more, or bytes that no text begins with. */
const OTHERS: readonly (readonly [mark: string, what: string])[] = [
  ['\x89PNG\r\n', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\0', 'a program'],
  ['\x1f\x8b\x08', 'a gzip archive'],
  ['7z\xbc\xaf\x27', 'a 7-Zip archive'],
  ['Rar!\x1a', 'a RAR archive'],
  ['BZh9', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['ID3\x03', 'a sound recording'],
  ['ID3\x04', 'a sound recording'],
  ['OggS', 'a sound recording'],
  ['RIFF', 'a sound recording or film'],
  ['\x1aE\xdf\xa3', 'a film'],
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
  ['SQLite format 3\0', 'a database'],
  ['%!PS', 'a PostScript document; give its PDF'],
];

/** The format of `bytes` by their mark; `null` when they may be text. `claimed` is what the extension says. */
export function detectBinary(bytes: Uint8Array, claimed: Format | null): BinaryDetection | null {
  if (startsWith(bytes, '%PDF-') || (claimed === 'pdf' && contains(bytes.subarray(0, PDF_MARK_WITHIN), '%PDF-'))) {
    return { format: 'pdf', what: '' };
  }
  if (startsWith(bytes, '{\\rtf')) return { format: 'rtf', what: '' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return detectArchive(bytes, claimed);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    if (contains(bytes, ENCRYPTED_DOCX)) return { format: 'docx', what: '' };
    return { format: null, what: 'an old Word document; save it as DOCX' };
  }
  if (startsWith(bytes.subarray(4), 'ftyp')) return { format: null, what: 'a film or sound recording' };
  const other = OTHERS.find(([mark]) => startsWith(bytes, mark));
  return other === undefined ? null : { format: null, what: other[1] };
}

/** OpenDocument and EPUB store their media type as the first entry; OOXML is known by its list of content types. */
function detectArchive(bytes: Uint8Array, claimed: Format | null): BinaryDetection {
  const mimetype = bytes.subarray(30, 30 + 80);
  if (contains(mimetype, 'mimetypeapplication/vnd.oasis.opendocument.text')) return { format: 'odt', what: '' };
  if (contains(mimetype, 'mimetypeapplication/epub+zip')) return { format: 'epub', what: '' };
  const directory = bytes.subarray(-DIRECTORY_BYTES);
  if (contains(directory, '[Content_Types].xml')) return { format: 'docx', what: '' };
  if (contains(directory, 'META-INF/container.xml')) return { format: 'epub', what: '' };
  if (contains(directory, 'META-INF/manifest.xml')) return { format: 'odt', what: '' };
  if (claimed === 'docx' || claimed === 'odt' || claimed === 'epub') return { format: claimed, what: '' };
  return { format: null, what: 'a ZIP archive that is no DOCX, ODT or EPUB' };
}

/** Whether `bytes` begin with `mark`, one byte a character. */
function startsWith(bytes: Uint8Array, mark: string, at = 0): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}

function contains(bytes: Uint8Array, mark: string): boolean {
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, mark, at)) return true;
  }
  return false;
}
