/** Any way of hiding a word in a page never passes: one too many inside a sentence, or one of the speaker's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interview, interviews, linesOf, textOf } from './interview.ts';
import { compare } from './support.ts';

const WAYS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  display: ['<span style="display:none">', '</span>'],
  visibility: ['<span style="visibility:hidden">', '</span>'],
  opacity: ['<span style="opacity:0">', '</span>'],
  'font size': ['<span style="font-size:0">', '</span>'],
  'tiny font': ['<span style="font-size:0.4px">', '</span>'],
  attribute: ['<span hidden>', '</span>'],
  'class of a rule': ['<span class="gone">', '</span>'],
  'id of a rule': ['<span id="away">', '</span>'],
  'element of a rule': ['<samp>', '</samp>'],
  'white on white': ['<span style="color:#fff">', '</span>'],
  transparent: ['<span style="color:transparent">', '</span>'],
  'off the page': ['<span style="position:absolute;left:-9999px">', '</span>'],
  clipped: ['<span style="position:absolute;clip:rect(0 0 0 0)">', '</span>'],
  'a box of no size': ['<span style="display:inline-block;width:0;height:0;overflow:hidden">', '</span>'],
  indented: ['<span style="display:inline-block;text-indent:-9999px;overflow:hidden">', '</span>'],
  scaled: ['<span style="display:inline-block;transform:scale(0)">', '</span>'],
  'inside hidden': ['<span style="display:none"><b style="display:inline">', '</b></span>'],
};

const STYLE =
  '<style>.gone { display: none } #away { visibility: hidden } samp { display: none } body { background: white }</style>';

/** The interview as a page; the word at `spot` of its paragraphs is what `change` makes of it. */
function pageOf(interview: Interview, spot: number, change: (word: string) => string): string {
  const lines = linesOf(interview);
  const index = 1 + (spot % (lines.length - 3));
  const body = lines.map((line, i) => {
    const safe = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (i !== index) return `<p>${safe}</p>`;
    const words = safe.split(' ');
    // A dash between two words is none.
    const from = 2 + (spot % (words.length - 2));
    const at = words.findLastIndex((word, k) => k <= from && /[\p{L}\p{N}]/u.test(word));
    return `<p>${words.with(at, change(words[at]!)).join(' ')}</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${STYLE}</head><body>${body.join('\n')}</body></html>`;
}

describe.each(Object.entries(WAYS))('hidden by %s', (_, [open, close]) => {
  const property = (change: (word: string) => string) =>
    fc.assert(
      fc.asyncProperty(interviews, fc.nat({ max: 9999 }), async (interview, spot) => {
        const { verdict, pass, findings } = await compare(textOf(interview), pageOf(interview, spot, change), 'a.html');
        expect(pass).toBe(false);
        expect(['altered', 'suspect']).toContain(verdict);
        expect(findings.some(({ code }) => code === 'hidden-text')).toBe(true);
      }),
      { numRuns: 15 },
    );

  it('a word too many', () => property((word) => `${open}secretly${close} ${word}`));
  it('a word of the speaker’s', () => property((word) => `${open}${word}${close}`));
});

it('the page itself is verbatim', async () => {
  await fc.assert(
    fc.asyncProperty(interviews, async (interview) => {
      const { verdict } = await compare(
        textOf(interview),
        pageOf(interview, 0, (word) => word),
        'a.html',
      );
      expect(verdict).toBe('verbatim');
    }),
    { numRuns: 40 },
  );
});
