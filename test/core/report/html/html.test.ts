import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../src/core/report/index.ts';
import { reports } from '../arbitrary.ts';
import * as sample from '../samples.ts';
import { ALIGNED, same, side } from './samples.ts';

type Node = DefaultTreeAdapterTypes.Node;

interface Parsed {
  readonly names: Map<string, number>;
  readonly attributes: Set<string>;
  readonly ids: string[];
  readonly targets: string[];
  readonly text: string;
}

/** Everything there is in a page. */
function parsed(html: string): Parsed {
  const found = {
    names: new Map<string, number>(),
    attributes: new Set<string>(),
    ids: [] as string[],
    targets: [] as string[],
  };
  const texts: string[] = [];
  const stack: Node[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('attrs' in node) {
      found.names.set(node.nodeName, (found.names.get(node.nodeName) ?? 0) + 1);
      for (const { name, value } of node.attrs) {
        found.attributes.add(name);
        if (name === 'id') found.ids.push(value);
        if (name === 'href') found.targets.push(value);
      }
    }
    if ('value' in node) texts.unshift(node.value);
    if ('childNodes' in node) stack.push(...node.childNodes);
  }
  return { ...found, text: texts.join('') };
}

const OURS = new Set(
  'html head meta title style body header main footer section h1 h2 h3 p span div a bdi table thead tbody tr th td ol li del ins details summary'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id href scope aria-labelledby aria-hidden tabindex style dir data-side'.split(
    ' ',
  ),
);

const page = htmlReport({ results: [sample.DOCTORED] }, [ALIGNED]);

describe('the HTML report', () => {
  it('is as its golden file', async () => {
    await expect(page).toMatchFileSnapshot('../golden/doctored.html');
  });

  it('forbids everything but its style sheet, and names nothing outside itself', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`,
    );
    expect(page).not.toMatch(/<script|\bsrc=|url\(|@import|https?:/u);
  });

  it('links each failing finding to its words and back', () => {
    const { ids, targets } = parsed(page);
    for (const finding of [1, 2, 3, 4]) {
      expect(ids).toContain(`e1-${finding}`);
      expect(ids).toContain(`w1-${finding}`);
      expect(targets).toContain(`#w1-${finding}`);
    }
    expect(targets).toContain('#e1-1');
  });

  it('has no name twice and no link into nothing', () => {
    const { ids, targets } = parsed(page);
    expect(new Set(ids).size).toBe(ids.length);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  it('folds what is unchanged and what lies around, with what was folded in words', () => {
    const { text, names } = parsed(page);
    expect(names.get('details')).toBe(3);
    expect(text).toContain('7 passages unchanged (56 words)');
    expect(text).toContain('8 words around the interview, not judged');
  });

  it('says in words what colours show', () => {
    const { text } = parsed(page);
    for (const words of [
      'Changed',
      'Left out of the copy',
      'Foreign block: h3.teaser',
      'it now stands here',
      'in the transcript it stands here',
      '[something is left out here]',
      '[the copy adds something here]',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('1 of 1 mark of withheld words is kept. The notice is removed.');
  });

  it('holds nothing but our elements, whatever the words', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const html = htmlReport(report);
        const { names, attributes } = parsed(html);
        for (const name of names.keys()) expect(OURS).toContain(name);
        for (const name of attributes) expect(ATTRIBUTES).toContain(name);
        expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066\u2067]/u);
      }),
    );
  });

  it('shows hostile words of both texts as words', () => {
    const evil = '</p><script>alert(1)</script><img src=x onerror=alert(2)> \u202E\u001b[2J';
    const row = {
      relation: { by: 'set-off' as const, what: '<b>' },
      role: null,
      sealed: null,
      copy: [side(evil, '<i>Mira</i>', 1, [{ start: 4, end: 12, kind: 'other' as const, finding: 99 }])],
      findings: [-1, 7],
    };
    const html = htmlReport({ results: [sample.DOCTORED] }, [{ ...ALIGNED, rows: [row] }]);
    const { names, text } = parsed(html);
    for (const name of names.keys()) expect(OURS).toContain(name);
    expect(text).toContain('<i>Mira</i>:');
    expect(text).toContain('onerror=alert(2)> [U+202E]␛[2J');
  });

  it('survives ranges that overlap or leave the text', () => {
    const changes = [
      { start: 0, end: 4, kind: 'replaced' as const, finding: null },
      { start: 2, end: 6, kind: 'replaced' as const, finding: null },
      { start: 8, end: 99, kind: 'replaced' as const, finding: null },
    ];
    const row = { ...same('', 'speech', null, 1), sealed: side('some words', null, 1, changes) };
    const { text } = parsed(htmlReport({ results: [sample.DOCTORED] }, [{ ...ALIGNED, rows: [row] }]));
    expect(text).toContain('some] ');
    expect(text).toContain(' words');
  });

  it('writes a hundred thousand words in a moment', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) =>
      same('one two three four five '.repeat(10), 'speech', 'Mira', i + 1),
    );
    const started = performance.now();
    const html = htmlReport({ results: [sample.result()] }, [{ rows, marks: { sealed: 0, kept: 0 }, notice: 'kept' }]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(parsed(html).text).toContain('2,000 passages unchanged (100,000 words)');
  });
});
