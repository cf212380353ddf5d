/**
 * Signatures of a manifest, as people with SSH keys make them: OpenSSH's format SSHSIG, made and checked by `ssh-keygen -Y`.
 *
 * The signature stands beside the manifest, in a file of its own. Whose it is, the verifier's own list of allowed signers
 * says (ssh-keygen(1), ALLOWED SIGNERS), never the manifest or the copy. Its namespace is `verbatim`, so that no signature
 * made for something else counts here, and this one nowhere else. A signature holds for ever: that a manifest and its
 * signature were both put back to an older state, only a comparison with a known state shows (`check --base`).
 *
 * Nothing of this is cryptography of our own, and nothing asks the network. The program is called with a list of arguments,
 * never through a shell, in a temporary folder that holds what it reads under names of our own.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoneOnInterrupt } from './interrupt.ts';
import { errorCode, errorName, RunError } from './run-error.ts';

const NAMESPACE = 'verbatim';
const SIGNATURE = 'manifest.sig';
const SIGNERS = 'allowed-signers';
/** Bytes of the longest signature that is looked at; those of hardware keys have a few thousand. */
const LONGEST_SIGNATURE = 64 * 1024;
const LONGEST_ANSWER = 64 * 1024;

/** What is to be said of a signature: by whom it is, or why it does not hold. */
export type SignatureCheck =
  | { readonly kind: 'good'; readonly signer: string }
  | { readonly kind: 'bad'; readonly why: string };

/** What `ssh-keygen` says, and what it means. OpenSSH speaks English only. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/incorrect signature/i, 'it is of other bytes: the manifest was changed, or is another version of it'],
  [/namespace does not match/i, 'it was made for another purpose than “verbatim”'],
  [/key has expired/i, 'its key was allowed to sign, and has expired'],
  [/key is not yet valid|not yet valid/i, 'its key may not sign yet'],
  [/not permitted for use in signature namespace/i, 'its key is allowed to sign other things only, not “verbatim”'],
  [/no principal matched/i, 'its key is not among the allowed signers'],
  [/missing header|armor|invalid format|incomplete message/i, 'the file is not an SSH signature'],
  [/revoked/i, 'its key was revoked'],
];

/** Checks `signature` of `manifest` with the text of an allowed-signers file. Throws `RunError` where `ssh-keygen` is missing. */
export async function checkSignature(
  manifest: Uint8Array,
  signature: Uint8Array,
  allowedSigners: string,
): Promise<SignatureCheck> {
  if (signature.length > LONGEST_SIGNATURE) return { kind: 'bad', why: 'the file is not an SSH signature' };
  return inFolder({ [SIGNATURE]: signature, [SIGNERS]: allowedSigners }, async (folder) => {
    const whole = await keygen(folder, ['-Y', 'check-novalidate', '-n', NAMESPACE, '-s', SIGNATURE], manifest);
    if (whole.status !== 0) return bad(whole);
    const listed = await keygen(folder, ['-Y', 'find-principals', '-s', SIGNATURE, '-f', SIGNERS], '');
    let last = listed;
    for (const signer of principalsIn(listed)) {
      const by = ['-Y', 'verify', '-f', SIGNERS, '-I', signer, '-n', NAMESPACE, '-s', SIGNATURE];
      last = await keygen(folder, by, manifest);
      if (last.status === 0) return { kind: 'good', signer };
    }
    return bad(last);
  });
}

/**
 * Signs `manifest` with the key in the file `key`, private or public (then an agent or a device has the private one). Gives
 * the signature's text. `tell` is called when a hardware key waits to be touched.
 */
export async function signBytes(
  manifest: Uint8Array,
  key: string,
  shown: string,
  tell: (line: string) => void,
): Promise<string> {
  const made = await keygen('.', ['-Y', 'sign', '-n', NAMESPACE, '-f', key], manifest, (text) => {
    if (/user presence/i.test(text)) tell('touch your security key');
  });
  if (made.status === 0 && made.output !== '') return made.output;
  const why = /no such file/i.test(made.problem)
    ? 'there is no such key'
    : 'the passphrase, the agent or the key itself was refused';
  throw new RunError(`cannot sign with ${shown}: ${why}`);
}

function principalsIn({ status, output }: Answer): readonly string[] {
  return status === 0 ? output.split('\n').filter((line) => line.trim() !== '') : [];
}

function bad({ problem }: Answer): SignatureCheck {
  const known = REASONS.find(([pattern]) => pattern.test(problem));
  return { kind: 'bad', why: known?.[1] ?? 'ssh-keygen does not accept it' };
}

async function inFolder<T>(
  files: Readonly<Record<string, Uint8Array | string>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const settled = undoneOnInterrupt(remove);
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o600 });
    return await work(folder);
  } finally {
    remove();
    settled();
  }
}

interface Answer {
  readonly status: number;
  readonly output: string;
  readonly problem: string;
}

/** Runs `ssh-keygen` in `folder` with `input` on its standard input. It asks for a passphrase on the terminal itself. */
function keygen(
  folder: string,
  args: readonly string[],
  input: Uint8Array | string,
  heard: (text: string) => void = () => undefined,
): Promise<Answer> {
  return new Promise((done, failed) => {
    const child = spawn('ssh-keygen', args, { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, windowsHide: true });
    const said = { output: '', problem: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (said.output.length < LONGEST_ANSWER) said.output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard(text);
      if (said.problem.length < LONGEST_ANSWER) said.problem += text;
    });
    child.once('error', (error) => failed(cannotRun(error)));
    child.once('close', (status) => done({ ...said, status: status ?? 1 }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function cannotRun(error: Error): RunError {
  return errorCode(error) === 'ENOENT'
    ? new RunError('signatures need ssh-keygen, which is not installed: it is part of OpenSSH')
    : new RunError(`ssh-keygen cannot be run (${errorName(error)})`);
}
