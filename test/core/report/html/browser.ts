/** A real Chromium for the tests of pages, and what no page of ours may have. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../../src/render/chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(process.env) ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

/** The widths and schemes that every page is looked at in. */
export const SIGHTS = [
  [390, 'dark'],
  [820, 'light'],
  [1280, 'dark'],
  [1280, 'light'],
] as const;

/** What hinders a reader of an open page: words beyond its edge, and what axe-core finds. Everything is unfolded first. */
export async function barriers(page: Page): Promise<readonly string[]> {
  for (const summary of await page.locator('summary').all()) await summary.click();
  const width = page.viewportSize()?.width ?? 0;
  const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
  // The page's own policy forbids scripts; a world beside it is not under it.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression: string) =>
    session.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
  await run(AXE);
  const { result } = await run('axe.run().then(({violations})=>violations.map(({id,nodes})=>id+" "+nodes[0].html))');
  const found: unknown = result.value;
  const violations = Array.isArray(found) ? found.map(String) : ['axe-core did not run'];
  return needed > width ? [`${needed} pixels wide`, ...violations] : violations;
}

/** Whether an open page prints: the beginning of the PDF. */
export async function printed(page: Page): Promise<string> {
  const pdf = await page.pdf({ format: 'A4' });
  return Buffer.from(pdf.subarray(0, 5)).toString();
}
