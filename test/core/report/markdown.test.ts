import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { MARKDOWN_LIMIT, markdownReport } from '../../../src/core/report/markdown.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The kinds of nodes in a Markdown text, its tables, and its raw HTML. */
function parsed(markdown: string): { kinds: Set<string>; html: Set<string>; words: string[] } {
  const found = { kinds: new Set<string>(), html: new Set<string>(), words: [] as string[] };
  const stack: Node[] = [fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.kinds.add(node.type);
    if (node.type === 'html') found.html.add(node.value ?? '');
    if (node.type === 'text') found.words.push(node.value ?? '');
    stack.push(...(node.children ?? []));
  }
  return found;
}

const OURS = [
  'root',
  'heading',
  'paragraph',
  'text',
  'inlineCode',
  'table',
  'tableRow',
  'tableCell',
  'strong',
  'list',
  'listItem',
  'html',
  'emphasis',
];

describe('Markdown', () => {
  it('is as its golden file', async () => {
    await expect(markdownReport({ ...sample.MANY, texts: sample.TEXTS })).toMatchFileSnapshot('golden/report.md');
  });

  it('of hostile words is as its golden file', async () => {
    await expect(markdownReport({ results: [sample.HOSTILE] })).toMatchFileSnapshot('golden/hostile.md');
  });

  it('holds only what we put there: no link, picture, mention or element of the text', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { kinds, html, words } = parsed(markdownReport(report));
        for (const kind of kinds) expect(OURS).toContain(kind);
        for (const tag of html) expect(['<span>', '</span>']).toContain(tag);
        for (const text of words) expect(text).not.toMatch(/@\w|#\d|:\/\//u);
      }),
    );
  });

  it('is cut with a word where it would be too long', () => {
    const findings = Array.from({ length: 2_000 }, () => sample.AFRAID);
    const text = markdownReport({ results: [sample.result({ verdict: 'altered', pass: false, findings })] });
    expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
    expect(text).toMatch(/This report was cut here: [\d,]+ more entries would not fit/u);
  });
});
