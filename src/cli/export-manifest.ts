/** What `verbatim export` does. */
import { resolve } from 'node:path';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { toBagitManifest, toSha256sum } from '../core/seal/export.ts';
import { current } from '../core/seal/manifest-change.ts';
import { makeBag } from '../repository/bag.ts';
import { loadManifest } from '../repository/manifest-file.ts';
import { shownPath } from '../repository/paths.ts';
import { emit } from './emit.ts';
import { neededManifest } from './needed-manifest.ts';
import type { Session } from './session.ts';

/** What the command line says about exporting. */
export interface ExportOptions {
  readonly format: 'sha256sum' | 'bagit';
  readonly bag?: string;
  readonly manifest?: string;
  readonly output?: string;
}

/** Writes the lines in force in the format asked for. */
export function exportManifest(options: ExportOptions, session: Session): void {
  const file = neededManifest(options.manifest, session);
  const entries: readonly ManifestEntry[] = [...current(loadManifest(file)).values()];
  if (options.bag !== undefined) {
    makeBag(resolve(session.cwd, options.bag), shownPath(options.bag, session.cwd), file.root, entries);
    return;
  }
  const text = options.format === 'bagit' ? toBagitManifest(entries) : toSha256sum(entries);
  emit(text, options.output, [file.path], session);
}
