/** Styles that a browser drops: what stood before them holds, so a word they seem to show may be hidden. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/core/read/html/index.ts';

/** What becomes of the word “never” in a sentence: hidden, seen, or seen with a caveat on it. */
async function fate(word: string, css = ''): Promise<string> {
  const html = `<!doctype html><style>${css}</style><p>The river ${word} froze.</p>`;
  const { blocks, hidden, caveats } = await readHtml(html);
  if (hidden.length > 0) return `hidden: ${hidden[0]?.text}`;
  expect(blocks.map(({ text }) => text)).toEqual(['The river never froze.']);
  const told = caveats.flatMap(({ at, detail }) =>
    at === null ? [] : [`${blocks[at.block]?.text.slice(at.start, at.end)}: ${detail}`],
  );
  return told.length === 0 ? 'seen' : told.join(', ');
}

const DROPPED = 'never: style that a browser may drop';

describe('declarations', () => {
  it.each([
    ['a unit that is none', 'font-size:0;font-size:16foo', 'hidden: never'],
    ['a number with a dot and no digit', 'font-size:0;font-size:16.px', 'hidden: never'],
    ['a length for a number', 'opacity:0;opacity:1px', 'hidden: never'],
    ['two boxes outside', 'display:none;display:block inline', 'hidden: never'],
    ['a box that no browser knows', 'display:none;display:run-in', 'hidden: never'],
    ['a word for a list item and something else', 'display:none;display:list-item contents', 'hidden: never'],
    ['a visibility that is none', 'visibility:hidden;visibility:shown', 'hidden: never'],
    ['a colour name that is none', 'color:#fff;color:blackish', 'hidden: never'],
    ['a hexadecimal colour of five digits', 'color:#fff;color:#12345', 'hidden: never'],
    ['a weight in the font’s place', 'font:0/0 a;font:bold', 'hidden: never'],
    ['a font without a family', 'font:0/0 a;font:16px', 'hidden: never'],
    ['a font whose families end in a comma', 'font:0/0 a;font:16px a,', 'hidden: never'],
    ['a font with a height that is none', 'font:0/0 a;font:16px/tall a', 'hidden: never'],
    ['a font with two heights', 'font:0/0 a;font:16px/1/1 a', 'hidden: never'],
    ['a font with a word it does not know', 'font:0/0 a;font:curly 16px a', 'hidden: never'],
    ['a negative font size', 'font-size:0;font-size:-16px', 'hidden: never'],
    ['five insets', 'position:absolute;left:-9999px;inset:0 0 0 0 0', 'hidden: never'],
    ['an inset that is no length', 'position:absolute;left:-9999px;inset:0 0 0 near', 'hidden: never'],
    ['two colours behind', 'color:#fff;background:black black', 'hidden: never'],
    ['a colour in a layer that is not the last', 'color:#fff;background:black,none', 'hidden: never'],
    ['a word that no background knows', 'color:#fff;background:black somewhere', 'hidden: never'],
    ['an overflow that is none', 'display:inline-block;width:0;overflow:hidden;overflow:shown', 'hidden: never'],
    ['a space to keep that is none', 'display:none;white-space-collapse:constructor', 'hidden: never'],
    ['a font size of nought in capitals', 'font:0PX/0 Serif', 'hidden: never'],
    ['a number without a unit, which old pages may give', 'font-size:0;font-size:16', DROPPED],
    ['a sum of numbers alone', 'font-size:0;font-size:calc(16)', DROPPED],
    ['a sum without white space', 'font-size:0;font-size:calc(8px+8px)', `never: size not evaluated, ${DROPPED}`],
    ['a colour of two parts', 'color:#fff;color:rgb(1,2)', DROPPED],
    ['a colour that is not worked out', 'color:#fff;color:oklch(0 0 0)', `never: colour not evaluated, ${DROPPED}`],
    ['a transformation that is none', 'display:inline-block;transform:scale(0);transform:nonsense', DROPPED],
    ['a scale in pixels', 'display:inline-block;transform:scale(0);transform:scale(1px)', DROPPED],
    ['a shape that is none', 'clip-path:inset(50%);clip-path:nonsense', DROPPED],
    ['a filter that is none', 'filter:opacity(0);filter:nonsense', DROPPED],
    ['a filter that redraws, and one that is none', 'filter:blur(9px);filter:nonsense', DROPPED],
    ['a doubtful size where nothing was hidden', 'font-size:20px;font-size:16', 'seen'],
    ['a doubtful size where all is hidden', 'font-size:16;visibility:hidden', 'hidden: never'],
    ['a scale that is right', 'display:inline-block;transform:scale(0);transform:scale(1)', 'seen'],
    ['a font that is right', 'font:0/0 a;font:italic 500 16px / 1.2 "A b", serif', 'seen'],
    ['a background that is right', 'color:#fff;background:url(a/b.png) 0 50% / cover no-repeat, black', 'seen'],
    ['two boxes that go together', 'display:none;display:inline flow', 'seen'],
    ['all unset', 'display:none;all:unset', 'seen'],
    ['all set to what is none', 'display:none;all:shown', 'hidden: never'],
    ['nonsense', 'nonsense;:x;color:;display:none', 'hidden: never'],
    ['a brace', 'color:{};display:none', 'hidden: never'],
  ])('%s', async (_name, style, expected) => {
    expect(await fate(`<span style='${style}'>never</span>`)).toBe(expected);
  });

  it('doubts a whole paragraph too', async () => {
    const { caveats } = await readHtml('<p style="color:#fff;color:rgb(1,2)">Never.</p>');
    expect(caveats).toMatchObject([{ detail: 'style that a browser may drop', at: { block: 0, start: 0, end: 6 } }]);
  });
});

