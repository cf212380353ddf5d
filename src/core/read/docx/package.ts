/** The parts of an OOXML package, found through its relationships and never by their usual names (ECMA-376, part 2). */
import { Refusal } from '../../refusal.ts';
import type { Archive } from '../archive/index.ts';
import { decodeXml, OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A relationship to another part of the package. Those that lead out of it are kept apart and never followed. */
export interface Relationship {
  readonly id: string;
  /** The last step of its type: `officeDocument`, `footnotes`, `header`. */
  readonly type: string;
  /** The part's name in the archive, or `null` when it lies outside. */
  readonly target: string | null;
}

/** The relationships of the part named `part`; `''` for those of the package itself. */
export async function readRelationships(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const base = part.slice(0, slash);
  const source = await readPart(archive, `${base}_rels/${part.slice(slash)}.rels`);
  const found: Relationship[] = [];
  if (source === null) return found;
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'rel:Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
      const target = TargetMode === 'External' ? null : resolve(base, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

/**
 * The name and the XML of the part that holds the document.
 *
 * @throws Refusal `damaged` when there is none in the package, `unsafe-archive` when there are several to choose from.
 */
export async function mainPart(archive: Archive): Promise<{ readonly name: string; readonly source: string }> {
  const relationships = await readRelationships(archive, '');
  const targets = new Set<string | null>();
  for (const { type, target } of relationships) if (type === 'officeDocument') targets.add(target);
  if (targets.size > 1) throw new Refusal('unsafe-archive', 'the package names two main parts');
  for (const name of targets) {
    if (name === null) continue;
    const source = await readPart(archive, name);
    if (source !== null) return { name, source };
  }
  throw new Refusal('damaged', 'the package has no main part');
}

/** The XML of a part, or `null` when the archive has none of that name. */
export async function readPart(archive: Archive, name: string): Promise<string | null> {
  const bytes = archive.read(name);
  return bytes === null ? null : decodeXml(bytes);
}

/** The name of the part of `base` that `target` leads to (RFC 3986 5.2.4, without a host). */
export function resolve(base: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : base + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
