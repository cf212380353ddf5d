/** Style sheets carried in `data:` addresses (RFC 2397): they are in the file, so they are read. */

/** The CSS in a `data:text/css` address, or `null` for any other address. */
export function dataSheet(address: string): string | null {
  const [head, parameters = ''] = /^\s*data:text\/css((?:;[^,;]{0,80}){0,8}),/i.exec(address) ?? [];
  if (head === undefined) return null;
  const bytes = unescaped(address.slice(head.length).replace(/#.*/s, ''));
  const content = /;\s*base64\s*$/i.test(parameters) ? fromBase64(bytes) : bytes;
  return content === null ? null : new TextDecoder().decode(Uint8Array.from(content, (sign) => sign.charCodeAt(0)));
}

/** The bytes that part of an address stands for, one sign each; percent signs that begin no byte stand for themselves. */
function unescaped(part: string): string {
  const bytes = Array.from(new TextEncoder().encode(part), (byte) => String.fromCharCode(byte)).join('');
  return bytes.replaceAll(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function fromBase64(bytes: string): string | null {
  try {
    return atob(bytes.replaceAll(/\s/g, ''));
  } catch {
    return null;
  }
}
