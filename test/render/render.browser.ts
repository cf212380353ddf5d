/** `verify --render` in a real Chromium: what a page shows is judged, and nothing of it gets out. */
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW } from '../cli/run.ts';
import { NOT_SHOWN, NOT_SHOWN_EVERYWHERE, PARAGRAPHS, PUT_IN, page, SHOWN } from './pages.ts';

interface Told {
  readonly code: string;
  readonly message: string;
}

interface Row {
  readonly verdict: string;
  readonly findings: readonly Told[];
}

let folder: Folder;
beforeAll(() => {
  folder = new Folder({ 'interview.txt': INTERVIEW });
});
afterAll(() => folder.remove());

function run(names: readonly string[], more: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return folder.run(['verify', ...names, '--against', 'interview.txt', '--render', ...more], { env });
}

/** The rows of several pages, all shown by one browser. */
function rows(pages: Readonly<Record<string, string>>): ReadonlyMap<string, Row> {
  const names = Object.keys(pages).map((name) => `${name.replaceAll(' ', '-')}.html`);
  for (const [i, html] of Object.values(pages).entries()) folder.write(names[i] ?? '', html);
  const { results } = JSON.parse(run(names, ['--format', 'json']).stdout);
  return new Map(Object.keys(pages).map((name, i) => [name, results[i]]));
}

/** A page saved as one file, as browsers write it. */
function archive(html: string, sheets: Readonly<Record<string, string>>): string {
  const part = (type: string, address: string, text: string) =>
    `--cut\r\nContent-Type: ${type}\r\nContent-Location: ${address}\r\n\r\n${text}\r\n`;
  const parts = Object.entries(sheets).map(([address, css]) => part('text/css', address, css));
  const page = part('text/html; charset=utf-8', 'https://example.org/', html);
  return `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n${page}${parts.join('')}--cut--\r\n`;
}

function codes(row: Row | undefined): readonly string[] {
  return row?.findings.map(({ code }) => code) ?? [];
}

