/** Git and ssh-keygen as they can answer: each stands here for the program of its name, first on the path. */
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changedSince, commitOf } from '../../src/repository/git.ts';
import { checkSignature, signBytes } from '../../src/repository/signature.ts';
import { Folder } from '../cli/run.ts';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

/** Puts a shell script before the program called `name`, with the real ones behind it. */
function standIn(name: string, script: string): void {
  const path = process.env['PATH'] ?? '';
  folder.write(join('bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder.path, 'bin', name), 0o755);
  vi.stubEnv('PATH', `${join(folder.path, 'bin')}${delimiter}${path}`);
}

const bytes = new TextEncoder().encode('{}\n');
const check = () => checkSignature(bytes, bytes, 'anna@example.org ssh-ed25519 AAAA\n');

describe('git', () => {
  it('that is not installed is asked for', async () => {
    vi.stubEnv('PATH', join(folder.path, 'nothing'));
    await expect(commitOf(folder.path, 'main')).rejects.toThrow('--base needs git, which is not installed');
  });

  it('that does not trust a folder of another user is told how to', async () => {
    standIn('git', 'echo "fatal: detected dubious ownership in repository at somewhere" >&2; exit 128');
    await expect(commitOf(folder.path, 'main')).rejects.toThrow(
      '--base: git does not trust this folder, which belongs to another user: add it to git’s safe.directory setting',
    );
  });

  it('that cannot list the changed files is quoted with its first line alone', async () => {
    standIn('git', 'echo "fatal: bad object" >&2; echo "more of it" >&2; exit 128');
    await expect(changedSince(folder.path, 'main')).rejects.toThrow(
      /^git could not list the changed files: fatal: bad object$/,
    );
  });
});

describe('ssh-keygen', () => {
  it.each([
    [
      'gives a reason that is known',
      'echo "Signature verification failed: incorrect signature" >&2; exit 1',
      /other bytes/,
    ],
    ['gives a reason that nobody knows', 'echo "something new" >&2; exit 1', /^ssh-keygen does not accept it$/],
    ['talks without end', 'head -c 300000 /dev/zero | tr "\\0" x >&2; exit 1', /^ssh-keygen does not accept it$/],
    ['is killed', 'kill -9 $$', /^ssh-keygen does not accept it$/],
  ])('that %s has not accepted a signature', async (_, script, why) => {
    standIn('ssh-keygen', script);
    expect(await check()).toEqual({ kind: 'bad', why: expect.stringMatching(why) });
  });

  it('that accepts the bytes and knows nobody has not accepted a signature', async () => {
    standIn('ssh-keygen', 'case "$2" in check-novalidate) exit 0;; *) echo "No principal matched." >&2; exit 1;; esac');
    expect(await check()).toEqual({ kind: 'bad', why: 'its key is not among the allowed signers' });
  });

  it('tries every name that the list has for a key', async () => {
    standIn(
      'ssh-keygen',
      'case "$2" in check-novalidate) exit 0;; find-principals) echo anna; echo bert;; esac; case "$*" in *" -I anna "*) exit 1;; esac',
    );
    expect(await check()).toEqual({ kind: 'good', signer: 'bert' });
  });

  it('is not asked about a file that is no signature by its size', async () => {
    standIn('ssh-keygen', 'exit 0');
    expect(await checkSignature(bytes, new Uint8Array(64 * 1024 + 1), '')).toEqual({
      kind: 'bad',
      why: 'the file is not an SSH signature',
    });
  });

  it.each([
    [
      'there is no key',
      'echo "Couldn\'t load public key: No such file or directory" >&2; exit 255',
      /there is no such key/,
    ],
    [
      'the passphrase is wrong',
      'echo "incorrect passphrase supplied" >&2; exit 255',
      /the passphrase, the agent or the key/,
    ],
    ['it says nothing', 'exit 0', /the passphrase, the agent or the key/],
  ])('does not sign where %s', async (_, script, why) => {
    standIn('ssh-keygen', script);
    await expect(signBytes(bytes, 'key', 'key', () => undefined)).rejects.toThrow(why);
  });

  it('that waits for a touch has the person told', async () => {
    standIn('ssh-keygen', 'echo "Confirm user presence for key" >&2; echo SIGNATURE');
    const told: string[] = [];
    expect(await signBytes(bytes, 'key', 'key', (line) => told.push(line))).toBe('SIGNATURE\n');
    expect(told).toEqual(['touch your security key']);
  });

  it('that is missing, or cannot be run, is named', async () => {
    standIn('ssh-keygen', 'exit 0');
    chmodSync(join(folder.path, 'bin', 'ssh-keygen'), 0o644);
    vi.stubEnv('PATH', join(folder.path, 'bin'));
    await expect(check()).rejects.toThrow('ssh-keygen cannot be run (EACCES)');
    vi.stubEnv('PATH', join(folder.path, 'nothing'));
    await expect(check()).rejects.toThrow('signatures need ssh-keygen, which is not installed');
  });
});
