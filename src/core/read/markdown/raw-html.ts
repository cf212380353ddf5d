/** Whether a Markdown document has to be read as HTML. */
import type { Parsed } from './parse.ts';
import { descendants } from './tree.ts';

/** Whether the document has raw HTML that may show or hide anything: all but comments. */
export function hasRawHtml(parsed: Parsed): boolean {
  for (const node of descendants(parsed.tree)) if (node.type === 'html' && !isOnlyComments(node.value)) return true;
  return false;
}

/** Comments and white space alone; what a browser may close elsewhere than Markdown does not count. */
function isOnlyComments(html: string): boolean {
  let rest = html.trim();
  while (rest !== '') {
    const comment = /^<!--(?!-?>)/.test(rest) ? rest.indexOf('-->', 4) : -1;
    if (comment < 0 || rest.slice(0, comment).includes('--!>')) return false;
    rest = rest.slice(comment + 3).trimStart();
  }
  return true;
}
