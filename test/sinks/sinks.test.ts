/** Hostile names and hostile words through the built program, in every form of its report: none of them reaches the sink as code. */
import { spawnSync } from 'node:child_process';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW, PROGRAM } from '../cli/run.ts';

const FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;

/** Words that are code to some reader of a report. */
const ESCAPES = '\u001b[2J\u001b[31mVERIFIED\u001b[0m \u001b]0;title\u0007 \u009b31m';
const HOSTILE = [
  '::error file=x,line=1::forged ##[error]forged %0A::set-output name=a::b',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> </style><style>*{display:none}</style>',
  '"/><failure message="forged"/> ]]> <![CDATA[ &amp; &lt; <!-- --> <?xml?>',
  '[click](javascript:alert(1)) ![x](http://example.org/x.png) | a | b | ``` ` **bold** @everyone #1',
  '$\u007bjndi:ldap://example.org/a} $(id) `id` %s%n %x {{constructor}} \\u001b[31m',
  '__proto__ constructor prototype toString',
] as const;
const NAMES = [
  'a<script>alert(1)<\u2044script>.txt',
  '::error::b.txt',
  'c\u001b[31m.txt',
  'd"onclick="e.txt',
  'f]]>&lt;.txt',
  'g|h`i`[j](k).txt',
  '__proto__.txt',
  'l%0Am.txt',
  'n\no.txt',
  '--output.txt',
] as const;

const folder = new Folder({
  'interview.txt': INTERVIEW,
  ...Object.fromEntries(
    NAMES.map((name, i) => [name, INTERVIEW.replace('not sign', `sign ${HOSTILE[i % HOSTILE.length]}`)]),
  ),
});
afterAll(() => folder.remove());

function report(format: string, ...more: readonly string[]): string {
  const args = ['verify', '--against', 'interview.txt', '--format', format, ...more, '--', ...NAMES];
  const { stdout, stderr, status } = folder.run(args);
  expect(stderr, stderr).toBe('');
  expect(status).toBe(1);
  return stdout;
}

/** Everything a terminal or a parser would take for a control but tab and line end. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/;

describe.each(FORMATS)('%s', (format) => {
  const out = report(format);

  it('holds no control characters', () => {
    expect(CONTROLS.exec(out)).toBeNull();
  });

  it('names every copy', () => {
    expect(out.match(/proto/g)?.length ?? 0).toBeGreaterThan(0);
  });
});

it('holds no escape that a copy brought, even in colour', () => {
  const out = report('text', '--color', 'always');
  expect(CONTROLS.exec(out.replaceAll(/\u001b\[[\d;]*m/g, ''))).toBeNull();
  expect(out).not.toContain('\u001b[2J');
});

it('gives no workflow command of a copy’s own', () => {
  const lines = report('github').split('\n');
  for (const line of lines.filter((one) => /^\s*(?:::|##\[)/.test(one))) {
    expect(line).toMatch(/^::(?:error|warning|notice|group|endgroup)(?:\s|::)/);
    expect(line.split('::').slice(0, 2).join('::')).not.toContain('set-output');
  }
  expect(lines.filter((line) => /forged/.test(line) && /^\s*(?:::error::forged|##\[)/.test(line))).toEqual([]);
});

it('gives XML that is well formed, with as many failures as copies that fail', () => {
  const parser = new SaxesParser();
  const elements: string[] = [];
  const faults: string[] = [];
  parser.on('error', (error) => faults.push(error.message));
  parser.on('opentag', ({ name }) => elements.push(name));
  parser.write(report('junit')).close();
  expect(faults).toEqual([]);
  expect(elements.filter((name) => name === 'testcase').length).toBeGreaterThanOrEqual(NAMES.length);
});

it('gives JSON and SARIF that parse, with names as they are', () => {
  const { results } = JSON.parse(report('json'));
  expect(results.map(({ copy }: { copy: string }) => copy).length).toBe(NAMES.length);
  expect(Object.keys(JSON.parse(report('sarif')))).toContain('runs');
  expect({}).not.toHaveProperty('forged');
});

it('gives a page without a script, a handler or a style of a copy’s own', () => {
  const out = report('html');
  expect(out).not.toMatch(/<script(?![^>]*\btype="application\/json")|<img|<iframe|javascript:alert\(1\)"/i);
  expect(out).not.toMatch(/<[^>]{0,400}\son(?:click|error)\s*=/i);
  expect(out.match(/<style/g)?.length).toBe(1);
});

it('gives Markdown without a link, a picture or HTML of a copy’s own', () => {
  // What stands in a code span is shown as it is.
  const out = report('markdown').replaceAll(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
  expect(out).not.toMatch(/(?<!\\)<(?:script|img|style)\b/i);
  expect(out).not.toMatch(/(?<![\\`])!?\[(?:click|x)\]\((?:javascript|http)/);
});

describe('what controls in the words themselves do', () => {
  it.each(FORMATS)('%s', (format) => {
    const input = INTERVIEW.replace('not sign', `sign ${ESCAPES}`);
    const args = [PROGRAM, 'verify', '-', '--against', 'interview.txt', '--format', format];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder.path, input, encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(CONTROLS.exec(stdout)).toBeNull();
    expect(CONTROLS.exec(stderr)).toBeNull();
  });
});

describe('messages of errors', () => {
  it.each([
    [['verify', 'missing\u001b[2J.txt', '--against', 'interview.txt']],
    [['verify', 'interview.txt', '--against', '::error::x']],
    [['verify', 'interview.txt', '--against', 'interview.txt', '--allow', '\u001b[31m<script>']],
    [['explain', '\u009b31m::error::']],
    [['\u001b]0;x\u0007']],
    [['manifest', 'nobody\u001b[2J*.txt']],
  ])('%j', (args) => {
    const { stdout, stderr, status } = folder.run(args);
    expect(status).toBe(2);
    expect(CONTROLS.exec(stdout + stderr)).toBeNull();
    expect(stdout + stderr).not.toMatch(/^::/m);
  });
});
