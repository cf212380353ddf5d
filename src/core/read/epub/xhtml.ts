/**
 * Turns a chapter's XHTML into HTML that says the same.
 *
 * The two look alike and are not: `<title/>` is an empty title in XHTML and the beginning of a title that swallows the whole
 * chapter in HTML; `<a id="p1"/>` is a point there and here a link around all that follows. So empty elements are closed,
 * CDATA sections become text, and what only XML has is left out. Sheets of the book that a chapter links to are put in their
 * place, because the HTML reader evaluates sheets that it can see.
 */
import { Refusal } from '../../refusal.ts';

/** Gives the text of the sheet at `href`, or `null` when the book has none there. */
export type SheetAt = (href: string) => string | null;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['style', 'script']);
const NAME = /^<([A-Za-z][^\s/>]*)/;

/** The chapter `source` as HTML, its sheets in it. */
export function toHtml(source: string, sheetAt: SheetAt): string {
  const out: string[] = [];
  let at = 0;
  let raw = '';
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next === -1) break;
    out.push(source.slice(at, next));
    const piece = pieceAt(source, next, sheetAt, raw);
    out.push(piece.html);
    at = piece.end;
    raw = rawAfter(piece.html, raw);
  }
  out.push(source.slice(at));
  return out.join('');
}

interface Piece {
  readonly html: string;
  readonly end: number;
}

function pieceAt(source: string, at: number, sheetAt: SheetAt, raw: string): Piece {
  if (source.startsWith('<!--', at)) return { html: '', end: endOf(source, at + 4, '-->') };
  if (source.startsWith('<![CDATA[', at)) return cdata(source, at, raw);
  if (source.startsWith('<?', at)) return instruction(source, at, sheetAt);
  if (source.startsWith('<!', at)) return declaration(source, at);
  return tag(source, at, sheetAt);
}

function cdata(source: string, at: number, raw: string): Piece {
  const end = endOf(source, at, ']]>');
  const text = source.slice(at + 9, end - 3);
  return { html: raw === '' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text, end };
}

function instruction(source: string, at: number, sheetAt: SheetAt): Piece {
  const end = endOf(source, at, '?>');
  const text = source.slice(at, end);
  const href = text.startsWith('<?xml-stylesheet') ? attributeOf(text, 'href') : null;
  return { html: href === null ? '' : (inlined(href, null, sheetAt) ?? linkTo(href)), end };
}

function declaration(source: string, at: number): Piece {
  const end = endOf(source, at, '>');
  if (source.slice(at, end).includes('['))
    throw new Refusal('unsafe-archive', 'a chapter with a document type of its own');
  return { html: '<!DOCTYPE html>', end };
}

function tag(source: string, at: number, sheetAt: SheetAt): Piece {
  const end = endOfTag(source, at);
  const text = source.slice(at, end);
  const name = NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return { html: text, end };
  if (name === 'link') return { html: link(text, sheetAt), end };
  if (!text.endsWith('/>') || VOID.has(name)) return { html: text, end };
  return { html: `${text.slice(0, -2)}></${name}>`, end };
}

function link(text: string, sheetAt: SheetAt): string {
  const rel = (attributeOf(text, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = attributeOf(text, 'href');
  if (!rel.includes('stylesheet') || rel.includes('alternate') || href === null) return text;
  return inlined(href, attributeOf(text, 'media'), sheetAt) ?? text;
}

/** The sheet as an element of its own; its text cannot end the element early. */
function inlined(href: string, media: string | null, sheetAt: SheetAt): string | null {
  const sheet = sheetAt(href);
  if (sheet === null) return null;
  const opened = media === null ? '<style>' : `<style media="${media.replaceAll('"', '')}">`;
  return `${opened}${sheet.replaceAll('</', '<\\/')}</style>`;
}

function linkTo(href: string): string {
  return `<link rel="stylesheet" href="${href.replaceAll('"', '')}">`;
}

/** The element whose text is no markup that `html` leaves open, '' for none. */
function rawAfter(html: string, raw: string): string {
  const name = NAME.exec(html)?.[1]?.toLowerCase();
  if (raw !== '') return html.toLowerCase().startsWith(`</${raw}`) ? '' : raw;
  return name !== undefined && RAW.has(name) && !html.includes('</') ? name : '';
}

/** An attribute's value in a tag; the few that matter here hold no references. */
function attributeOf(text: string, name: string): string | null {
  for (const { 0: whole } of text.matchAll(/[\w:-]{1,64}\s{0,8}=\s{0,8}(?:"[^"]*"|'[^']*')/g)) {
    const equals = whole.indexOf('=');
    if (whole.slice(0, equals).trim() === name)
      return whole
        .slice(equals + 1)
        .trim()
        .slice(1, -1);
  }
  return null;
}

function endOf(source: string, from: number, mark: string): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

/** The offset behind the tag that begins at `at`; a `>` inside of quotation marks does not end it. */
function endOfTag(source: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i + 1;
  }
  return source.length;
}
