/** A page as a blog really serves it: what is read of it, and what is kept apart. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readHtml } from '../../../../src/core/read/html/index.ts';
import { placeOf } from '../../../../src/core/read/place.ts';

describe('a blog’s page', () => {
  let page: Document;
  beforeAll(async () => {
    page = await readHtml(await readFile('fixtures/read/html/blog.html', 'utf8'));
  });

  it('reads every visible block, and says which are set off', () => {
    expect(page.blocks.map(({ setOff, text }) => `${setOff?.by ?? '-'}: ${text}`)).toEqual([
      'header: Harbour Notes',
      'list of links: Home',
      'list of links: About',
      '-: The lamp keeper',
      '-: By Mo',
      '-: Q: How long have you kept the lamp, Ines\u00a0Ruiz?',
      '-: Since the 3rd of May, 1971. It was wet — “wet as a herring”, my mother said [1], and she didn’t like it.',
      'figcaption: The lamp at night.',
      '-: Q: And today? Is it still lit by hand?\nA: By hand, yes. See the keeper’s book. I am not tired 🙂.',
      '-: Share this',
      'list of links: Mail',
      'list of links: Print',
      'aside: Latest',
      'aside: Nets mended.',
      'role=search: Search Search … Go',
      'footer: © Harbour Notes',
    ]);
  });

  it('keeps the answers in one container, and their labels bold', () => {
    const speech = page.blocks.filter(({ text }) => /lamp,|herring|by hand/.test(text));
    expect(new Set(speech.map(({ container }) => container))).toEqual(
      new Set(['body.post-template.single > main#content > article.post.type-post.hentry > div.entry-content']),
    );
    expect(speech[2]?.strong.map(({ start, end }) => speech[2]?.text.slice(start, end))).toEqual(['Q:', 'A:']);
  });

  it('finds the hidden words, and knows the hint at a link', () => {
    expect(page.hidden.map(({ text, by, hint }) => ({ text, by, hint }))).toEqual([
      { text: 'Skip to content', by: 'clip', hint: false },
      { text: '(opens in a new tab)', by: 'clip', hint: true },
      { text: 'We value your privacy.', by: 'style', hint: false },
    ]);
  });

  it('says what was not evaluated, and nothing about the words of the answers', () => {
    expect(page.caveats.filter(({ at }) => at === null).map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      'stylesheet: 1 external style sheet',
      'script: 2 scripts',
      'stylesheet: 1 style rule not evaluated (@media)',
    ]);
    const touched = page.caveats.flatMap(({ at }) => (at === null ? [] : [page.blocks[at.block]?.text]));
    expect(touched).toEqual(['Search Search … Go']);
  });

  it('gives the places a person finds', () => {
    const answer = page.blocks.find(({ text }) => text.startsWith('Since'))!;
    expect(placeOf(page, answer, answer.text.indexOf('wet'))).toEqual({ by: 'line', line: 38, column: 5 });
    expect(placeOf(page, answer, answer.text.indexOf('like'))).toMatchObject({ line: 38 });
  });
});
