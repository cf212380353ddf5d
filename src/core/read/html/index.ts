/**
 * Reads HTML into the words a reader sees and the words only a parser finds.
 *
 * The problem: a page can hold other words than it shows. `I will <span class=x>not</span> change it` is read one way by
 * a program and another by a person, once `.x{display:none}` stands in the head. So the page is parsed as browsers do, its
 * own simple styles are worked out element by element, and every word goes to one of two layers; what was not worked out
 * (external sheets, scripts, fonts) is said as a caveat. No extractor guesses where the article is: every visible block is
 * read. Without the two layers, a page that hides one "not" would be called verbatim.
 *
 * Standards: WHATWG HTML (parsing by parse5; rendering), CSS 2.2 for collapsing white space and the cascade.
 */
import type { Document } from '../document.ts';
import { lineStarts } from '../place.ts';
import type { Sheet } from './css/sheet.ts';
import { Looks, pageSheet } from './looks.ts';
import { Page } from './page.ts';
import { setOffRule } from './set-off.ts';
import { type SheetAt, type Survey, survey } from './survey.ts';
import { parseTree } from './tree.ts';
import { walk } from './walk.ts';

/** How to read a page. */
export interface HtmlOptions {
  /** Simple selectors of boxes the user declared to be furniture: `aside`, `.ad`, `div.box`, `#promo`, `[data-ad]`. */
  readonly furniture?: readonly string[];
  /** Sheets saved beside the page, by the address it links to. */
  readonly sheetAt?: SheetAt;
}

/**
 * Reads a page, already decoded. A page without visible words gives a document without blocks.
 * Throws `Refusal('too-deep')` for nesting and `Refusal('too-large')` for style rules beyond the bounds.
 */
export async function readHtml(source: string, options: HtmlOptions = {}): Promise<Document> {
  const { document, decode, wordsOf } = await parseTree(source);
  const sheetAt = options.sheetAt ?? (() => null);
  const found = survey(document.childNodes, sheetAt);
  const sheet = pageSheet(found.styles, sheetAt);
  const page = new Page();
  const looks = new Looks(sheet, found.counts.sheets + sheet.imports > 0 ? 'some-unread' : 'all-read');
  const setOffBy = setOffRule(found.linkLists, options.furniture ?? []);
  walk(document.childNodes, { source, page, looks, setOffBy, decode, wordsOf });
  noteUnread(page, found, sheet);
  return {
    format: 'html',
    blocks: page.blocks,
    hidden: page.hidden,
    caveats: page.caveats,
    lines: lineStarts(source),
    metadata: found.metadata,
  };
}

/** Says what the page brings that was not evaluated. */
function noteUnread(page: Page, { counts }: Survey, sheet: Sheet): void {
  const sheets = counts.sheets + sheet.imports;
  if (sheets > 0) page.note('stylesheet', counted(sheets, 'external style sheet'));
  if (counts.scripts > 0) page.note('script', counted(counts.scripts, 'script'));
  if (counts.handlers > 0) page.note('script', counted(counts.handlers, 'event handler'));
  if (counts.frames > 0) page.note('frame', counted(counts.frames, 'frame'));
  for (const [what, count] of sheet.skipped)
    page.note('stylesheet', `${counted(count, 'style rule')} not evaluated (${what})`);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
