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
  'a dialogue over everything': page({
    behind: '<dialog><p>Accept?</p></dialog>',
    script: 'document.querySelector("dialog").showModal()',
  }),
  'a page that cannot be clicked': page({ body: `<div inert>${PARAGRAPHS}</div>` }),
  'an open fold': page({ body: `<details open><summary>More</summary>${PARAGRAPHS}</details>` }),
  'capital questions': page({ style: 'p:first-line{color:#333}' }),
  'numbered paragraphs': styled('main{counter-reset:n}main>p::before{counter-increment:n;content:counter(n) ". "}'),
  'laid out when it is scrolled to': styled('main>p{content-visibility:auto;contain-intrinsic-size:1px 2000px}'),
  'faded in when it is scrolled to': page({
    script: `for(const p of document.querySelectorAll("p")){p.style.cssText="opacity:0;transition:opacity 9s;margin:60vh 0";
      new IntersectionObserver(([one])=>{if(one.isIntersecting)p.style.opacity=1}).observe(p)}`,
  }),
  'words in a component': page({
    script: `const main=document.querySelector("main");const words=main.innerHTML;
      main.attachShadow({mode:"open"}).innerHTML="<section>"+words+"</section>"`,
  }),
  'words in a slot': page({
    script:
      'document.querySelector("main").attachShadow({mode:"closed"}).innerHTML="<style>*{color:#222}</style><section><slot></slot></section>"',
  }),
  'addresses on paper': styled(
    '@media print{a[href]::after{content:" (" attr(href) ")"}}',
    PARAGRAPHS.replace('<b>not</b>', '<a href="https://example.org/not">not</a>'),
  ),
  'light on dark, and printed': styled('body{background:#000;color:#fff}@media print{body{background:none}}'),
  'another layout on phones': styled(
    '@media(max-width:600px){h1{font-size:1rem}main{display:flex;flex-direction:column}}',
  ),
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
  'closed shadow root': page({
    script:
      'document.querySelector("#letter").attachShadow({mode:"closed"}).innerHTML="I did sign the letter they sent around in March."',
  }),
  'painted over': styled(
    `#letter{position:relative}${B}+u:not(.x){position:absolute;inset:0 auto 0 0;width:9em;background:#fff;pointer-events:none}`,
    PARAGRAPHS.replace('<b>not</b>', '<b>not</b><u></u>'),
  ),
  'no size': styled(`${B}{font-size:.1px}`),
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

/** Pages that show the letter's passage without its "not" in some view, with how that view is called. */
export const NOT_SHOWN_EVERYWHERE = {
  'on a narrow screen': [
    styled(`@media(max-width:600px){${B}{display:none}}`),
    page({ script: 'if(innerWidth<500)document.querySelector("b").remove()' }),
    page({ script: 'if(/Mobile/.test(navigator.userAgent))document.querySelector("b").remove()' }),
  ],
  'on a wide screen and in print': [styled(`@media(min-width:600px){${B}{display:none}}`)],
  'in print': [
    styled(`@media print{${B}{display:none}}`),
    page({ script: 'addEventListener("beforeprint",()=>document.querySelector("b").remove())' }),
  ],
  // Nobody prints white on white: browsers darken it.
  'on a wide screen and on a narrow screen': [styled(`${B}{color:#fefefe}`)],
} as const;

/** Pages whose style sheet puts words in that the file does not have, with those words. */
export const PUT_IN = {
  never: styled('@counter-style n{system:cyclic;symbols:"never"}#letter>b::after{content:" " counter(n,n)}'),
  once: styled(
    '@counter-style lower-roman{system:cyclic;symbols:"once"}#letter{display:list-item;list-style:inside lower-roman}',
  ),
  Hardly: styled('#letter{display:list-item;list-style:inside "Hardly "}'),
  perhaps: styled('#letter{display:list-item;list-style:inside}#letter::marker{content:"perhaps "}'),
  gladly: styled('#letter>b::before{content:"gladly "}'),
  '4': styled('main{counter-reset:n 4}#letter>b::after{content:" " counter(n)}'),
} as const;
