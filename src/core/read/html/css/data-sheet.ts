/** Style sheets carried in `data:` addresses (RFC 2397): they are in the file, so they are read. */

/** The CSS in a `data:text/css` address, or `null` for any other address. */
export function dataSheet(address: string): string | null {
  const match = /^\s*data:text\/css((?:;[^,;]{0,80}){0,8}),/i.exec(address);
  if (match === null) return null;
  const content = address.slice(match[0].length);
  return /;\s*base64\s*$/i.test(match[1] ?? '') ? fromBase64(content) : unescaped(content);
}

function fromBase64(content: string): string | null {
  try {
    return atob(unescaped(content).replaceAll(/\s/g, ''));
  } catch {
    return null;
  }
}

/** Percent signs that begin no byte stand for themselves, and bytes that are no UTF-8 leave all as it is. */
function unescaped(content: string): string {
  try {
    return decodeURIComponent(content.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return content;
  }
}
