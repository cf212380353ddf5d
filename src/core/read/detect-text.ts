/** Formats that are text, by how the text begins. */
import type { Format } from './document.ts';

const CUE = /^\s*(?:\d{1,9}[ \t]*\r?\n)?\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]+-->[ \t]+\d/;
const DOCBOOK_NAMESPACE = 'http://docbook.org/ns/docbook';

/** The format of a text that begins with `head`; `null` when only the extension can tell. */
export function detectText(head: string, claimed: Format | null, extension: string): Format | 'other-xml' | null {
  if (/^WEBVTT(?!\S)/.test(head)) return 'webvtt';
  if (CUE.test(head)) return 'srt';
  if (isMhtml(head)) return 'mhtml';
  const markup = detectMarkup(head);
  if (markup !== null) return markup;
  const beginsWithTag = /^<[a-z][\w:.-]*[\s/>]/i.test(withoutProlog(head).rest);
  if (beginsWithTag && (extension === 'xml' || /^\s*<\?xml\s/.test(head))) return 'other-xml';
  return beginsWithTag && claimed === null ? 'html' : null;
}

/** A saved page is a message whose parts belong together (RFC 2557); a single page saved so has one part. */
function isMhtml(head: string): boolean {
  const headers = head.slice(0, (/\r?\n\r?\n/.exec(head)?.index ?? head.length) + 1);
  if (!/^[A-Za-z-]{2,40}:/.test(headers)) return false;
  return /^MIME-Version:/im.test(headers) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(headers);
}

/** By the document type or the root element, and for XML its namespace. */
function detectMarkup(head: string): Format | null {
  const { prolog, rest } = withoutProlog(head);
  const [, name = '', attributes = ''] = /^<([A-Za-z][\w.:-]*)([^>]*)/.exec(rest) ?? [];
  const root = name.slice(name.indexOf(':') + 1);
  if (/^(TEI|teiCorpus|TEI\.2)$/.test(root)) return 'tei';
  if (attributes.includes(DOCBOOK_NAMESPACE) || /<!DOCTYPE[^>]*DocBook/i.test(prolog)) return 'docbook';
  if (/<!doctype\s+html/i.test(prolog) || /^(html|head|body)$/i.test(root)) return 'html';
  return null;
}

/** Splits off what may stand before the root element: white space, comments, processing instructions, a document type. */
function withoutProlog(head: string): { readonly prolog: string; readonly rest: string } {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at++;
    const end = prologPartEnd(head, at);
    if (end === at) return { prolog: head.slice(0, at), rest: head.slice(at) };
    at = end;
  }
}

function prologPartEnd(head: string, at: number): number {
  if (head.startsWith('<!--', at)) return endBehind(head, '-->', at);
  if (head.startsWith('<?', at)) return endBehind(head, '?>', at);
  return head.slice(at, at + 9).toLowerCase() === '<!doctype' ? endBehind(head, '>', at) : at;
}

function endBehind(head: string, mark: string, from: number): number {
  const at = head.indexOf(mark, from);
  return at < 0 ? head.length : at + mark.length;
}
