import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forHtml,
  forJson,
  forMarkdown,
  forTerminal,
  forWorkflowMessage,
  forWorkflowProperty,
  forXml,
  isolated,
  markdownCellCode,
  markdownCode,
  shown,
  shownName,
} from '../../../src/core/report/escape.ts';

const CONTROL =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2067\u206A-\u206F\uFEFF\uFFFE\uFFFF]/u;

describe('foreign words', () => {
  it.each([
    ['\u001b[2J', '␛[2J'],
    ['\u009b31m', '[U+009B]31m'],
    ['a\u0000b', 'a␀b'],
    ['no\u200Bt', 'no[U+200B]t'],
    ['soft\u00ADhyphen', 'soft[U+00AD]hyphen'],
    ['abc\u202Edcba', 'abc[U+202E]dcba'],
    ['\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['\u{E0041}', '[U+E0041]'],
    ['\uD800', '[U+D800]'],
    ['\u3164', '[U+3164]'],
    ['line\r\nline\u2028line\tend', 'line line line end'],
    ['naïve', 'naïve'],
    ['a\u007Fb', 'a␡b'],
    ['1\u200C2', '1[U+200C]2'],
    ['\u200Cب', '[U+200C]ب'],
  ])('%j are shown as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('keep the joiners that do their work: Persian, Hindi, emoji', () => {
    for (const text of ['می\u200Cخواهم', 'क्\u200Dष', '👩\u200D🌾', '❤\uFE0F', '\u06DD']) expect(shown(text)).toBe(text);
    expect(shown('a\u200Cb')).toBe('a[U+200C]b');
    expect(shown('a\uFE0Fb')).toBe('a[U+FE0F]b');
  });

  it('keep them on a terminal too', () => {
    expect(forTerminal('می\u200Cخواهم 👩\u200D🌾 a\u200Cb')).toBe('می\u200Cخواهم 👩\u200D🌾 a[U+200C]b');
  });

  it('in a name keep no line end', () => {
    expect(shownName('a\nb\t.txt')).toBe('a␊b␉.txt');
  });

  it('are isolated only where they run from right to left', () => {
    expect(isolated('left')).toBe('left');
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  });

  it('hold nothing unseen, whatever they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shown(text)).not.toMatch(CONTROL);
        expect(shownName(text)).not.toMatch(CONTROL);
      }),
    );
  });
});

describe('every sink', () => {
  const sinks = { forTerminal, forHtml, forXml, forMarkdown, markdownCode, forWorkflowMessage, forWorkflowProperty };

  it.each(Object.entries(sinks))('%s lets no control through, even when the first step was forgotten', (_, sink) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sink(text)).not.toMatch(CONTROL);
      }),
    );
    expect(sink('\u001b]0;title\u0007')).not.toMatch(CONTROL);
    expect(sink('\u2069\u2068')).not.toContain('\u2069');
    expect(sink('\u2068שלום\u2069')).toContain('\u2068שלום\u2069');
  });
});

describe('a terminal that is a log', () => {
  it('meets no workflow command', () => {
    expect(forTerminal('::error::x')).toBe(': :error::x');
    expect(forTerminal('  ::stop-commands::x')).toBe('  : :stop-commands::x');
    expect(forTerminal('a ##[error]x ##vso[task]')).toBe('a # #[error]x # #vso[task]');
  });
});

describe('a workflow command', () => {
  it('is not ended by its message', () => {
    expect(forWorkflowMessage('100%\r\n::error::x')).toBe('100%25%0A::error::x');
  });
  it('is not ended by a property', () => {
    expect(forWorkflowProperty('a,b:c%\n')).toBe('a%2Cb%3Ac%25␊');
  });
});

describe('markup', () => {
  it('is text in HTML and XML', () => {
    expect(forHtml(`</script><img src=x onerror="a" b='c'>&`)).toBe(
      '&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot; b=&#39;c&#39;&gt;&amp;',
    );
    expect(forXml(']]>')).toBe(']]&gt;');
  });

  it('is text in Markdown', () => {
    expect(forMarkdown('[a](b) ![c](d) **e** | `f` <g>')).toBe(
      '\\[a\\]\\(b\\) <span>\\!</span>\\[c\\]\\(d\\) \\*\\*e\\*\\* \\| \\`f\\` \\<g\\>',
    );
  });

  it('names nobody and refers to nothing in Markdown', () => {
    expect(forMarkdown('@mira')).toBe('<span>\\@</span>mira');
    expect(forMarkdown('see #12')).toBe('see <span>\\#</span>12');
    expect(forMarkdown('https://example.org')).toContain('https<span>\\:</span>\\/\\/');
    expect(forMarkdown('www.example.org')).toContain('www<span>\\.</span>');
  });

  it('never leaves a code span of Markdown', () => {
    expect(markdownCode('a `` b')).toBe('``` a `` b ```');
    expect(markdownCode('`')).toBe('`` ` ``');
    expect(markdownCellCode('a|b')).toBe('`a\\|b`');
  });
});

describe('JSON', () => {
  it('is the same value with nothing unseen and no command in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = forJson(JSON.stringify(text));
        expect(JSON.parse(json)).toBe(text);
        expect(json).not.toMatch(CONTROL);
      }),
    );
    const json = forJson(JSON.stringify('##[error] ##vso[x] \u009b \u{E0041}'));
    expect(json).not.toMatch(/##/u);
    expect(JSON.parse(json)).toBe('##[error] ##vso[x] \u009b \u{E0041}');
  });
});
