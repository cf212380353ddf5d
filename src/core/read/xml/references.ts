/** Splits a stretch of XML source into plain text and references, so that every word keeps its place. */

/** A piece of text: `width` code units of the source from `start`. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly width: number;
}

const CDATA_OPEN = '<![CDATA[';

/** The pieces of the source between `start` and `end`, which the parser has read as one text without markup. */
export function* pieces(source: string, start: number, end: number): Generator<Piece> {
  if (source.startsWith(CDATA_OPEN, start)) {
    const text = source.slice(start + CDATA_OPEN.length, end - 3);
    yield { text, start: start + CDATA_OPEN.length, width: text.length };
    return;
  }
  const raw = source.slice(start, end);
  let at = 0;
  while (at < raw.length) {
    const ampersand = raw.indexOf('&', at);
    const stop = ampersand === -1 ? raw.length : ampersand;
    if (stop > at) yield { text: raw.slice(at, stop), start: start + at, width: stop - at };
    if (stop === raw.length) return;
    const semicolon = raw.indexOf(';', stop);
    yield { text: referred(raw.slice(stop + 1, semicolon)), start: start + stop, width: semicolon + 1 - stop };
    at = semicolon + 1;
  }
}

/** The parser has refused every reference but these. */
function referred(name: string): string {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
  const written = `&${name};`.replace('&lt;', '<').replace('&gt;', '>').replace('&quot;', '"').replace('&apos;', "'");
  return written.replace('&amp;', '&');
}
