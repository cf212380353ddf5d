/** Signs and checks with keys that are made here and thrown away. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSignature, signBytes } from '../../src/repository/signature.ts';
import { DOCTORED, Folder, INTERVIEW } from '../cli/run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';
const SIGNATURE = `${MANIFEST}.sig`;

let keys: Folder;
beforeAll(() => {
  keys = new Folder();
  for (const name of ['anna', 'bert']) {
    const args = ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(keys.path, name)];
    execFileSync('ssh-keygen', args, { stdio: 'ignore' });
  }
});
afterAll(() => keys.remove());

function line(name: string, options = ''): string {
  const key = readFileSync(join(keys.path, `${name}.pub`), 'utf8').trim();
  return `${name}@example.org ${options === '' ? '' : `${options} `}${key}\n`;
}

describe('a signature', () => {
  const bytes = new TextEncoder().encode('{"format":"verbatim-manifest/1","algorithm":"sha256"}\n');
  let signature: Uint8Array;
  beforeAll(async () => {
    const text = await signBytes(bytes, join(keys.path, 'anna'), 'anna', () => undefined);
    signature = new TextEncoder().encode(text);
  });

  it('is known by the name that the verifier’s list gives its key', async () => {
    const check = await checkSignature(bytes, signature, line('bert') + line('anna', 'namespaces="verbatim"'));
    expect(check).toEqual({ kind: 'good', signer: 'anna@example.org' });
  });

  it('does not hold for other bytes, whichever byte was turned', async () => {
    for (const at of [0, 20, bytes.length - 1]) {
      const flipped = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
      const check = await checkSignature(flipped, signature, line('anna'));
      expect(check).toEqual({ kind: 'bad', why: expect.stringMatching(/^it is of other bytes/) });
    }
  });

  it.each([
    ['by a key that is not listed', () => line('bert'), /not among the allowed signers/],
    ['by a key that has expired', () => line('anna', 'valid-before="20200101"'), /has expired/],
    ['by a key that may not sign yet', () => line('anna', 'valid-after="29990101"'), /may not sign yet/],
    ['by a key that may sign other things', () => line('anna', 'namespaces="git"'), /other things only/],
    ['with nobody listed', () => '', /not among the allowed signers/],
  ])('does not hold %s', async (_, signers, why) => {
    expect(await checkSignature(bytes, signature, signers())).toEqual({
      kind: 'bad',
      why: expect.stringMatching(why),
    });
  });

  it('does not hold when it was made for something else', async () => {
    const args = ['-Y', 'sign', '-n', 'git', '-f', join(keys.path, 'anna')];
    const other = execFileSync('ssh-keygen', args, { input: bytes, stdio: ['pipe', 'pipe', 'ignore'] });
    const check = await checkSignature(bytes, other, line('anna'));
    expect(check).toEqual({ kind: 'bad', why: expect.stringMatching(/another purpose/) });
  });

  it.each([
    ['nothing', ''],
    ['something else', 'not a signature\n'],
    ['half of one', '-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n'],
    ['a flood', 'x'.repeat(100_000)],
  ])('is not what a file with %s holds', async (_, text) => {
    const check = await checkSignature(bytes, new TextEncoder().encode(text), line('anna'));
    expect(check).toEqual({ kind: 'bad', why: 'the file is not an SSH signature' });
  });

  it('cannot be made with a key that is not there, and its folder is not told', async () => {
    const made = signBytes(bytes, join(keys.path, 'nobody'), 'nobody', () => undefined);
    await expect(made).rejects.toThrow('cannot sign with nobody: there is no such key');
  });
});

describe('the program', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'a.txt': INTERVIEW, 'copy.txt': `${INTERVIEW}\n`, signers: line('anna') });
    folder.run(['manifest', 'a.txt']);
  });
  afterEach(() => folder.remove());

  const sign = (name = 'anna') => folder.run(['manifest', '--sign', join(keys.path, name)]);
  const verify = (...more: readonly string[]) => folder.run(['verify', 'copy.txt', '--format', 'json', ...more]);
  const codes = (stdout: string): readonly string[] =>
    JSON.parse(stdout).results.flatMap((row: { readonly findings: readonly { readonly code: string }[] }) =>
      row.findings.map(({ code }) => code),
    );

  it('signs, and says whose signature it is', () => {
    expect(sign()).toMatchObject({ status: 0, stdout: `Signed in ${SIGNATURE}.\n`, stderr: '' });
    const checked = folder.run(['check', '--signers', 'signers']);
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('anna@example.org') });
    const verified = verify('--signers', 'signers');
    expect(verified.status).toBe(0);
    expect(codes(verified.stdout)).toContain('signature-good');
  });

  it('says that there is none, which a configuration can forbid', () => {
    const verified = verify('--signers', 'signers');
    expect(verified.status).toBe(0);
    expect(codes(verified.stdout)).toContain('signature-missing');
    folder.write(
      'verbatim.config.json',
      JSON.stringify({ signers: [line('anna').trim()], deny: ['signature-missing'] }),
    );
    expect(verify().status).toBe(1);
    expect(folder.run(['check']).status).toBe(1);
    sign();
    expect(verify().status).toBe(0);
    expect(folder.run(['check']).status).toBe(0);
  });

  it('says nothing where nobody asks, and that a signature was not checked where nobody is trusted', () => {
    expect(codes(verify().stdout)).not.toContain('signature-missing');
    sign();
    expect(codes(verify().stdout)).toContain('signature-unchecked');
  });

  it.each([
    ['another key', () => sign('bert'), /not among the allowed signers/],
    [
      'one turned byte',
      () => {
        sign();
        folder.write(MANIFEST, readFileSync(join(folder.path, MANIFEST), 'utf8').replace('"words":', '"wprds":'));
      },
      /of other bytes/,
    ],
    [
      'an expired key',
      () => {
        sign();
        folder.write('signers', line('anna', 'valid-before="20200101"'));
      },
      /has expired/,
    ],
    [
      'an older state under a newer signature',
      () => {
        const older = readFileSync(join(folder.path, MANIFEST));
        folder.write('b.txt', DOCTORED);
        folder.run(['manifest', 'b.txt']);
        sign();
        folder.write(MANIFEST, older);
      },
      /another version of it/,
    ],
  ])('judges nothing by a manifest signed with %s, and says why', (_, prepare, why) => {
    prepare();
    const verified = verify('--signers', 'signers');
    expect(verified).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(why) });
    const checked = folder.run(['check', '--signers', 'signers']);
    expect(checked.stdout.replaceAll(/\s+/gu, ' ')).toMatch(why);
    expect(checked.status).toBeGreaterThan(0);
  });

  it('sees by the base that manifest and signature were both put back', () => {
    sign();
    const [manifest, signature] = [MANIFEST, SIGNATURE].map((name) => readFileSync(join(folder.path, name)));
    folder.git('init', '-q');
    folder.write('b.txt', DOCTORED);
    folder.run(['manifest', 'b.txt', '--sign', join(keys.path, 'anna')]);
    folder.git('add', '.');
    folder.git('commit', '-qm', 'sealed');
    folder.write(MANIFEST, manifest ?? '');
    folder.write(SIGNATURE, signature ?? '');
    const { stdout, status } = folder.run(['check', '--base', 'HEAD', '--signers', 'signers', '--format', 'json']);
    expect(stdout).toContain('signature-good');
    expect(stdout).toContain('line-removed');
    expect(status).toBe(1);
  });

  it('says that a signature no longer holds when the manifest grows', () => {
    sign();
    folder.write('b.txt', DOCTORED);
    expect(folder.run(['manifest', 'b.txt']).stderr).toMatch(/holds no longer/);
    folder.write('c.txt', `${DOCTORED}\nOne more.\n`);
    const again = folder.run(['manifest', 'c.txt', '--sign', join(keys.path, 'anna')]);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(codes(verify('--signers', 'signers').stdout)).toContain('signature-good');
  });

  it('says that ssh-keygen is missing', () => {
    sign();
    const bare = { env: { PATH: join(folder.path, 'empty') } };
    for (const args of [
      ['verify', 'copy.txt', '--signers', 'signers'],
      ['check', '--signers', 'signers'],
      ['manifest', '--sign', 'key'],
    ]) {
      expect(folder.run(args, bare)).toMatchObject({ status: 2, stderr: expect.stringContaining('ssh-keygen') });
    }
  });

  it('never takes the signers from beside the manifest', () => {
    sign('bert');
    writeFileSync(join(folder.path, 'allowed_signers'), line('bert'));
    expect(verify('--signers', 'signers').status).toBe(2);
    rmSync(join(folder.path, 'signers'));
    expect(verify('--signers', 'signers')).toMatchObject({ status: 2, stderr: expect.stringContaining('signers') });
  });
});
