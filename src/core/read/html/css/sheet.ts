/** From the text of `<style>` to rules that can be matched, with a count of what was left unevaluated. */
import { type Declaration, parseDeclarations } from './declarations.ts';
import { parseSelectorList, type Selector } from './selector.ts';
import { decodeEscapes, statements, withoutComments } from './syntax.ts';

/** One rule: a selector of its list, the declarations, and its place in the order of rules. */
export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  readonly order: number;
}

/** All style sheets of a page, evaluated as far as they go. */
export interface Sheet {
  readonly rules: readonly Rule[];
  /** Families that `@font-face` brings with the page, lower case. */
  readonly fonts: ReadonlySet<string>;
  /** `@import` rules. */
  readonly imports: number;
  /** Rules that could change what is seen and were not evaluated, by what stood in the way. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** At-rules may nest; beyond this depth they are not evaluated. */
const MAX_NESTING = 8;

/** Longer than any property's name. */
const LONGEST_NAME = 40;

/** Properties by which a rule can hide, add, move or redraw words. */
const TELLING: ReadonlySet<string> = new Set(
  (
    'all display visibility opacity content order flex-direction flex-flow clip clip-path text-indent transform translate scale ' +
    'direction unicode-bidi content-visibility -webkit-text-security -webkit-text-fill-color text-decoration text-decoration-line ' +
    'text-transform max-height filter quotes'
  ).split(' '),
);

/** Parses the style sheets of a page in document order. */
export function parseSheets(sources: readonly string[]): Sheet {
  const builder = new SheetBuilder();
  for (const source of sources) builder.add(withoutComments(source));
  return builder.sheet();
}

class SheetBuilder {
  readonly #rules: Rule[] = [];
  readonly #fonts = new Set<string>();
  readonly #skipped = new Map<string, number>();
  #imports = 0;
  #order = 0;

  sheet(): Sheet {
    return { rules: this.#rules, fonts: this.#fonts, imports: this.#imports, skipped: this.#skipped };
  }

  add(css: string): void {
    this.#block(css, 0);
  }

  #block(css: string, depth: number): void {
    for (const { prelude, body } of statements(css)) {
      if (prelude.startsWith('@')) this.#atRule(prelude, body, depth);
      else if (body !== null) this.#rule(prelude, body);
    }
  }

  #rule(prelude: string, body: string): void {
    const { declarations, nested } = parseDeclarations(body);
    if (nested) this.#skip('nested rule');
    if (declarations.length === 0) return;
    const { selectors, unsupported } = parseSelectorList(prelude);
    const order = this.#order++;
    for (const selector of selectors) this.#rules.push({ selector, declarations, order });
    const telling = /:first-l/i.test(prelude) || declarations.some(({ name }) => TELLING.has(name));
    if (unsupported > 0 && telling) this.#skip('selector');
  }

  #atRule(prelude: string, body: string | null, depth: number): void {
    const [, word = '', rest = ''] = /^@([-\w]*)\s*([\s\S]*)$/.exec(prelude) ?? [];
    const name = word.toLowerCase();
    if (name === 'import') this.#imports++;
    if (body === null) return;
    if (name === 'font-face') this.#fontFace(body);
    else if (name === 'media' && isScreen(rest) && depth < MAX_NESTING) this.#block(body, depth + 1);
    else if ((name === 'layer' || name === 'supports') && depth < MAX_NESTING) this.#assumed(name, body, depth);
    else if (name !== 'page' && mentionsTelling(body)) this.#skip(`@${name}`);
  }

  /** Browsers of today meet nearly every `@supports`, and layers only reorder; both are taken, and said if they tell. */
  #assumed(name: string, body: string, depth: number): void {
    if (mentionsTelling(body)) this.#skip(`@${name}`);
    this.#block(body, depth + 1);
  }

  #fontFace(body: string): void {
    for (const { name, value } of parseDeclarations(body).declarations) {
      if (name === 'font-family') this.#fonts.add(familyName(value));
    }
  }

  #skip(what: string): void {
    this.#skipped.set(what, (this.#skipped.get(what) ?? 0) + 1);
  }
}

/** One family of a `font-family` value without its quotes, lower case. */
export function familyName(value: string): string {
  return decodeEscapes(value.trim().replace(/^["']|["']$/g, ''))
    .trim()
    .toLowerCase();
}

/** Whether a media query list takes a screen of any width. */
export function isScreen(query: string): boolean {
  const parts = query.toLowerCase().split(',');
  return query.trim() === '' || parts.some((part) => /^\s*(?:only\s+)?(?:all|screen)\s*$/.test(part));
}

function mentionsTelling(body: string): boolean {
  for (let at = body.indexOf(':'); at >= 0; at = body.indexOf(':', at + 1)) {
    const name = /[-a-z]+$/.exec(
      body
        .slice(Math.max(0, at - LONGEST_NAME), at)
        .trimEnd()
        .toLowerCase(),
    )?.[0];
    if (name !== undefined && TELLING.has(name)) return true;
  }
  return body.includes('\\');
}
