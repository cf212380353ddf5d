/**
 * Where each piece of a text node stands in the source.
 *
 * The parser gives a node's text decoded and only the node's own offsets. `don&rsquo;t` is seven units of text from
 * thirteen of source, and text left outside a table, or around a stray end tag, is gathered from several stretches. So the
 * source is walked again in step with the decoded text: references, CRLF and skipped markup are stepped over, and all
 * between is one to one. Without this every place behind the first reference of a paragraph would be reported too far left.
 */

/** One stretch of a node's text, and the stretch of source it stands for. */
export interface Chunk {
  readonly text: string;
  /** Offset in the source. */
  readonly source: number;
  /** Length in the source; equal to the text's where it was copied unchanged. */
  readonly width: number;
}

/** What counts as markup inside the node: all of it, references only, or nothing. */
export type TextMode = 'data' | 'rcdata' | 'raw';

const REFERENCE = /&(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)/y;
const CDATA = '<![CDATA[';
const AMPERSAND = /&(?:amp;?|AMP;?|#0*38;?|#[xX]0*26;?)/y;

/**
 * Splits the text of a node that stands at `start` … `end` of `source` into chunks whose texts join to `value`.
 * Where text and source cannot be brought into step, the rest is one chunk at the last known place.
 */
export function textChunks(
  value: string,
  source: string,
  span: { readonly start: number; readonly end: number },
  mode: TextMode,
  decode: (reference: string) => string,
): Chunk[] {
  if (span.end - span.start === value.length && source.startsWith(value, span.start)) {
    return [{ text: value, source: span.start, width: value.length }];
  }
  return new Stepper(value, source, span, mode, decode).run();
}

class Stepper {
  #v = 0;
  #r: number;
  readonly #chunks: Chunk[] = [];

  constructor(
    private readonly value: string,
    private readonly source: string,
    private readonly span: { readonly start: number; readonly end: number },
    private readonly mode: TextMode,
    private readonly decode: (reference: string) => string,
  ) {
    this.#r = span.start;
  }

  run(): Chunk[] {
    while (this.#v < this.value.length) {
      if (this.#literal() || this.#step()) continue;
      this.#giveUp();
      break;
    }
    return this.#chunks;
  }

  /** Takes the longest stretch that stands in the source as it is. */
  #literal(): boolean {
    const from = this.#v;
    while (this.#v < this.value.length && this.#r < this.span.end) {
      const code = this.source.charCodeAt(this.#r);
      if (code === 0x26 || code === 0x3c || code === 0x0d || code !== this.value.charCodeAt(this.#v)) break;
      this.#v++;
      this.#r++;
    }
    const length = this.#v - from;
    if (length === 0) return false;
    this.#chunks.push({ text: this.value.slice(from, this.#v), source: this.#r - length, width: length });
    return true;
  }

  /** Steps over what is not one to one; false when nothing fits. */
  #step(): boolean {
    if (this.#r >= this.span.end) return false;
    const sign = this.source[this.#r];
    if (sign === '<') return this.#lessThan();
    if (sign === '&') return this.#ampersand();
    if (sign === '\r') return this.#carriageReturn();
    // NUL is dropped, or shows as U+FFFD.
    if (sign === '\0' && this.#take('\ufffd', 1)) return true;
    if (sign === '\n' || sign === '\0') {
      this.#r++;
      return true;
    }
    return false;
  }

  #lessThan(): boolean {
    if (this.#characterData()) return true;
    if (this.mode === 'data' && /[a-zA-Z/!?]/.test(this.source.charAt(this.#r + 1))) {
      this.#r = markupEnd(this.source, this.#r, this.span.end);
      return true;
    }
    return this.#take('<', 1);
  }

  /** `<![CDATA[…]]>` in a drawing or formula: what is in it stands for itself. */
  #characterData(): boolean {
    if (!this.source.startsWith(CDATA, this.#r)) return false;
    const from = this.#r + CDATA.length;
    const content = this.source.slice(from, this.source.indexOf(']]>', from));
    if (content === '' || !this.value.startsWith(content, this.#v)) return false;
    this.#r = from;
    this.#take(content, content.length);
    this.#r += ']]>'.length;
    return true;
  }

  #ampersand(): boolean {
    if (this.mode === 'raw') return this.#take('&', 1);
    const pattern = this.value[this.#v] === '&' ? AMPERSAND : REFERENCE;
    pattern.lastIndex = this.#r;
    const reference = pattern.exec(this.source)?.[0];
    if (pattern === AMPERSAND) return this.#take('&', reference?.length ?? 1);
    return reference !== undefined && this.#take(this.decode(reference), reference.length);
  }

  #carriageReturn(): boolean {
    const width = this.source[this.#r + 1] === '\n' ? 2 : 1;
    if (this.value[this.#v] === '\n') return this.#take('\n', width);
    this.#r += width;
    return true;
  }

  #take(text: string, width: number): boolean {
    if (text === '' || !this.value.startsWith(text, this.#v)) return false;
    this.#chunks.push({ text, source: this.#r, width });
    this.#v += text.length;
    this.#r += width;
    return true;
  }

  /** The rest of the text may stand at the node's end (text gathered around a table); else it stays at this place. */
  #giveUp(): void {
    const text = this.value.slice(this.#v);
    const tail = this.span.end - text.length;
    if (tail >= this.#r && this.source.startsWith(text, tail)) {
      this.#chunks.push({ text, source: tail, width: text.length });
    } else {
      this.#chunks.push({ text, source: Math.min(this.#r, this.span.end), width: 0 });
    }
  }
}

/** The offset behind the tag or comment that begins at `from`. */
function markupEnd(source: string, from: number, limit: number): number {
  if (source.startsWith('<!--', from)) {
    const close = /--!?>/g;
    close.lastIndex = from + 2;
    return close.exec(source) === null ? limit : Math.min(close.lastIndex, limit);
  }
  let quote = '';
  for (let i = from + 1; i < limit; i++) {
    const sign = source[i]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return i + 1;
  }
  return limit;
}
