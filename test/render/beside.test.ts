/** What a page gets of the files that lie beside it, and what it never gets. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageInFolder } from '../../src/render/beside.ts';
import { ADDRESS } from '../../src/render/saved-page.ts';
import { Folder } from '../cli/run.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'page/a b.css': 'one',
    'page/files/site.js.download': 'two',
    'page/files/.secret.css': 'never',
    'page/.git/x.css': 'never',
    'page/notes.txt': 'never',
    'page/large.css': 'x'.repeat(8 * 1024 * 1024 + 1),
    'outside.css': 'never',
  });
  symlinkSync(join(folder.path, 'outside.css'), join(folder.path, 'page/out.css'));
  symlinkSync(join(folder.path, 'page/a b.css'), join(folder.path, 'page/in.css'));
  mkdirSync(join(folder.path, 'page/folder.css'));
});
afterAll(() => folder.remove());

function got(address: string, kind: string): string | null {
  const { fileAt } = pageInFolder('', join(folder.path, 'page'));
  const file = fileAt(new URL(address, ADDRESS).href, kind);
  return file === null ? null : `${file.type}: ${Buffer.from(file.body).toString()}`;
}

describe('pageInFolder', () => {
  it.each([
    ['a%20b.css', 'stylesheet', 'text/css: one'],
    ['./a b.css?version=2', 'stylesheet', 'text/css: one'],
    ['in.css', 'stylesheet', 'text/css: one'],
    ['files/site.js.download', 'script', 'text/javascript: two'],
  ])('hands over %s as %s', (address, kind, expected) => {
    expect(got(address, kind)).toBe(expected);
  });

  it.each([
    ['what leads out by its name', '../outside.css', 'stylesheet'],
    ['what leads out when it is decoded', '%2e%2e%2foutside.css', 'stylesheet'],
    ['what leads out with backslashes', '..%5coutside.css', 'stylesheet'],
    ['what a link leads out to', 'out.css', 'stylesheet'],
    ['a hidden file', 'files/.secret.css', 'stylesheet'],
    ['a file in a hidden folder', '.git/x.css', 'stylesheet'],
    ['another site’s file of that name', 'https://example.org/in.css', 'stylesheet'],
    ['a file of this machine', 'file:///etc/hostname', 'stylesheet'],
    ['a sheet to who would read it', 'in.css', 'fetch'],
    ['a sheet as a page', 'in.css', 'document'],
    ['other files as sheets', 'notes.txt', 'stylesheet'],
    ['a sheet as a script', 'in.css', 'script'],
    ['a folder', 'folder.css', 'stylesheet'],
    ['a file that is too large', 'large.css', 'stylesheet'],
    ['a name with a NUL', 'in.css%00.css', 'stylesheet'],
    ['a name that cannot be decoded', '%ff.css', 'stylesheet'],
    ['what is not there', 'none.css', 'stylesheet'],
  ])('never hands over %s', (_, address, kind) => {
    expect(got(address, kind)).toBeNull();
  });

  it('hands over nothing to a page that lies nowhere', () => {
    expect(pageInFolder('', null).fileAt(`${ADDRESS}in.css`, 'stylesheet')).toBeNull();
  });
});
