/** The HTML report in a real Chromium: what a person meets who opens the report of a doctored interview. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW } from '../../../cli/run.ts';
import { barriers, launch, printed, SIGHTS } from './browser.ts';

/** An interview long enough for something to be folded. */
const LONG = INTERVIEW.replace(
  'Q: What happened to the boats?',
  `${Array.from({ length: 12 }, (_, i) => `On evening ${i + 1} I walked to the harbour and counted what was left there.`).join('\n\n')}\n\nQ: What happened to the boats?`,
);
const PARAGRAPHS = LONG.replace('did not sign', 'did sign')
  .replace('fifth', 'last')
  .replace('(*) told', 'The mayor told')
  .trim()
  .split('\n\n')
  .map((text) => `<p>${text}</p>`);
PARAGRAPHS.splice(-2, 0, '<h3>Nobody saw the fire</h3>', '<aside>Subscribe</aside>');
const DOCTORED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><main>${PARAGRAPHS.join('\n')}</main>`;

let browser: Browser;
let folder: Folder;
beforeAll(async () => {
  folder = new Folder({ 'interview.txt': LONG, 'copy.html': DOCTORED });
  folder.run(['verify', 'copy.html', '--against', 'interview.txt', '--format', 'html', '--output', 'report.html']);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  folder.remove();
});

async function open(width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(`file://${join(folder.path, 'report.html')}`);
  return page;
}

describe('the report of a doctored interview', () => {
  it('says the verdict first', async () => {
    const page = await open();
    expect(await page.textContent('h1')).toBe('copy.html: altered');
    await page.close();
  });

  it('leads from every failing finding to its words', async () => {
    const page = await open();
    const links = page.locator('section > ol.findings > li .place a');
    const count = await links.count();
    expect(count).toBe(4);
    const landed: string[] = [];
    for (let i = 0; i < count; i++) {
      await links.nth(i).click();
      const target = page.locator(':target');
      expect(await target.count()).toBe(1);
      expect((await target.boundingBox())?.y).toBeLessThan(900);
      landed.push((await target.innerText()).replace(/\s+/gu, ' ').trim() || (await target.locator('..').innerText()));
    }
    const words = landed.join('\n');
    for (const said of ['something is left out here', 'changed: last', 'The mayor', 'Nobody saw the fire'])
      expect(words).toContain(said);
    await page.close();
  });

  it('folds what is unchanged, and unfolds it', async () => {
    const page = await open();
    const fold = page.locator('.texts details.fold', { hasText: 'unchanged' });
    expect(await fold.locator('.row').first().isVisible()).toBe(false);
    await fold.locator('summary').click();
    expect(await fold.locator('.row').first().isVisible()).toBe(true);
    await page.close();
  });

  it('shows the interpolated and the set-off block in their place', async () => {
    const page = await open();
    expect(await page.locator('.row.interpolated').innerText()).toContain('Nobody saw the fire');
    expect(await page.locator('.row.set-off').innerText()).toContain('Subscribe');
    await page.close();
  });

  it('prints', async () => {
    const page = await open();
    expect(await printed(page)).toBe('%PDF-');
    await page.close();
  });

  it.each(SIGHTS)('fits %i pixels and has no barrier, %s', async (width, scheme) => {
    const page = await open(width, scheme);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});
