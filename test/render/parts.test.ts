/** The parts of `--render` that need no browser: what it is given, and what is made of its answers. */
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOfArchive } from '../../src/render/archive-page.ts';
import { findBrowser } from '../../src/render/chromium.ts';
import { drawnDocument } from '../../src/render/drawn-document.ts';
import { layoutOf } from '../../src/render/layout.ts';
import { ADDRESS } from '../../src/render/saved-page.ts';
import { Folder } from '../cli/run.ts';

describe('the browser', () => {
  let folder: Folder;
  beforeAll(() => {
    folder = new Folder({ 'one/chromium': '', 'two/chrome': '', 'two/chromium': '', 'own/mine': '', 'own/text': '' });
    for (const name of ['two/chrome', 'two/chromium', 'own/mine']) chmodSync(join(folder.path, name), 0o755);
    chmodSync(join(folder.path, 'one/chromium'), 0o644);
  });
  afterAll(() => folder.remove());

  const at = (name: string) => join(folder.path, name);

  it.each<[string, () => Readonly<Record<string, string | undefined>>, string | null]>([
    ['the program that CHROME_PATH names', () => ({ CHROME_PATH: at('own/mine'), PATH: at('two') }), 'own/mine'],
    ['none where CHROME_PATH names no program', () => ({ CHROME_PATH: at('own/text'), PATH: at('two') }), null],
    ['none where CHROME_PATH names nothing', () => ({ CHROME_PATH: at('own/none'), PATH: at('two') }), null],
    [
      'the first known name on the path that can be run',
      () => ({ PATH: [at('one'), at('two')].join(delimiter) }),
      'two/chromium',
    ],
    ['the path where CHROME_PATH is empty', () => ({ CHROME_PATH: '', PATH: at('two') }), 'two/chromium'],
    ['none in folders that depend on where one stands', () => ({ PATH: `.${delimiter}two` }), null],
    ['none without a path', () => ({}), null],
  ])('is %s', (_, env, expected) => {
    expect(findBrowser(env())).toBe(expected === null ? null : at(expected));
  });
});

describe('a page saved as an archive', () => {
  const part = (type: string, address: string, text: string) =>
    `--cut\r\nContent-Type: ${type}\r\nContent-Location: ${address}\r\n\r\n${text}\r\n`;
  const html = '<link href="cid:one@x" rel=stylesheet><link href="cid:none@x" rel=stylesheet><p>Words</p>';
  const archive = [
    'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n',
    part('text/html; charset=utf-8', 'https://example.org/', html),
    part('text/css', 'https://example.org/a.css', 'p{color:red}'),
    part('text/css', 'cid:one@x', 'p{margin:0}'),
    part('text/css', 'https://', 'p{display:none}'),
    '--cut--\r\n',
  ].join('');

  it('hands over its sheets by the addresses they were saved from, and nothing else', async () => {
    const page = await pageOfArchive(new TextEncoder().encode(archive));
    const css = (address: string, kind = 'stylesheet') => page.fileAt(address, kind)?.body ?? null;
    expect(css('https://example.org/a.css')).toBe('p{color:red}');
    expect(css('https://example.org/a.css', 'script')).toBe(null);
    expect(css('https://example.org/none.css')).toBe(null);
    const [, own = ''] = /href="([^"]+)"/u.exec(page.html) ?? [];
    expect(css(new URL(own, ADDRESS).href)).toBe('p{margin:0}');
    expect(page.html).toContain('href="cid:none@x"');
    expect(page.scripts).toBe('off');
  });
});

describe('what is drawn without being text', () => {
  it.each([
    [0, 0, []],
    [1, 0, ['1 canvas element that can show words']],
    [2, 3, ['2 canvas elements that can show words', '3 counter or list markers that can show words']],
  ])('is told: %i pictures, %i words too many', async (canvases, left, expected) => {
    const document = await drawnDocument({ html: '<p>Words</p>', canvases, left }, 'paper', new Map(), []);
    expect(document.caveats.map(({ detail }) => detail)).toEqual(expected);
    expect(document.blocks[0]?.place).toEqual({ by: 'paragraph', paragraph: 1, part: 'what a browser prints' });
  });

  it('is told of what the browser did not get, where that can change words', async () => {
    const missing = new Map([
      ['stylesheet', new Set(['a', 'b'])],
      ['font', new Set(['c'])],
      ['image', new Set(['d'])],
    ]);
    const document = await drawnDocument({ html: '<p>Words</p>', canvases: 0, left: 0 }, 'wide', missing, []);
    expect(document.caveats.map(({ detail }) => detail)).toEqual([
      '2 external style sheets that the browser did not get',
      '1 external font that the browser did not get',
    ]);
  });
});

describe('a layout', () => {
  /** A browser that answers in these words. */
  const answering = (captured: object, root: object = {}) => ({
    send: async (method: string) => JSON.parse(JSON.stringify(method === 'DOM.getDocument' ? { root } : captured)),
  });
  const EMPTY = { words: [], closed: [], canvases: 0, left: 0 };

  it('of a page that the browser says nothing of is empty', async () => {
    expect(await layoutOf(answering({ documents: [], strings: [] }))).toEqual(EMPTY);
    const bare = { nodes: {}, layout: { nodeIndex: [0], text: [], styles: [], bounds: [] } };
    expect(await layoutOf(answering({ documents: [bare], strings: [] }))).toEqual(EMPTY);
  });

  it('has the words of counters and of markers of the page’s own, with their elements', async () => {
    const strings = ['before', 'marker', 'counter(n) "."', 'not', 'normal', 'decimal', '7.', 'own', 'CANVAS', '—'];
    const page = {
      nodes: {
        nodeName: [-1, -1, -1, -1, -1, 8],
        backendNodeId: [10, 11, 12, 13, 14, 15],
        parentIndex: [-1, 0, 0, 0, 0, 0],
        pseudoType: { index: [1, 2, 3, 4], value: [0, 1, 1, 1] },
      },
      layout: {
        nodeIndex: [1, 1, 2, 3, 4, 5],
        text: [3, 3, 6, 3, 9, -1],
        styles: [[2, 4], [2, 4], [4, 5], [4, 7], [4, 7], []],
        bounds: [[], [], [], [], [], [0, 0, 300, 150]],
      },
    };
    const root = { shadowRoots: [{ shadowRootType: 'closed', backendNodeId: 21, children: [{ backendNodeId: 22 }] }] };
    expect(await layoutOf(answering({ documents: [page], strings }, root))).toEqual({
      words: [
        { side: '::before', text: 'notnot', element: 10 },
        { side: '::marker', text: 'not', element: 10 },
      ],
      closed: [21],
      canvases: 1,
      left: 0,
    });
  });
});
