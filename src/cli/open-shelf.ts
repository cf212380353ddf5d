/** Opens a manifest as a shelf of sealed texts. */
import { type ManifestFile, manifestBytes, manifestIn } from '../repository/manifest-file.ts';
import { ManifestLines } from '../repository/manifest-lines.ts';
import { ManifestShelf } from './manifest-shelf.ts';
import type { Settings } from './settings.ts';

/** Bytes from which looking a line up is worth more than reading all of them. */
const LARGE = 512 * 1024;

/** The shelf of the manifest in `file`. A small one is read at once; of a large one only what is needed. */
export function openShelf(file: ManifestFile, settings: Settings): ManifestShelf {
  const bytes = manifestBytes(file);
  if (bytes.length < LARGE) return new ManifestShelf(manifestIn(bytes, file.shown), file.root, settings);
  return new ManifestShelf(() => manifestIn(bytes, file.shown), file.root, settings, new ManifestLines(bytes));
}
