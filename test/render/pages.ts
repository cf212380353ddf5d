/** Pages around a small interview of our own, each with a trick that only a browser works out. */
import { INTERVIEW } from '../cli/run.ts';

const [TITLE = '', ...REST] = INTERVIEW.trim().split('\n\n');

/** The interview as paragraphs, the word "not" of the letter in an element of its own. */
export const PARAGRAPHS = [`<h1>${TITLE}</h1>`, ...REST.map((text) => `<p>${text}</p>`)]
  .join('\n')
  .replace('<p>I did not sign', '<p id="letter">I did <b>not</b> sign');

interface Parts {
  readonly style?: string;
  readonly body?: string;
  readonly script?: string;
  readonly behind?: string;
}

export function page({ style = '', body = PARAGRAPHS, script = '', behind = '' }: Parts): string {
  const sheet = style === '' ? '' : `<style>${style}</style>`;
  const code = script === '' ? '' : `<script>${script}</script>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry</title>${sheet}</head>
<body><main>${body}</main>${behind}${code}</body></html>`;
}

/** A page whose script brings a style sheet, so that its file has none to evaluate. */
function styled(css: string, body = PARAGRAPHS): string {
  const script = `document.head.append(Object.assign(document.createElement("style"),{textContent:${JSON.stringify(css)}}))`;
  return page({ body, script });
}

const B = 'main > p#letter > b:not(.x)';

/** Pages that show the interview as it is, though they look unlike a plain page. */
export const SHOWN = {
  plain: page({}),
  dark: page({ style: 'body{background:#111;color:#eee}' }),
  'a picture behind': page({ style: 'body{background:url(paper.png) #fff}' }),
  columns: page({ style: 'main{columns:2}' }),
  'a box that scrolls': page({ style: 'main{height:12em;overflow:auto}' }),
  'a banner over everything': page({
    style: '.c{position:fixed;inset:0;background:#fff}',
    behind: '<div class=c>Accept?</div>',
  }),
  'an open fold': page({ body: `<details open><summary>More</summary>${PARAGRAPHS}</details>` }),
  'capital questions': page({ style: 'p:first-line{color:#333}' }),
  'a menu that a script adds': page({
    script: 'document.body.prepend(Object.assign(document.createElement("nav"),{textContent:"Home"}))',
  }),
} as const;

/** Pages whose file has every word, and which show the letter's passage without its "not". */
export const NOT_SHOWN = {
  'selector of a sibling': styled('h1 ~ p > b:first-child:last-child{display:none}'),
  'script that removes': page({ script: 'document.querySelector("b").remove()' }),
  'script that waits': page({ script: 'setTimeout(()=>document.querySelector("b").remove(),300)' }),
  'open shadow root': page({
    script:
      'document.querySelector("#letter").attachShadow({mode:"open"}).innerHTML="I did sign the letter they sent around in March."',
  }),
  'painted over': styled(
    `#letter{position:relative}${B}+u:not(.x){position:absolute;inset:0 auto 0 0;width:9em;background:#fff;pointer-events:none}`,
    PARAGRAPHS.replace('<b>not</b>', '<b>not</b><u></u>'),
  ),
  'no size': styled(`${B}{font-size:.1px}`),
  'colour of the ground': styled(`${B}{color:#fefefe}`),
  'off the page': styled(`${B}{position:absolute;left:-9999px}`),
  'cut to a shape': styled(`${B}{display:inline-block;clip-path:circle(0)}`),
  'cut off': styled(`${B}{display:inline-block;width:0;overflow:clip}`),
  'behind its own box': styled(`#letter:not(.x){background:#fff}${B}{position:relative;z-index:-1}`),
  'see-through': styled(`${B}{opacity:.01}`),
  'lying script': page({
    script: `document.querySelector("b").style.display="none";
      window.getComputedStyle=()=>({display:"block",visibility:"visible",getPropertyValue:()=>""});
      Element.prototype.checkVisibility=()=>true;Text.prototype.toString=()=>"not"`,
  }),
} as const;
