/** The reports on quotations and on a repository, and one without the transcript, in a real Chromium. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from '../../../cli/run.ts';
import { barriers, launch, printed, SIGHTS } from './browser.ts';

const ARTICLE = `# The light on the island

${Array.from({ length: 6 }, (_, i) => `On day ${i + 1} nobody came.`).join('\n\n')}

“I stayed because somebody had to keep the light burning.” The keeper adds: “I did sign the letter they sent around in March.”

“They sold four of them […] on the beach.” And: “The sea forgives nobody who forgets it.”
`;
const HEBREW = `שיחה במגדלור

ש: מתי ידעת שהאור נכבה?

ידעתי לפני כולם. לא חתמתי על הנייר שהם שלחו בחודש מרץ.

ש: מי שילם על הסולר?

אני שילמתי, מהכיס שלי.
`;
const HEBREW_ARTICLE = `# האור

במגדלור אומרים: “לא חתמתי על הנייר שהם שלחו בחודש מרץ.” ועוד אמרו: “אני שילמתי, מהכיס שלך.”
`;

let browser: Browser;
let folder: Folder;
beforeAll(async () => {
  folder = new Folder({
    'texts/ferry.txt': INTERVIEW,
    'texts/lighthouse.txt': HEBREW,
    'texts/quay.txt': 'Q: Who built the quay?\n\nMy mother did, with her own hands, and nobody helped her.\n',
    'copies/faithful.txt': INTERVIEW,
    'copies/doctored.txt': DOCTORED,
    'copies/hebrew.txt': HEBREW.replace('לא חתמתי', 'חתמתי'),
    'articles/light.md': ARTICLE,
    'articles/hebrew.md': HEBREW_ARTICLE,
    'verbatim.config.json': JSON.stringify({
      texts: ['texts/*.txt'],
      copies: ['copies/*'],
      articles: ['articles/*.md'],
    }),
  });
  folder.run(['manifest']);
  folder.run(['quotes', 'articles/light.md', 'articles/hebrew.md', '--format', 'html', '--output', 'quotes.html']);
  folder.write('texts/quay.txt', 'Q: Who built the quay?\n\nThe owner did.\n');
  folder.run(['check', '--format', 'html', '--output', 'check.html']);
  folder.write('alone/copy.txt', DOCTORED);
  const manifest = ['--manifest', '../verbatim-manifest.jsonl'];
  folder.write('texts/ferry.txt', 'It is gone.\n');
  folder.run(['verify', 'copy.txt', ...manifest, '--format', 'html', '--output', 'alone.html'], { below: 'alone' });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  folder.remove();
});

async function open(name: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(`file://${join(folder.path, name)}`);
  return page;
}

/** Follows each link, and gives the words it lands on; every one must come into sight. */
async function landings(page: Page, links: string): Promise<readonly string[]> {
  const words: string[] = [];
  for (const link of await page.locator(links).all()) {
    await link.click();
    const target = page.locator(':target');
    expect(await target.count()).toBe(1);
    expect((await target.boundingBox())?.y).toBeLessThan(900);
    words.push((await target.innerText()).replaceAll(/\s+/gu, ' ').trim());
  }
  return words;
}

describe('the report on quotations', () => {
  it('leads from each quotation that is not right to its words, and from there to its note and back', async () => {
    const page = await open('quotes.html');
    expect(await landings(page, '#c1 > ol.findings a')).toEqual([
      expect.stringMatching(/^✗ 2 altered“I did .*sign the letter/u),
      expect.stringMatching(/^✗ 4 not found“The sea forgives nobody/u),
    ]);
    expect(await landings(page, '#c1 .sign')).toEqual([
      expect.stringMatching(/^1 ✓ Verbatim texts\/ferry\.txt:5:1/u),
      expect.stringMatching(/^2 ✗ Altered .* The quotation leaves out “not”\.$/u),
      expect.stringMatching(/^3 ✓ By convention .*“and burned the fifth”/u),
      expect.stringMatching(/^4 ✗ Not found/u),
    ]);
    expect(await landings(page, '#c1 .margin .tag a')).toHaveLength(4);
    await page.close();
  });

  it('sets the note beside the words on a desk, and below them on a phone', async () => {
    const page = await open('quotes.html');
    const boxes = async () => [await page.locator('#q1-1').boundingBox(), await page.locator('#n1-1').boundingBox()];
    const [words, note] = await boxes();
    expect(note?.x).toBeGreaterThan((words?.x ?? 0) + (words?.width ?? 0));
    await page.setViewportSize({ width: 390, height: 900 });
    const [above, below] = await boxes();
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    await page.close();
  });

  it('folds prose without quotations, and unfolds it', async () => {
    const page = await open('quotes.html');
    const fold = page.locator('.article details.fold', { hasText: 'without a quotation' });
    const folded = fold.getByText('On day 3 nobody came.');
    expect(await folded.isVisible()).toBe(false);
    await fold.locator('summary').click();
    expect(await folded.isVisible()).toBe(true);
    await page.close();
  });

  it('reads from right to left where the article does', async () => {
    const page = await open('quotes.html');
    expect(await page.evaluate("getComputedStyle(document.querySelector('#c2 .in.paragraph')).direction")).toBe('rtl');
    expect(await page.evaluate("getComputedStyle(document.querySelector('#n2-2 p[dir]')).direction")).toBe('rtl');
    await page.close();
  });
});

describe('the report of a repository', () => {
  it('leads from each copy that does not pass to its section, and from its findings to their words', async () => {
    const page = await open('check.html');
    const sections = await landings(page, '#copies a');
    expect(sections.map((text) => text.slice(0, 30))).toEqual([
      expect.stringMatching(/^copies\/doctored\.txt ✗ altered/u),
      expect.stringMatching(/^copies\/hebrew\.txt ✗ altered/u),
    ]);
    const words = await landings(page, 'section:has(.texts) > ol.findings .place a');
    expect(words).toHaveLength(2);
    await page.close();
  });

  it('has the changed file in its own section, and every text in a row', async () => {
    const page = await open('check.html');
    expect(await page.locator('#record').innerText()).toContain('texts/quay.txt');
    expect(await page.locator('#texts tbody tr').count()).toBe(5);
    expect(await page.locator('#texts tbody tr').last().innerText()).toContain('✓ in order');
    await page.close();
  });
});

describe('the report without the transcript', () => {
  it('shows the copy, each passage with what the record says of it', async () => {
    const page = await open('alone/alone.html');
    const states = await page.locator('.texts .state').allInnerTexts();
    expect(states.filter((state) => state.startsWith('✗'))).toEqual([
      '✗ Differs: which words, only the transcript can tell',
    ]);
    expect(await landings(page, 'section > ol.findings .place a')).toHaveLength(1);
    await page.close();
  });
});

describe.each(['quotes.html', 'check.html', 'alone/alone.html'])('%s', (name) => {
  it.each(SIGHTS)('fits %i pixels and has no barrier, %s', async (width, scheme) => {
    const page = await open(name, width, scheme);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('prints', async () => {
    const page = await open(name);
    expect(await printed(page)).toBe('%PDF-');
    await page.close();
  });
});