describe('verify --render', () => {
  it('passes what is shown as it was said, however it is laid out', () => {
    for (const [name, row] of rows(SHOWN)) expect([name, row.verdict, codes(row)]).toEqual([name, 'verbatim', []]);
  });

  it('finds the word that is in the file and not on the screen, and tells of both', () => {
    for (const [name, row] of rows(NOT_SHOWN)) {
      expect([name, row.verdict]).toEqual([name, 'altered']);
      expect(codes(row)).toContain('word-omitted');
      const told = row.findings.find(({ code }) => code === 'drawn-otherwise');
      // Browsers leave out the grounds of what they print.
      const isUnprinted = name === 'painted over' || name === 'behind its own box';
      const where = isUnprinted ? ' on a wide screen and on a narrow screen' : '';
      expect([name, told?.message]).toEqual([name, `The file has “not” here, and a browser shows nothing${where}.`]);
    }
  });

  it('tells the words that a reader sees in one view and not in another', () => {
    const pages = Object.entries(NOT_SHOWN_EVERYWHERE).flatMap(([where, some]) =>
      some.map((html, i) => [`${where} ${i}`, html]),
    );
    for (const [name, row] of rows(Object.fromEntries(pages))) {
      expect([name, row.verdict]).toEqual([name, 'altered']);
      const told = row.findings.find(({ code }) => code === 'drawn-otherwise');
      expect(told?.message).toBe(`The file has “not” here, and a browser shows nothing ${name.slice(0, -2)}.`);
    }
  });

  it('reads the words that a style sheet puts in', () => {
    for (const [word, row] of rows(PUT_IN)) {
      expect([word, row.verdict, codes(row)]).toEqual([word, 'altered', ['word-added', 'drawn-otherwise']]);
      expect(row.findings[0]?.message).toContain(word);
    }
  });

  it('does not pass a doctored file that a script sets right', () => {
    const doctored = PARAGRAPHS.replace('<b>not</b>', '<b>gladly</b>');
    const row = rows({ repaired: page({ body: doctored, script: 'document.querySelector("b").textContent="not"' }) });
    expect(codes(row.get('repaired'))).toEqual(['word-substituted', 'drawn-otherwise']);
    expect(row.get('repaired')?.findings[1]?.message).toBe('The file has “gladly” here, and a browser shows “not”.');
  });

  it('judges words that only scripts write, and says so', () => {
    const script = `document.querySelector("main").innerHTML=${JSON.stringify(PARAGRAPHS)}`;
    const written = rows({ written: page({ body: '', script }) }).get('written');
    expect([written?.verdict, codes(written)]).toEqual(['suspect', ['drawn-otherwise']]);
    const changed = rows({ changed: page({ body: '', script: script.replace('<b>not</b>', '') }) }).get('changed');
    expect(changed?.verdict).toBe('altered');
    expect(codes(changed)).toContain('word-omitted');
  });

  it('says what is drawn and is not text', () => {
    const behind = '<canvas width=200 height=50></canvas><iframe srcdoc="<p>Weather</p>"></iframe>';
    const row = rows({ drawn: page({ behind }) }).get('drawn');
    expect(codes(row)).toEqual(['not-evaluated', 'not-evaluated']);
    const told = row?.findings.map(({ message }) => message).join('\n');
    expect(told).toMatch(/1 frame[\s\S]*1 canvas element that can show words/u);
  });

  it('gives up on a page that never rests, as a row of its own', () => {
    const pages = { busy: page({ script: 'setTimeout(()=>{for(;;);},10)' }), after: SHOWN.plain };
    const found = rows(pages);
    expect([found.get('busy')?.verdict, codes(found.get('busy'))]).toEqual(['unreadable', ['not-shown']]);
    expect(found.get('after')?.verdict).toBe('verbatim');
  });

  it('lets no request out, by whatever way a page tries', async () => {
    const met: string[] = [];
    const server = createServer((request, response) => {
      met.push(request.url ?? '');
      response.end('body{display:none}');
    }).on('upgrade', () => met.push('socket'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/alive`);
    const at = `//127.0.0.1:${port}`;
    folder.write('secret.css', '#letter b{display:none}');
    const leaks = page({
      behind: `<link rel=stylesheet href="http:${at}/css"><link rel=preconnect href="http:${at}"><img src="http:${at}/img">
        <link rel=stylesheet href="../secret.css"><link rel=stylesheet href="file://${folder.path}/secret.css"><iframe src="http:${at}/frame"></iframe>`,
      script: `fetch("http:${at}/fetch").catch(()=>{});new WebSocket("ws:${at}/socket");navigator.sendBeacon("http:${at}/beacon","x");
        new Image().src="http:${at}/image";window.open("http:${at}/window");
        new RTCPeerConnection({iceServers:[{urls:"stun:127.0.0.1:${port}"}]}).createDataChannel("x");
        setTimeout(()=>{location.href="http:${at}/away"},50)`,
    });
    folder.write('pages/leaks.html', leaks);
    const { stdout } = await new Promise<{ stdout: string }>((done) =>
      setTimeout(() => done(run(['pages/leaks.html'], ['--format', 'json'])), 0),
    );
    await new Promise((done) => setTimeout(done, 300));
    server.close();
    expect(met).toEqual(['/alive']);
    const [row] = JSON.parse(stdout).results;
    expect(row.verdict).toBe('verbatim');
    expect(row.findings.map(({ message }: Told) => message).join('\n')).toMatch(
      /style sheets that the browser did not get/u,
    );
  });

  it('shows a page with the sheets and scripts that were saved beside it', () => {
    folder.write('saved_files/site.css', '@import "more.css";');
    folder.write('saved_files/more.css', '@media(max-width:600px){#letter b{display:none}}');
    folder.write('saved_files/site.js.download', 'document.querySelector("h1").textContent="Ferry"');
    const behind =
      '<link rel=stylesheet href="./saved_files/site.css"><script src="saved_files/site.js.download"></script>';
    const row = rows({ saved: page({ behind }) }).get('saved');
    expect(row?.findings.map(({ message }) => message).join('\n')).toMatch(
      /“not” here, and a browser shows nothing on a narrow screen/u,
    );
    expect(codes(row)).not.toContain('not-evaluated');
  });

  it('hands over nothing else that lies there', () => {
    const hides = '#letter b{display:none}';
    for (const name of ['saved/.hidden.css', 'saved/.git/a.css', 'saved/words.txt', 'outside.css', 'out/a.css'])
      folder.write(name, hides);
    symlinkSync(join(folder.path, 'outside.css'), join(folder.path, 'saved/link.css'));
    symlinkSync(join(folder.path, 'out'), join(folder.path, 'saved/folder'));
    const addresses = ['.hidden.css', '.git/a.css', 'words.txt', '../outside.css', '%2e%2e%2foutside.css', 'link.css'];
    const behind = [...addresses, 'folder/a.css', '%5c..%5coutside.css', `${folder.path}/outside.css`]
      .map((address) => `<link rel=stylesheet href="${address}">`)
      .join('');
    const script = 'fetch("a.css").then(r=>r.text()).then(t=>document.querySelector("b").textContent=t)';
    folder.write('saved/a.css', 'b{}');
    folder.write('saved/page.html', page({ behind, script }));
    const [row] = JSON.parse(run(['saved/page.html'], ['--format', 'json']).stdout).results;
    expect([row.verdict, row.findings.map(({ code }: Told) => code)]).toEqual([
      'verbatim',
      ['not-evaluated', 'not-evaluated'],
    ]);
    expect(row.findings[0].message).toContain('9 external style sheets that the browser did not get');
  });

  it('shows the page in an archive with its own sheets, and runs nothing in it', () => {
    const sheets = {
      'https://example.org/a.css': 'h1{color:#333}',
      'cid:css-1@mhtml.blink': '@media(max-width:600px){b{display:none}}',
    };
    const links = Object.keys(sheets).map((address) => `<link rel="stylesheet" href="${address}">`);
    const html = page({ behind: links.join(''), script: 'document.querySelector("main").textContent=""' });
    folder.write('saved.mhtml', archive(html, sheets));
    folder.write('plain.mhtml', archive(html, { ...sheets, 'cid:css-1@mhtml.blink': 'b{color:#333}' }));
    const [hiding, plain] = JSON.parse(run(['saved.mhtml', 'plain.mhtml'], ['--format', 'json']).stdout).results;
    expect(hiding.findings.map(({ message }: Told) => message)).toContain(
      'The file has “not” here, and a browser shows nothing on a narrow screen.',
    );
    expect([plain.verdict, plain.findings]).toEqual(['verbatim', []]);
  });

  it('shows a page from standard input, which lies in no folder', () => {
    const args = ['verify', '-', '--against', 'interview.txt', '--render', '--format', 'json'];
    const { status, stdout } = folder.run(args, { input: page({ behind: '<link rel=stylesheet href="a.css">' }) });
    const [row]: readonly Row[] = JSON.parse(stdout).results;
    expect([status, row?.verdict, codes(row)]).toEqual([0, 'verbatim', ['not-evaluated']]);
  });

  it('recognises nothing where neither the file nor the browser shows a word of it', () => {
    const strange = rows({ strange: page({ body: '<p>Nothing of the kind was ever asked here, or said.</p>' }) });
    expect(strange.get('strange')?.verdict).toBe('unmatched');
  });

  it('says of a file that cannot be read what it says without a browser', () => {
    const deep = rows({ deep: `<!doctype html>${'<div>'.repeat(20_000)}${PARAGRAPHS}` }).get('deep');
    expect([deep?.verdict, codes(deep)]).toEqual(['unreadable', ['too-deep']]);
  });

  it('says how to get a browser where there is none', () => {
    folder.write('plain.html', SHOWN.plain);
    const none = run(['plain.html'], [], { PATH: '/nonexistent' });
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toMatch(/needs Chromium or Chrome.*CHROME_PATH/u);
    const wrong = run(['plain.html'], [], { CHROME_PATH: '/nonexistent/chromium' });
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  });

  it('judges other formats as they are, and says that it did', () => {
    const { status, stderr } = run(['interview.txt']);
    expect(status).toBe(0);
    expect(stderr).toContain('--render shows web pages only');
  });
});
