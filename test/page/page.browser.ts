/** The reader's page in a real Chromium, opened from a file: it says what the command line says, and sends nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/render/chromium.ts';
import { DOCTORED, Folder, INTERVIEW } from '../cli/run.ts';
import { docxOf, paragraph, run } from '../core/read/docx/make.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder: Folder;
beforeAll(async () => {
  folder = new Folder({ 'ferry.txt': INTERVIEW, 'copy.txt': DOCTORED });
  folder.run(['manifest', 'ferry.txt']);
  folder.run(['page', '--output', 'digests.html']);
  folder.run(['page', 'ferry.txt', '--with-transcript', '--output', 'words.html']);
  folder.run(['page', '--with-pdf', '--output', 'pdf.html']);
  folder.write('verbatim.config.json', JSON.stringify({ allow: ['excerpt', 'case-changed'], deny: ['label-missing'] }));
  folder.run(['page', '--with-transcript', '--output', 'loose.html']);
  amended();
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await chromium.launch({ executablePath: findBrowser(process.env) ?? '', args });
});
afterAll(async () => {
  await browser.close();
  folder.remove();
});

/** A page for a text that was sealed twice. */
function amended(): void {
  const twice = new Folder({ 'ferry.txt': INTERVIEW });
  twice.run(['manifest', 'ferry.txt']);
  twice.write('ferry.txt', INTERVIEW.replace('four of them', 'five of them'));
  twice.run(['manifest', 'ferry.txt', '--amend', 'A number was wrong.']);
  folder.write('amended.html', twice.run(['page']).stdout);
  twice.remove();
}

/** The page on which `dropped` was dropped, as text. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const file = JSON.stringify(Buffer.from(bytes).toString('base64'));
  await page.evaluate(`(() => {
    document.querySelector('#outcome').textContent = '';
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(${file}), (one) => one.charCodeAt(0))], ${JSON.stringify(name)}));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
  await page.waitForSelector('#outcome:not([aria-busy]) h2');
  return page.innerText('#outcome');
}

/** The page, with every request it makes beyond itself. */
async function open(name: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => problems.push(message.text()));
  await page.goto(`file://${join(folder.path, name)}`);
  return { page, requests, problems };
}

async function paste(page: Page, text: string): Promise<string> {
  await page.fill('#pasted', text);
  await page.click('button');
  await page.waitForSelector('#outcome:not([aria-busy]) h2');
  return page.innerText('#outcome');
}

