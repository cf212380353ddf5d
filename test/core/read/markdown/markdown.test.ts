import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusingDepth } from '../../../../src/core/read/markdown/bounds.ts';
import { readMarkdown } from '../../../../src/core/read/markdown/index.ts';
import { sourceOffset } from '../../../../src/core/read/place.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { processorTime } from '../../../processor-time.ts';

const blocksOf = async (source: string) => (await readMarkdown(source)).blocks;
const texts = async (source: string) => (await blocksOf(source)).map(({ text }) => text);

describe('what is seen', () => {
  it.each([
    ['emphasis', '**Q:** *why* __you__', ['Q: why you']],
    [
      'links',
      '[what he said](http://a.example "title") [ref][r] [r] <http://b.example>\n\n[r]: http://c.example "not"',
      ['what he said ref r http://b.example'],
    ],
    ['pictures', 'a ![a portrait](x.png) b ![🙂](y.png)', ['a  b 🙂']],
    ['escapes and entities', 'R&amp;D \\* 5 &lt; 6 &#x2014; &copy;', ['R&D * 5 < 6 — ©']],
    ['code', '`not *this*`\n\n```js\na &amp;\n b\n```\n\n    c\n     d', ['not *this*', 'a &amp;\n b', 'c\n d']],
    ['line ends', 'hard  \nbreak\\\nsoft\nend\r\nCR', ['hard\nbreak\nsoft\nend\nCR']],
    ['struck words', 'I did ~~not~~ go', ['I did  go']],
    ['definitions', '[not]: # "hidden"\n\nseen', ['seen']],
    ['front matter', '---\ntitle: Not text\n\nnot: either\n---\n\nseen', ['seen']],
    ['comments', 'a <!-- not --> b\n\n<!-- wp:paragraph -->\nc\n<!-- /wp:paragraph -->', ['a  b', 'c']],
    ['marks', 'gone (*) and gone (*), **(*)** and [*]', ['gone (*) and gone (*), (*) and [*]']],
    ['a mark beside the sign that would stand for its star', '(*) \ue000 (*)', ['(*) \ue000 (*)']],
    ['an empty fence', '```\n```\n\na', ['a']],
    ['a declaration that never ends', 'a <!b c', ['a <!b c']],
    ['a picture in bold', '**![x](y)** a', [' a']],
    ['breaks and pictures beside raw HTML', 'a <i>b</i>\\\n![🙂](x) ![🙂][r] ![no][r]\n\n[r]: z', ['a b\n🙂 🙂']],
    ['emphasis in emphasis', `${'*a '.repeat(50)}${'a* '.repeat(50)}`, ['a '.repeat(100).trim()]],
    ['pictures in pictures', `${'!['.repeat(200)}a${'](x)'.repeat(200)} b`, [' b']],
    ['a fence with a blank line', '~~~\na\n\nb\n~~~', ['a\n\nb']],
  ])('%s', async (_, source, expected) => {
    expect(await texts(source)).toEqual(expected);
  });
});

