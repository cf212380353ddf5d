import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { parse } from '../../../../src/core/read/markdown/parse.ts';
import { partEnd } from '../../../../src/core/read/markdown/parts.ts';
import { descendants } from '../../../../src/core/read/markdown/tree.ts';
import { processorTime } from '../../../processor-time.ts';

const whole = (source: string) =>
  fromMarkdown(source, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [
      gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml', 'toml']),
    ],
  });

const outline = (tree: Root) =>
  [...descendants(tree)].map((node: Nodes) => [
    node.type,
    node.position?.start.offset,
    // A fence that a list leaves open ends at the part's end: how many blank lines it takes along is no matter.
    'value' in node ? node.value.trimEnd() : '',
  ]);

const FILLER = `${'It was a long year. '.repeat(60)}\n\n`;
const piece = fc.constantFrom(
  'A [link][one] and a note[^n] here.\n\n',
  '**Q:** Why?\n\n',
  '- item\n- item\n\n  more\n\n',
  '1. question\n\nanswer\n\n',
  '> quoted\nlazy\n\n',
  '```\nfenced\n\nstill fenced\n',
  '```\n\n',
  '- ```\n  in a list\n\n',
  '<!-- a comment\n\nthat goes on\n',
  '-->\n\n',
  '<pre>\n\nraw\n\n',
  '</pre>\n\n',
  '<div>\n\n',
  '[one]: http://a.example\n\n',
  '[^n]: a note\n\n    goes on\n\n',
  '| a |\n|---|\n| b |\n\n',
  '---\n\n',
  'Heading\n===\n\n',
  'CRLF\r\n\r\nhere\r\n\r\n',
  FILLER,
  FILLER,
  FILLER,
  FILLER,
);

it('parses part by part to the same tree as all at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 8, maxLength: 30 }), async (pieces) => {
      const source = pieces.join('');
      expect(outline((await parse(source)).tree)).toEqual(outline(whole(source)));
    }),
    { numRuns: 80 },
  );
});

it('does cut', () => {
  const source = FILLER.repeat(20);
  expect(partEnd(source, 0)).toBeLessThan(6_000);
  expect(source.slice(0, partEnd(source, 0)).endsWith('\n\n')).toBe(true);
});

it('reads ten thousand numbered questions', async () => {
  const started = processorTime();
  const { tree } = await parse('1. Why did you go?\n\nI had to go. There was nothing left.\n\n'.repeat(5_000));
  expect(tree.children).toHaveLength(10_000);
  expect(processorTime() - started).toBeLessThan(30_000);
});