describe('rules', () => {
  it.each([
    [
      'an import behind a rule',
      '.x{display:none}@import "data:text/css,.x{display:inline!important}";',
      'hidden: never',
    ],
    [
      'an import in a block',
      '.x{display:none}@media screen{@import "data:text/css,.x{display:inline!important}";}',
      'hidden: never',
    ],
    [
      'an import behind a charset and a layer',
      '@charset "x";@layer a;@import "data:text/css,.x{display:none}";',
      'hidden: never',
    ],
    ['an import behind an import', '@import "x.css";@import "data:text/css,.x{display:none}";', 'hidden: never'],
    ['an import for print', '@import "data:text/css,.x{display:none}" print;', 'seen'],
    ['an import for screens', '@import url("data:text/css,.x{display:none}") screen;', 'hidden: never'],
    [
      'an import into a layer',
      '@import "data:text/css,.x{display:inline}" layer(a);@layer b{.x{display:none}}',
      'hidden: never',
    ],
    [
      'an import into a layer without a name',
      "@import 'data:text/css,.x{display:none}' layer;.x{display:inline}",
      'seen',
    ],
    [
      'an import with a condition',
      '@import "data:text/css,.x{display:none}" supports(display:grid) screen;',
      'hidden: never',
    ],
    ['an import in an escape', '@\\69mport "d\\61ta:text/css,.x{display:none}";', 'hidden: never'],
    [
      'a stylesheet with bytes that are no text',
      '@import "data:text/css,.x%7Bdisplay:none%7D/*%FF*/";',
      'hidden: never',
    ],
    [
      'a stylesheet with a fragment',
      '@import "data:text/css,.x{display:none}%23#}.x{display:inline}";',
      'hidden: never',
    ],
    [
      'a media query that no browser knows',
      '.x{display:none}@media (constructor){.x{display:inline}}',
      'hidden: never',
    ],
    ['a selector that no browser knows', '.x{display:none}i:not(:constructor).x{display:inline}', 'hidden: never'],
  ])('%s', async (_name, css, expected) => {
    expect(await fate('<i class=x>never</i>', css)).toBe(expected);
  });

  it('reads a sheet of letters beyond Latin in base 64', async () => {
    const css = Buffer.from('.ж{display:none}').toString('base64');
    expect(await fate('<i class=ж>never</i>', `@import "data:text/css;base64,${css}";`)).toBe('hidden: never');
  });

  it('keeps a stray brace from closing the media of its sheet', async () => {
    const html = '<style media=print>}p{display:none}</style><p>Seen.</p>';
    expect((await readHtml(html)).blocks.map(({ text }) => text)).toEqual(['Seen.']);
  });
});

describe('names that programs have for themselves', () => {
  it('are words like any other', async () => {
    const { blocks } = await readHtml('<p>a <constructor>b</constructor>');
    expect(blocks.map(({ text }) => text)).toEqual(['a b']);
  });
});
