/** Opens a manifest as a shelf of sealed texts. */
import { type ManifestFile, manifestIn } from '../repository/manifest-file.ts';
import { ManifestLines } from '../repository/manifest-lines.ts';
import { ManifestShelf } from './manifest-shelf.ts';
import type { Settings } from './settings.ts';

/** Bytes from which looking a line up is worth more than reading all of them. */
const LARGE = 512 * 1024;

/** The shelf of the manifest in `file`, which holds `bytes`. A small one is read at once; of a large one only what is needed. */
export function openShelf(file: ManifestFile, bytes: Uint8Array, settings: Settings): ManifestShelf {
  if (bytes.length < LARGE) return new ManifestShelf(manifestIn(bytes, file.shown), file.root, settings);
  return new ManifestShelf(() => manifestIn(bytes, file.shown), file.root, settings, new ManifestLines(bytes));
}
