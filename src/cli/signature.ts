/** What is to be said of a manifest's signature, and how one is made. */
import { resolve } from 'node:path';
import type { Finding } from '../core/judge/finding.ts';
import { Refusal } from '../core/refusal.ts';
import { type ManifestFile, manifestBytes } from '../repository/manifest-file.ts';
import { shownPath } from '../repository/paths.ts';
import { readBytesOnce } from '../repository/read-file.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { checkSignature, signBytes } from '../repository/signature.ts';
import { writeFileWhole } from '../repository/write-file.ts';
import { fileFinding } from './findings.ts';
import { refusedLine } from './refused.ts';
import { type Session, say } from './session.ts';

/** What the command line says about signatures. */
export interface SignerOptions {
  /** A file of allowed signers. */
  readonly signers?: string;
}

/** The text of allowed signers: those of the file named on the command line, else the configuration's lines; `null` for none. */
export function allowedSigners(
  { signers }: SignerOptions,
  configured: readonly string[],
  session: Session,
): string | null {
  if (signers === undefined) return configured.length === 0 ? null : `${configured.join('\n')}\n`;
  const bytes = bytesOf(resolve(session.cwd, signers));
  if (bytes instanceof Refusal) throw new RunError(refusedLine(shownPath(signers, session.cwd), bytes));
  return new TextDecoder().decode(bytes);
}

/** The finding about the signature beside the manifest `file`; none where there is no signature and nobody asks for one. */
export async function signatureFindings(
  file: ManifestFile,
  manifest: Uint8Array,
  signers: string | null,
): Promise<readonly Finding[]> {
  const signature = bytesOf(signaturePath(file));
  if (signature instanceof Refusal) {
    if (signature.reason !== 'missing') return [fileFinding('signature-bad', { detail: 'its file cannot be read' })];
    return signers === null ? [] : [fileFinding('signature-missing')];
  }
  if (signers === null) return [fileFinding('signature-unchecked')];
  const checked = await checkSignature(manifest, signature, signers);
  if (checked.kind === 'good') return [fileFinding('signature-good', { detail: checked.signer })];
  return [fileFinding('signature-bad', { detail: checked.why })];
}

/** The same for judging copies: with a manifest whose signature does not hold, nothing can be judged. */
export async function signatureNotes(
  file: ManifestFile,
  manifest: Uint8Array,
  signers: string | null,
): Promise<readonly Finding[]> {
  const findings = await signatureFindings(file, manifest, signers);
  const broken = findings.find(({ code }) => code === 'signature-bad');
  if (broken === undefined) return findings;
  throw new RunError(`${file.shown}: its signature does not hold: ${broken.data['detail']}`);
}

/** Signs the manifest with the key in the file `key`; the signature is put beside it. Gives a line that says so. */
export async function signManifest(file: ManifestFile, key: string, session: Session): Promise<string> {
  const tell = (line: string) => say(session, line);
  const signature = await signBytes(manifestBytes(file), resolve(session.cwd, key), shownPath(key, session.cwd), tell);
  writeFileWhole(signaturePath(file), signature, `${file.shown}.sig`);
  return `Signed in ${file.shown}.sig.\n`;
}

/** Says that the manifest changed under its signature, where it has one. */
export function warnOfSignature(file: ManifestFile, session: Session): void {
  if (bytesOf(signaturePath(file)) instanceof Refusal) return;
  say(session, `${file.shown}.sig: holds no longer, because the manifest changed: sign it anew with --sign KEY`);
}

function signaturePath({ path }: ManifestFile): string {
  return `${path}.sig`;
}

function bytesOf(path: string): Uint8Array | Refusal {
  try {
    return readBytesOnce(path);
  } catch (error) {
    return expected(error, Refusal);
  }
}