describe('layout', () => {
  it('says kinds and containers', async () => {
    const source = '# Title\n\npara\n\n- a\n\n  b\n\n> quoted\n>\n> 1. c\n\n| x | y |\n|---|---|\n| z | w |';
    expect((await blocksOf(source)).map(({ kind, container, text }) => [kind, container, text])).toEqual([
      ['heading', '', 'Title'],
      ['paragraph', '', 'para'],
      ['list-item', 'ul', 'a'],
      ['list-item', 'ul', 'b'],
      ['quote', 'blockquote', 'quoted'],
      ['list-item', 'blockquote > ol', 'c'],
      ['cell', 'table', 'x'],
      ['cell', 'table', 'y'],
      ['cell', 'table', 'z'],
      ['cell', 'table', 'w'],
    ]);
  });

  it('marks bold stretches, line starts and breaks', async () => {
    const [block] = await blocksOf('**Anna Berg:** I was co-\noperating');
    expect(block).toMatchObject({ strong: [{ start: 0, end: 10 }], lineStarts: [21] });
    expect(block?.breaks).toEqual([{ kind: 'hyphen', start: 19, end: 21 }]);
  });

  it('keeps the numbers of lists where they can be words', async () => {
    expect(await texts('1984. That was the year.\n')).toEqual(['1984. That was the year.']);
    expect(await texts('1. Why?\n\nBecause.\n\n2. When?\n')).toEqual(['1. Why?', 'Because.', '2. When?']);
    const { blocks, caveats } = await readMarkdown('1. a\n2. b\n');
    expect(blocks.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(caveats).toMatchObject([{ kind: 'auto-number' }]);
  });

  it('puts footnotes last, in the order of their references, and hides those without', async () => {
    const { blocks, hidden } = await readMarkdown('a[^2] b[^1]\n\n[^1]: one\n[^2]: two\n[^3]: three\n\nc');
    expect(blocks.map(({ text, setOff }) => [text, setOff?.by ?? null])).toEqual([
      ['a b', null],
      ['c', null],
      ['two', 'footnote'],
      ['one', 'footnote'],
    ]);
    expect(hidden).toMatchObject([{ text: 'three', by: 'markup' }]);
  });

  it('sets off lists of nothing but links', async () => {
    const blocks = await blocksOf('- [a](x)\n- [b](y)\n\n---\n\n- [a](x)\n- see [b](y)');
    expect(blocks.map(({ setOff }) => setOff !== null)).toEqual([true, true, false, false]);
  });

  it('says that words were struck, and where', async () => {
    const { caveats } = await readMarkdown('one\n\nI did ~~not~~ go');
    expect(caveats).toEqual([{ kind: 'deleted-text', at: { block: 1, start: 6, end: 6 }, detail: '~~' }]);
  });

  it('keeps simple values of front matter', async () => {
    const { metadata } = await readMarkdown('---\nTitle: An interview\nlang: de\nnested: { a: b }\n---\nx');
    expect([...metadata]).toEqual([
      ['title', 'An interview'],
      ['lang', 'de'],
    ]);
  });
});

it('hides no footnote that has no words', async () => {
  const { blocks, hidden } = await readMarkdown('a\n\n[^1]: ![x](y)\n');
  expect([blocks.map(({ text }) => text), hidden]).toEqual([['a'], []]);
});

it.each([
  ['no list of keys', '---\n- a\n---\n\nb'],
  ['too long', `---\nt: ${'a'.repeat(70_000)}\n---\n\nb`],
])('keeps nothing of front matter that is %s', async (_, source) => {
  const { blocks, metadata } = await readMarkdown(source);
  expect([blocks.map(({ text }) => text), metadata.size]).toEqual([['b'], 0]);
});

it.each([
  ['[R&amp;D]', 'R&amp;D'],
  ['[a\\]b]', 'a\\]b'],
  ['[Straße]', 'STRASSE'],
])('finds the definition of %s far away', async (reference, label) => {
  const source = `[words]${reference}\n\n${'It was a long year. '.repeat(300)}\n\n[${label}]: x\n`;
  expect((await texts(source))[0]).toBe('words');
});

describe('raw HTML', () => {
  it('is honoured inside a paragraph and across blocks', async () => {
    const { format, blocks, hidden } = await readMarkdown(
      'I did <span hidden>not</span> &amp; go\n\n<div style="display:none">\n\nsecret **words**\n\n</div>\n\n- 5 < 6<br>next\n',
    );
    expect(format).toBe('markdown');
    expect(blocks.map(({ kind, text }) => [kind, text.replace(/ +/g, ' ')])).toEqual([
      ['paragraph', 'I did & go'],
      ['list-item', '5 < 6\nnext'],
    ]);
    expect(hidden.map(({ text }) => text)).toEqual(['not', 'secret words']);
  });

  it('leads back to the Markdown', async () => {
    const source = '> a <i>b</i>\n> c &amp; *d*\n\n`x < y` (*) <b>end</b>[^1]\n\n[^1]: the note\n';
    for (const { text, origin, kind } of await blocksOf(source)) {
      const found = [...text].map((_, i) => (origin === null ? '' : source.charAt(sourceOffset(origin, i))));
      expect(found.join('').replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
      if (text === 'the note') expect(kind).toBe('note');
    }
  });

  it('shows what the tree shows', async () => {
    const source =
      '# T\n\n**Q:** a *b*\n\n- one\n- two\n\n  more\n\n> q\n\n| x |\n|---|\n| y |\n\n```\na\n b\n```\n\n7. x[^n]\n\n[^n]: note\n';
    const direct = await blocksOf(source);
    const viaHtml = await blocksOf(`${source}\n<!-- c --><i></i>\n`);
    expect(viaHtml.map(({ kind, text }) => [kind, text])).toEqual(direct.map(({ kind, text }) => [kind, text]));
  });
});

const snippet = fc.constantFrom(
  'word',
  '**Anna:**',
  '*é*',
  '&amp;',
  '\\*',
  '`code`',
  '[link](x)',
  '[ref][a]',
  '𝒜',
  '(*)',
  '\n',
  ' ',
  '  \n',
  '\n\n',
  '\n\n> ',
  '\n\n- ',
  '\n1. ',
  '\r\n',
  '\t',
  '|',
  '~',
  '\n\n```\n',
  '\n\n[a]: x\n\n',
);

it('leads every sign back to the source', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(snippet, { maxLength: 60 }), async (parts) => {
      const source = parts.join('');
      for (const { text, origin } of await blocksOf(source)) {
        for (let i = 0; i < text.length; i++) {
          const found = origin === null ? '' : source.charAt(sourceOffset(origin, i));
          // The number a list shows may be another than the one written, and `&amp;` stands for its sign.
          const isExact =
            found === text[i] || (/\s/.test(text[i] ?? '') && /[\s\\]/.test(found)) || /[\d.&]/.test(text[i] ?? '');
          expect(isExact, `${JSON.stringify(text)} at ${i} in ${JSON.stringify(source)}`).toBe(true);
        }
      }
    }),
  );
});

