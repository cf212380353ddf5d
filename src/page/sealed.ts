/** What the publisher put into the page: the sealed record, what they allow and deny, and the transcripts if they said so. */
import type { FindingCode } from '../core/judge/codes.ts';
import type { Policy } from '../core/judge/policy.ts';
import type { Verdict } from '../core/judge/verdict.ts';
import { read } from '../core/read/index.ts';
import { current, olderVersions } from '../core/seal/manifest-change.ts';
import { parseManifest } from '../core/seal/manifest-parse.ts';
import { structure } from '../core/structure/structure.ts';
import type { Conventions } from '../core/structure/transcript.ts';
import type { Sealed } from '../core/verify.ts';

/** The data in the page, as the command line writes it. */
export interface PageData {
  /** Lines of a manifest: those in force and what they superseded. */
  readonly manifest: string;
  /** The sealed files' bytes in base64, by path; empty unless the publisher gives the transcripts along. */
  readonly transcripts: Readonly<Record<string, string>>;
  readonly allow: readonly (Verdict | FindingCode)[];
  readonly deny: readonly FindingCode[];
  readonly furniture: readonly string[];
  readonly labels: readonly string[];
  readonly marks: readonly string[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** What copies are judged with. */
export interface SealedRecord {
  /** The sealed texts; one gets its transcript when a reader hands it over. */
  readonly texts: Sealed[];
  readonly policy: Policy;
  readonly conventions: Conventions;
  readonly furniture: readonly string[];
}

/** Reads the data in the page. */
export async function recordOf(data: PageData): Promise<SealedRecord> {
  const { labels, marks, furniture } = data;
  const conventions = { labels, marks, aliases: new Map(Object.entries(data.aliases)) };
  const policy = { allow: new Set(data.allow), deny: new Set(data.deny) };
  const manifest = parseManifest(data.manifest);
  const older = olderVersions(manifest);
  const texts: Sealed[] = [];
  for (const entry of current(manifest).values()) {
    const base64 = data.transcripts[entry.path];
    const document = base64 === undefined ? null : await read(bytesOf(base64), { name: entry.path, furniture });
    const transcript = document === null ? null : structure(document, conventions);
    texts.push({ entry, transcript, older: older.get(entry.path) ?? [] });
  }
  return { texts, policy, conventions, furniture };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