describe('the reader’s page', () => {
  it.each(['digests.html', 'words.html'])('knows a faithful text (%s)', async (name) => {
    const { page, requests, problems } = await open(name);
    const text = await paste(page, INTERVIEW);
    expect(text).toMatch(/^pasted text ✓ verbatim/u);
    expect(await paste(page, INTERVIEW.replaceAll('\n\n', '\n\n\n').replaceAll("'", '’'))).toContain('✓ verbatim');
    expect([requests.length, problems]).toEqual([1, []]);
    await page.close();
  });

  it('shows what the command line shows', async () => {
    const { page } = await open('words.html');
    await paste(page, DOCTORED);
    const { stdout } = folder.run(['verify', 'copy.txt', '--format', 'html']);
    const there = await browser.newPage();
    await there.setContent(stdout);
    const clean = (text: string) => text.replaceAll('pasted text', 'copy.txt');
    expect(clean(await page.innerText('#outcome section'))).toBe(await there.innerText('main section'));
    expect(await page.innerText('#outcome')).toContain('✗ altered');
    expect(await page.locator('#outcome ins, #outcome del, #outcome .gap').count()).toBeGreaterThan(0);
    await there.close();
    await page.close();
  });

  it('names the passage that differs where it has digests only', async () => {
    const { page } = await open('digests.html');
    expect(await paste(page, DOCTORED)).toContain('✗ altered');
    expect(readFileSync(join(folder.path, 'digests.html'), 'utf8')).not.toContain('letter they sent');
    await page.close();
  });

  it('reads a dropped Word document', async () => {
    const { page } = await open('words.html');
    const paragraphs = DOCTORED.trim()
      .split('\n\n')
      .map((text) => paragraph(run(text)));
    const text = await drop(page, 'copy.docx', docxOf(paragraphs.join('')));
    expect(text).toMatch(/^copy\.docx ✗ altered/u);
    expect(text).toContain('Word left out (1)');
    await page.close();
  });

  it('takes hostile words for words', async () => {
    const { page, requests, problems } = await open('words.html');
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await paste(page, `${DOCTORED}\n\nQ: ${evil}\n`);
    expect(await page.locator('#outcome img, #outcome script').count()).toBe(0);
    expect(await page.title()).toBe('Check a copy');
    expect([requests.length, problems]).toEqual([1, []]);
    await page.close();
  });

  it('lets nothing out, even where its own scripts are asked to', async () => {
    const { page, problems } = await open('words.html');
    const failed = await page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'out', () => 'held')");
    expect(failed).toBe('held');
    expect(problems.join('\n')).toMatch(/Content Security Policy/u);
    await page.close();
  });

  it('reads a dropped PDF where the publisher has put in what reads them', async () => {
    const text = Buffer.from(readFileSync('fixtures/formats/beekeeper/office.pdf'));
    const light = await open('digests.html');
    expect(await drop(light.page, 'a.pdf', text)).toMatch(/a\.pdf \? unreadable[\s\S]*program verbatim/u);
    expect(await light.page.innerText('header')).toContain('PDFs are for the program verbatim');
    await light.page.close();
    const { page, requests, problems } = await open('pdf.html');
    expect(await drop(page, 'a.pdf', text)).toMatch(/^a\.pdf ✗ unmatched/u);
    expect(await drop(page, 'b.pdf', Buffer.from('%PDF-1.4\n'))).toMatch(/^b\.pdf \? unreadable/u);
    expect([requests.length, problems]).toEqual([1, []]);
    await page.close();
  });

  it('shows the words once a reader has handed over the transcript', async () => {
    const { page } = await open('digests.html');
    expect(await page.innerText('header')).toContain('Whoever has the sealed transcript can drop it here first');
    await drop(page, 'copy.txt', Buffer.from(DOCTORED));
    expect(await page.locator('#outcome .texts.digests').count()).toBe(1);
    expect(await page.locator('#outcome del, #outcome .gap').count()).toBe(0);
    expect(await drop(page, 'theirs.txt', Buffer.from(INTERVIEW))).toMatch(/^theirs\.txt ✓ verbatim/u);
    expect(await drop(page, 'copy.txt', Buffer.from(DOCTORED))).toContain('Word left out (1)');
    expect(await page.locator('#outcome .texts.digests').count()).toBe(0);
    expect(await page.locator('#outcome .row.changed .gap').count()).toBe(1);
    await page.close();
  });

  it('allows and denies what the publisher does, and says so', async () => {
    const { page } = await open('loose.html');
    const head = await page.innerText('header');
    expect(head).toContain('lets these pass: excerpt, “Capitals changed” (case-changed).');
    expect(head).toContain(
      'does not let these pass, though by themselves they would: “Labels left out” (label-missing).',
    );
    const excerpt = INTERVIEW.slice(INTERVIEW.indexOf('Q: What happened'));
    const unlabelled = INTERVIEW.replaceAll('Q: ', '');
    expect(await paste(page, excerpt)).toMatch(/^pasted text ✓ excerpt/u);
    expect(await paste(page, unlabelled)).toMatch(/^pasted text ✗ verbatim/u);
    expect(await paste(page, DOCTORED)).toMatch(/^pasted text ✗ altered/u);
    await page.close();
    const strict = await open('words.html');
    expect(await strict.page.innerText('header')).not.toContain('publisher');
    expect(await paste(strict.page, excerpt)).toMatch(/^pasted text ✗ excerpt/u);
    expect(await paste(strict.page, unlabelled)).toMatch(/^pasted text ✓ verbatim/u);
    await strict.page.close();
  });

  it('names the older version that a copy still gives', async () => {
    const { page } = await open('amended.html');
    await paste(page, INTERVIEW);
    expect(await page.locator('#outcome').textContent()).toMatch(
      /verbatim with .*, which was superseded because of this: “A number was wrong\.”/u,
    );
    await page.close();
  });

  it.each([
    [390, 'dark'],
    [800, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const)('fits %i pixels and has no barrier, %s', async (width, scheme) => {
    const { page } = await open('words.html', width, scheme);
    await paste(page, DOCTORED);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    await session.send('Runtime.evaluate', { expression: AXE, contextId });
    const expression = 'axe.run().then(({violations})=>violations.map(({id,nodes})=>id+" "+nodes[0].html))';
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    expect(result.value).toEqual([]);
    await page.close();
  });

  it('refuses to carry a transcript that is not the sealed one', () => {
    const other = new Folder({ 'ferry.txt': INTERVIEW });
    other.run(['manifest', 'ferry.txt']);
    other.write('ferry.txt', DOCTORED);
    const { status, stdout, stderr } = other.run(['page', '--with-transcript']);
    other.remove();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('not there with its sealed bytes');
  });
});