it.each([
  ['emphasis signs', '*a_ '.repeat(20_000)],
  ['emphasis in a picture', `![${'*a '.repeat(6_000)}${'a* '.repeat(6_000)}](x)`],
  ['emphasis signs one inside the other', `${'*a '.repeat(600)}${'a* '.repeat(600)}`],
  ['emphasis signs one inside the other beside raw HTML', `${'*a '.repeat(600)}${'a* '.repeat(600)} <i>b</i>`],
  ['pictures in pictures', `${'!['.repeat(9_000)}a${'](x)'.repeat(9_000)}`],
  ['pictures that never end', '![a '.repeat(9_000)],
  ['declarations', 'x<!a '.repeat(20_000)],
  ['quotations', '>'.repeat(20_000)],
  ['lists', `${'- '.repeat(5_000)}a`],
  ['lists set in', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['backticks', Array.from({ length: 900 }, (_, i) => '`'.repeat(i + 1)).join(' ')],
  ['escaped backticks', '\\`` '.repeat(20_000)],
  ['brackets', '[a]('.repeat(20_000)],
  ['comments', 'x<!-- '.repeat(20_000)],
  ['lists in lists', '- - a\n'.repeat(20_000)],
])('refuses too many %s at once', async (_, source) => {
  const started = processorTime();
  await expect(readMarkdown(source)).rejects.toMatchObject({ reason: 'too-deep' });
  expect(processorTime() - started).toBeLessThan(5_000);
});

it('refuses what exhausts the stack, and lets every other error through', () => {
  const endless = (): number => 1 + endless();
  expect(() => refusingDepth(endless)).toThrow(Refusal);
  expect(() =>
    refusingDepth(() => {
      throw new TypeError('another');
    }),
  ).toThrow(TypeError);
});
