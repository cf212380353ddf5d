/**
 * The reader's page as one file: its words, its style, its program and the sealed record.
 *
 * Its own policy lets this one program run, known by its digest, and nothing else: no request leaves, whatever a copy holds.
 */
import { createHash } from 'node:crypto';
import { element, joined } from '../core/report/html/markup.ts';
import { STYLE } from '../core/report/html/style.ts';

/** What the page is made of. */
export interface PageParts {
  /** The bundled program. */
  readonly program: string;
  /** The data it reads, as JSON. */
  readonly data: string;
  /** Titles of the sealed texts, to say what copies can be checked. */
  readonly titles: readonly string[];
  readonly transcripts: 'with' | 'without';
}

const MORE_STYLE = `
textarea{width:100%;min-height:10rem;font:inherit;color:inherit;background:var(--panel);border:1px solid var(--soft);padding:.5rem}
button,input[type=file]{font:1rem system-ui,sans-serif;color:inherit}
button{padding:.5rem 1rem;border:2px solid var(--link);border-radius:.3em;background:var(--page);color:var(--link);font-weight:700;cursor:pointer}
label{display:block;font:700 1rem system-ui,sans-serif;margin:1rem 0 .25rem}
#outcome{outline:none;min-height:2rem;margin-top:1.5rem}#outcome[aria-busy]::before{content:'Judging …'}
`;

/** The whole file. The same parts give the same bytes. */
export function pageMarkup({ program, data, titles, transcripts }: PageParts): string {
  // Inside a script `<!--` would change how its end is found.
  const script = program.trim().replaceAll('<!--', '<\\!--').replaceAll('</script', '<\\/script');
  const digest = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${digest}'; style-src 'unsafe-inline'; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  const json = data.replaceAll('<', '\\u003c');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, 'Check a copy'),
    { html: `<style>${STYLE}${MORE_STYLE}</style>` },
  );
  const body = element('body', {}, intro(titles, transcripts), form(), {
    html: `<script type="application/json" id="sealed">${json}</script>\n<script>${script}</script>`,
  });
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, { html: '\n' }, body).html}\n`;
}

function intro(titles: readonly string[], transcripts: PageParts['transcripts']) {
  const detail =
    transcripts === 'with'
      ? 'Where they differ, both texts are shown.'
      : 'It has the record of the words and not the words themselves, so it says which passages differ and not how.';
  return element(
    'header',
    {},
    element('h1', {}, 'Is this copy faithful?'),
    element('p', {}, 'This page judges whether a copy still says what was said in:'),
    element('ul', {}, joined(titles.map((title) => element('li', {}, element('bdi', {}, title))))),
    element(
      'p',
      { class: 'soft' },
      `Everything happens on your device; nothing you paste or drop leaves it. ${detail} PDFs are for the program verbatim.`,
    ),
    element('noscript', {}, element('p', {}, 'To check a copy here, let this page run its script.')),
  );
}

function form() {
  return element(
    'main',
    {},
    element(
      'form',
      { id: 'form' },
      element('label', { for: 'pasted' }, 'Paste the text'),
      element('textarea', { id: 'pasted' }),
      element('p', {}, element('button', { type: 'submit' }, 'Check it')),
      element('label', { for: 'chosen' }, 'Or choose a file, or drop it anywhere on this page'),
      element('input', { id: 'chosen', type: 'file' }),
    ),
    element('div', { id: 'outcome', tabindex: -1, role: 'region', 'aria-live': 'polite', 'aria-label': 'Outcome' }),
  );
}
