/** Opens a ZIP in memory and gives the parts asked for. Nothing is written anywhere, and parts nobody asks for stay packed. */
import { Refusal } from '../../refusal.ts';
import { type Entry, readDirectory } from './directory.ts';
import { inflateEntry } from './inflate.ts';

/** A ZIP whose list of entries was found sound. */
export interface Archive {
  /** Names as written, in the order of their bytes. */
  readonly names: readonly string[];
  /** Whether there is a part of this name; case does not matter, and no two names differ in case alone. */
  has(name: string): boolean;
  /** The part's bytes, or `null` when there is none. Throws `Refusal` when it is broken or too large. */
  read(name: string): Uint8Array | null;
}

/**
 * Opens the ZIP in `bytes`.
 *
 * @throws Refusal `damaged`, `unsafe-archive`, `encrypted`; `unknown-format` when it is no ZIP.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  if (isCompoundFile(bytes)) throw compoundRefusal(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('unknown-format', 'not an archive');
  const entries = readDirectory(bytes);
  const fflate = await import('fflate');
  const find = (name: string): Entry | undefined => entries.get(name.normalize('NFC').toLowerCase());
  return {
    names: Array.from(entries.values(), (entry) => entry.name),
    has: (name) => find(name) !== undefined,
    read: (name) => {
      const entry = find(name);
      return entry === undefined ? null : inflateEntry(fflate, bytes, entry);
    },
  };
}

const COMPOUND_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether these are the bytes of a Microsoft compound file: an encrypted DOCX, or a format before 2007. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return COMPOUND_MAGIC.every((byte, i) => bytes[i] === byte);
}

/** An encrypted document has a stream `EncryptedPackage` (MS-OFFCRYPTO 2.3); its name is written in UTF-16LE. */
function compoundRefusal(bytes: Uint8Array): Refusal {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((code, i) => bytes[at + 2 * i] === code && bytes[at + 2 * i + 1] === 0)) {
      return new Refusal('encrypted', 'the document needs a password');
    }
  }
  return new Refusal('unknown-format', 'a compound file, as word processors wrote before 2007');
}
