/**
 * The reader's page as one file: its words, its style, its programs and the sealed record.
 *
 * Its own Content-Security-Policy lets these programs run, known by their digests, and nothing else: no request leaves,
 * whatever a copy holds.
 */
import { createHash } from 'node:crypto';
import { findingKind, isFindingCode } from '../core/judge/codes.ts';
import type { Policy } from '../core/judge/policy.ts';
import { element, joined, type Markup } from '../core/report/html/markup.ts';
import { STYLE } from '../core/report/html/style.ts';

/** What the page is made of. */
export interface PageParts {
  /** The bundled programs, in the order in which they run. */
  readonly programs: readonly string[];
  /** The data it reads, as JSON. */
  readonly data: string;
  /** Titles of the sealed texts, to say what copies can be checked. */
  readonly titles: readonly string[];
  /** What copies are judged by. */
  readonly policy: Policy;
  readonly transcripts: 'with' | 'without';
  readonly pdf: 'with' | 'without';
}

const MORE_STYLE = `
textarea{width:100%;min-height:10rem;font:inherit;color:inherit;background:var(--panel);border:1px solid var(--soft);padding:.5rem}
button,input[type=file]{font:1rem system-ui,sans-serif;color:inherit}
button{padding:.5rem 1rem;border:2px solid var(--link);border-radius:.3em;background:var(--page);color:var(--link);font-weight:700;cursor:pointer}
header .soft{margin:.4rem 0}main{padding-top:0}
label{display:block;font:700 1rem system-ui,sans-serif;margin:1rem 0 .25rem}
#outcome{outline:none;min-height:2rem;margin-top:1.5rem}#outcome[aria-busy]::before{content:'Judging …'}
`;

/** The whole file. The same parts give the same bytes. */
export function pageMarkup(parts: PageParts): string {
  // Inside a script `<!--` would change how its end is found.
  const scripts = parts.programs.map((program) =>
    program.trim().replaceAll('<!--', '<\\!--').replaceAll('</script', '<\\/script'),
  );
  const digests = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  const policy = `default-src 'none'; script-src ${digests.join(' ')}; style-src 'unsafe-inline'; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  const json = parts.data.replaceAll('<', '\\u003c');
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
  const body = element('body', {}, intro(parts), form(), {
    html: `<script type="application/json" id="sealed">${json}</script>\n${scripts.map((script) => `<script>${script}</script>`).join('\n')}`,
  });
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, { html: '\n' }, body).html}\n`;
}

const WORDS = {
  with: 'Where a copy differs, both texts are shown side by side.',
  without:
    'This page has the record of the words and not the words themselves, so it says which passages differ and not how. Whoever has ' +
    'the sealed transcript can drop it here first: from then on both texts are shown side by side, each changed word marked.',
} as const;

function intro({ titles, policy, transcripts, pdf }: PageParts): Markup {
  return element(
    'header',
    {},
    element('h1', {}, 'Is this copy faithful?'),
    element('p', {}, 'This page judges whether a copy still says what was said in:'),
    element('ul', {}, joined(titles.map((title) => element('li', {}, element('bdi', {}, title))))),
    soft('Everything happens on your device; nothing you paste or drop leaves it.'),
    soft(`${WORDS[transcripts]}${pdf === 'with' ? '' : ' PDFs are for the program verbatim.'}`),
    ...policyOf(policy).map(soft),
    element('noscript', {}, element('p', {}, 'To check a copy here, let this page run its script.')),
  );
}

function soft(text: string): Markup {
  return element('p', { class: 'soft' }, text);
}

/** What the publisher lets pass, and what not. */
function policyOf({ allow, deny }: Policy): readonly string[] {
  const lists = [
    [
      'A copy passes when every sealed word is there, in order, with its speaker. Its publisher also lets these pass: ',
      allow,
    ],
    ['Its publisher does not let these pass, though by themselves they would: ', deny],
  ] as const;
  return lists.flatMap(([lead, names]) => (names.size === 0 ? [] : [`${lead}${[...names].map(nameOf).join(', ')}.`]));
}

function nameOf(name: string): string {
  return isFindingCode(name) ? `“${findingKind(name).title}” (${name})` : name;
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
