/** The encoding that markup declares for itself: the XML declaration, or the `meta` element of HTML. */

/** How far to look. The HTML standard asks for 1,024 bytes; browsers go on, and generators put long comments first. */
const PRESCAN_BYTES = 8_192;

/** The declared label as written, or `null`. A declaration inside a comment does not count. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = withoutComments(asciiHead(bytes));
  const xml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  return xml ?? metaCharset(head);
}

function metaCharset(head: string): string | null {
  for (const [tag] of head.matchAll(/<meta[\s/][^>]*>/gi)) {
    const label = /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag)?.[1];
    if (label !== undefined) return label;
  }
  return null;
}

/** The first bytes as text, one character a byte, so that no encoding has to be known yet. */
function asciiHead(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, PRESCAN_BYTES));
}

function withoutComments(head: string): string {
  let rest = head;
  let kept = '';
  for (let start = rest.indexOf('<!--'); start >= 0; start = rest.indexOf('<!--')) {
    kept += rest.slice(0, start);
    const end = rest.indexOf('-->', start + 4);
    rest = end < 0 ? '' : rest.slice(end + 3);
  }
  return kept + rest;
}
