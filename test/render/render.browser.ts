/** `verify --render` in a real Chromium: what a page shows is judged, and nothing of it gets out. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW } from '../cli/run.ts';
import { NOT_SHOWN, PARAGRAPHS, page, SHOWN } from './pages.ts';

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
      expect([name, told?.message]).toEqual([name, 'The file has “not” here, and a browser shows nothing.']);
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

  it('does not look away where it cannot look in', () => {
    const script =
      'document.querySelector("#letter").attachShadow({mode:"closed"}).innerHTML="I did sign the letter they sent around in March."';
    const row = rows({ closed: page({ script }) }).get('closed');
    expect(row?.verdict).toBe('suspect');
    expect(codes(row)).toEqual(expect.arrayContaining(['hidden-text', 'drawn-otherwise', 'not-evaluated']));
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
        <link rel=stylesheet href="secret.css"><link rel=stylesheet href="file://${folder.path}/secret.css"><iframe src="http:${at}/frame"></iframe>`,
      script: `fetch("http:${at}/fetch").catch(()=>{});new WebSocket("ws:${at}/socket");navigator.sendBeacon("http:${at}/beacon","x");
        new Image().src="http:${at}/image";window.open("http:${at}/window");
        new RTCPeerConnection({iceServers:[{urls:"stun:127.0.0.1:${port}"}]}).createDataChannel("x");
        setTimeout(()=>{location.href="http:${at}/away"},50)`,
    });
    folder.write('leaks.html', leaks);
    const { stdout } = await new Promise<{ stdout: string }>((done) =>
      setTimeout(() => done(run(['leaks.html'], ['--format', 'json'])), 0),
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
