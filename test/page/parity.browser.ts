/** The reader’s page and the command line judge hundreds of tricks: both show the same findings in the same words. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/render/chromium.ts';
import { Folder } from '../cli/run.ts';
import { zipOf } from '../core/read/archive/make.ts';

const ROOT = 'fixtures/attacks';

let browser: Browser;
let folder: Folder;
let copies: readonly string[];
beforeAll(async () => {
  folder = new Folder();
  copies = readdirSync(ROOT).map(copyOf);
  folder.run(['manifest', ...transcripts()]);
  folder.run(['page', '--with-transcript', '--with-pdf', '--output', 'words.html']);
  folder.run(['page', '--with-pdf', '--output', 'digests.html']);
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await chromium.launch({ executablePath: findBrowser(process.env) ?? '', args });
});
afterAll(async () => {
  await browser.close();
  folder.remove();
});

function fileOf(name: string, stem: string): string {
  const found = readdirSync(join(ROOT, name)).find((one) => one.startsWith(`${stem}.`)) ?? '';
  return join(ROOT, name, found);
}

/** Writes the copy of one trick under a name of its own; one that is a folder is the inside of an archive. */
function copyOf(name: string): string {
  const file = fileOf(name, 'copy');
  const copy = `${name}${file.slice(file.lastIndexOf('.'))}`;
  folder.write(copy, statSync(file).isFile() ? readFileSync(file) : zipOf(partsBelow(file)));
  return copy;
}

function partsBelow(file: string): Readonly<Record<string, string>> {
  const names = readdirSync(file, { recursive: true, encoding: 'utf8' }).filter((one) =>
    statSync(join(file, one)).isFile(),
  );
  const sorted = names.toSorted((one, other) => Number(other === 'mimetype') - Number(one === 'mimetype'));
  return Object.fromEntries(sorted.map((one) => [one, readFileSync(join(file, one), 'utf8')]));
}

/** Writes the tricks' transcripts, each once. */
function transcripts(): readonly string[] {
  const texts = new Set(readdirSync(ROOT).map((name) => readFileSync(fileOf(name, 'transcript'), 'utf8')));
  return [...texts].map((text, i) => {
    folder.write(`transcript-${i}.txt`, text);
    return `transcript-${i}.txt`;
  });
}

/** What the command line shows of each copy. */
async function shownByProgram(): Promise<readonly string[]> {
  folder.run(['verify', ...copies, '--format', 'html', '--output', 'report.html']);
  const page = await browser.newPage();
  await page.goto(`file://${join(folder.path, 'report.html')}`);
  const sections = await page.locator('main section').allTextContents();
  await page.close();
  return sections;
}

/** What the page shows of each copy. */
async function shownByPage(name: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.goto(`file://${join(folder.path, name)}`);
  const sections: string[] = [];
  for (const copy of copies) sections.push(await judgedOn(page, copy));
  await page.close();
  return sections;
}

async function judgedOn(page: Page, copy: string): Promise<string> {
  await page.evaluate('document.querySelector("#outcome").textContent = ""');
  await page.setInputFiles('#chosen', join(folder.path, copy));
  await page.waitForSelector('#outcome:not([aria-busy]) h2', { state: 'attached' });
  return (await page.locator('#outcome section').textContent()) ?? '';
}

/** Hundreds of copies, each judged twice. */
const TIMEOUT = 600_000;

describe('the page and the program', () => {
  it(
    'show the same with the transcripts at hand',
    async () => {
      const [program, page] = [await shownByProgram(), await shownByPage('words.html')];
      expect(program.length).toBe(copies.length);
      for (const [i, copy] of copies.entries()) expect([copy, page[i]]).toEqual([copy, program[i]]);
    },
    TIMEOUT,
  );

  it(
    'show the same with the digests alone',
    async () => {
      for (const name of transcripts()) folder.write(name, '');
      const [program, page] = [await shownByProgram(), await shownByPage('digests.html')];
      // The program says besides why the transcript is not at hand; the page was made without it.
      const alike = (text: string | undefined) => text?.replace(/[^.:]*(?:not at hand|no longer)[^.]*\./gu, '');
      expect(program.length).toBe(copies.length);
      for (const [i, copy] of copies.entries()) expect([copy, alike(page[i])]).toEqual([copy, alike(program[i])]);
    },
    TIMEOUT,
  );
});
