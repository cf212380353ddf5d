/** What `init` makes of what stands in a folder: transcripts and their pages, and never anything else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW } from './run.ts';

let folder = new Folder();
afterEach(() => folder.remove());

const paragraphs = (text: string) => text.split('\n\n').map((one) => `<p>${one.trim()}</p>`);
const pageOf = (body: readonly string[]) => `<!doctype html><title>x</title><body><main>${body.join('\n')}</main>`;

function init(files: Readonly<Record<string, string | Uint8Array>>) {
  folder = new Folder(files);
  const { status, stderr } = folder.run(['init']);
  return { status, stderr, config: JSON.parse(readFileSync(join(folder.path, 'verbatim.config.json'), 'utf8')) };
}

describe('init', () => {
  it('says where no transcript is found, and looks at no page then', () => {
    const { status, stderr, config } = init({
      'notes.txt': 'One voice alone, and no question.\n',
      'binary.txt': Uint8Array.of(0, 1, 2, 0, 255, 0),
      'a.html': pageOf(paragraphs(INTERVIEW)),
    });
    expect(stderr).toBe(
      'verbatim: 0 transcripts found: list your texts in the file by hand\nverbatim: 0 pages found that republish them\n',
    );
    expect({ status, config }).toEqual({ status: 0, config: { texts: [], copies: [], furniture: [] } });
  });

  it('takes a page for a copy by its words, and proposes no box that every page has', () => {
    const body = paragraphs(INTERVIEW);
    const { config } = init({
      'a.txt': INTERVIEW,
      'site/copy.html': pageOf([...body.slice(0, 3), '<h3>Read on</h3>', ...body.slice(3)]),
      'site/doctored.html': pageOf(paragraphs(INTERVIEW.replace('four', 'five'))),
      'site/other.html': pageOf(['<p>Nothing of the kind was ever asked or said here.</p>']),
      'site/broken.pdf': '%PDF-1.7\nnothing follows',
    });
    expect(config).toEqual({
      texts: ['*.txt'],
      copies: [
        { copy: 'site/copy.html', transcript: 'a.txt' },
        { copy: 'site/doctored.html', transcript: 'a.txt' },
      ],
      furniture: [],
    });
  });

  it('names the schema where the package is installed beside the texts', () => {
    const schema = 'node_modules/verbatim-cli/src/repository/verbatim.config.schema.json';
    expect(init({ [schema]: '{}', 'a.txt': INTERVIEW }).config).toMatchObject({
      $schema: `./${schema}`,
      texts: ['*.txt'],
    });
  });
});
