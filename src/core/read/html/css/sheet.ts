/** From the text of `<style>` to rules that can be matched, with a count of what was left unevaluated. */

import { dataSheet } from './data-sheet.ts';
import { type Declaration, parseDeclarations } from './declarations.ts';
import { type Keyframes, parseFrames } from './frames.ts';
import { Layers, MOST_LAYERS } from './layers.ts';
import { type Answer, answerCondition, answerMedia } from './media.ts';
import { partBody, unnest } from './nesting.ts';
import { parseSelectorList, type Selector } from './selector.ts';
import { decodeEscapes, findOutside, splitOutside, statements, withoutComments } from './syntax.ts';

/** One rule: a selector of its list, the declarations, and its place in the order of rules. */
export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  readonly order: number;
  /** Rank of its cascade layer; rules outside all layers have the highest. */
  readonly layer: number;
}

/** All style sheets of a page, evaluated as far as they go. */
export interface Sheet {
  readonly rules: readonly Rule[];
  /** Families that `@font-face` brings with the page, lower case. */
  readonly fonts: ReadonlySet<string>;
  readonly keyframes: Keyframes;
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
    'text-transform max-height filter quotes animation animation-name mix-blend-mode color font-size position'
  ).split(' '),
);

/** The text of one sheet, and the media it is for; '' for all. */
export interface Source {
  readonly css: string;
  readonly media: string;
}

/** Parses the style sheets of a page in document order; `sheetAt` gives those they import, where they are at hand. */
export function parseSheets(sources: readonly Source[], sheetAt: (address: string) => string | null): Sheet {
  const builder = new SheetBuilder(sheetAt);
  for (const source of sources) builder.add(source);
  return builder.sheet();
}

/** Where a rule stands: the at-rules and rules around it. */
interface Around {
  readonly depth: number;
  readonly layer: readonly string[];
  /** Selector list of the rule around, or of the scope. */
  readonly parent: string | null;
}

const TOP: Around = { depth: 0, layer: [], parent: null };
const UNLAYERED = MOST_LAYERS + 1;
/** At-rules that never apply to a page at rest on a screen. */
const IDLE = new Set(['page', 'starting-style', 'view-transition', 'counter-style', 'property', 'font-feature-values']);

class SheetBuilder {
  readonly #rules: { readonly rule: Omit<Rule, 'layer'>; readonly layer: readonly string[] }[] = [];
  readonly #fonts = new Set<string>();
  readonly #frames = new Map<string, ReturnType<typeof parseFrames>>();
  readonly #layers = new Layers();
  readonly #skipped = new Map<string, number>();
  #imports = 0;
  #order = 0;

  constructor(private readonly sheetAt: (address: string) => string | null) {}

  sheet(): Sheet {
    const rankOf = this.#layers.settle();
    return {
      rules: this.#rules.map(({ rule, layer }) => ({ ...rule, layer: layer.length === 0 ? UNLAYERED : rankOf(layer) })),
      fonts: this.#fonts,
      keyframes: this.#frames,
      imports: this.#imports,
      skipped: this.#skipped,
    };
  }

  add({ css, media }: Source): void {
    if (this.#applies(answerMedia(media), '@media', css)) this.#sheet(css, TOP);
  }

  /** A whole sheet; only what stands before its first rule can import another. */
  #sheet(css: string, around: Around): void {
    let early = true;
    for (const { prelude, body } of statements(withoutComments(css))) {
      const { name, rest } = atRule(prelude);
      if (name === 'import' && early) this.#import(rest, around);
      else {
        early &&= /^(?:layer|charset)$/.test(name) && body === null;
        this.#statement(prelude, body, around);
      }
    }
  }

  #block(css: string, around: Around): void {
    for (const { prelude, body } of statements(css)) this.#statement(prelude, body, around);
  }

  #statement(prelude: string, body: string | null, around: Around): void {
    if (body === null || prelude.startsWith('@')) this.#atRule(prelude, body, around);
    else this.#nested(prelude, body, around);
  }

  /** A rule that stands in a scope or rule, or in none. */
  #nested(prelude: string, body: string, around: Around): void {
    const selector = around.parent === null ? prelude : unnest(around.parent, prelude);
    if (selector === null || around.depth >= MAX_NESTING) this.#skip('nested rule');
    else this.#rule(selector, body, around);
  }

  #rule(prelude: string, body: string, around: Around): void {
    const { declarations: own, rules } = partBody(body);
    this.#declare(prelude, own, around);
    const inside = { ...around, depth: around.depth + 1, parent: prelude };
    for (const rule of rules) this.#statement(rule.prelude, rule.body, inside);
  }

  #declare(prelude: string, body: string, { layer }: Around): void {
    const { declarations } = parseDeclarations(body);
    if (declarations.length === 0) return;
    const { selectors, unsupported } = parseSelectorList(prelude);
    const order = this.#order++;
    for (const selector of selectors) this.#rules.push({ rule: { selector, declarations, order }, layer });
    if (unsupported > 0 && declarations.some(({ name }) => TELLING.has(name))) this.#skip('selector');
  }

  #atRule(prelude: string, body: string | null, around: Around): void {
    const { name, rest } = atRule(prelude);
    if (name === 'import') this.#imports++;
    if (name === 'layer' && body === null)
      for (const one of splitOutside(rest, ',')) this.#layers.declare(around.layer, one);
    if (body === null || IDLE.has(name)) return;
    if (name === 'font-face') this.#fontFace(body);
    else if (/^(?:-\w+-)?keyframes$/.test(name)) this.#frames.set(familyName(rest), parseFrames(body));
    else if (around.depth < MAX_NESTING) this.#conditional(name, rest, body, around);
    else if (mentionsTelling(body)) this.#skip(`@${name}`);
  }

  /** A sheet that is at hand is read under the conditions of its import; any other is counted. */
  #import(rest: string, around: Around): void {
    const [whole = '', double = '', single = '', bare = ''] = ADDRESS.exec(rest) ?? [];
    const address = decodeEscapes(double + single + bare);
    const css = dataSheet(address) ?? this.sheetAt(address);
    const { layer, supports, media } = importedUnder(rest.slice(whole.length));
    if (/^print$/i.test(media)) return;
    if (css === null || around.depth >= MAX_NESTING) this.#imports++;
    else if (this.#applies(answerMedia(media), '@import', css)) {
      if (supports !== null && mentionsTelling(css)) this.#skip('@import');
      const path = layer === null ? around.layer : this.#layers.declare(around.layer, layer);
      this.#sheet(css, { ...around, depth: around.depth + 1, layer: path });
    }
  }

  #conditional(name: string, rest: string, body: string, around: Around): void {
    const inside = { ...around, depth: around.depth + 1 };
    if (name === 'media') {
      if (this.#applies(answerMedia(rest), '@media', body)) this.#inside(body, inside);
    } else if (name === 'layer')
      this.#inside(body, { ...inside, layer: this.#layers.declare(around.layer, rest.trim()) });
    else if (name === 'supports') this.#assumed(/^not\b/i.test(rest) ? false : null, name, body, inside);
    else if (name === 'container')
      this.#assumed(answerCondition(rest.replace(/^(?!not\b)[-\w]+\s+/i, '')), name, body, inside);
    else if (name === 'scope') this.#scope(rest, body, inside);
    else if (mentionsTelling(body)) this.#skip(`@${name}`);
  }

  /** Whether rules apply under a condition; where they may not, that is said. Of other windows it is said too. */
  #applies(answer: Answer, what: string, css: string): boolean {
    if (answer !== true && mentionsTelling(css)) this.#skip(what);
    return answer === true;
  }

  /** Browsers of today meet nearly every `@supports`, and most boxes are wide; both are taken, and said if they tell. */
  #assumed(answer: Answer, name: string, body: string, inside: Around): void {
    if (mentionsTelling(body)) this.#skip(`@${name}`);
    if (answer !== false) this.#inside(body, inside);
  }

  /** `@scope (a) to (b)`: rules about what stands in a. What the lower bound excludes is taken too, and said. */
  #scope(rest: string, body: string, inside: Around): void {
    const [whole, start = '', end] = /^\(([\s\S]*?)\)\s*(to\b|$)/i.exec(rest) ?? [];
    if (end !== '') this.#skip('@scope');
    if (whole !== undefined) this.#inside(body, { ...inside, parent: `:where(${start})` });
  }

  /** The inside of a conditional block: rules, and in a rule also declarations for the rule's own elements. */
  #inside(body: string, inside: Around): void {
    if (inside.parent === null || inside.parent.startsWith(':where(')) this.#block(body, inside);
    else this.#rule(inside.parent, body, inside);
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

/** The name of an at-rule, its escapes decoded, and what follows it; '' for a rule. */
function atRule(prelude: string): { readonly name: string; readonly rest: string } {
  const [whole = '', word = ''] = /^@((?:[-\w]|\\(?:[0-9a-f]{1,6}\s?|.))*)/i.exec(prelude) ?? [];
  return { name: decodeEscapes(word).toLowerCase(), rest: prelude.slice(whole.length).trim() };
}

const ADDRESS = /^(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s)"']+))\s*\)?/i;

/** What stands behind the address of an import: `layer(a) supports(…) screen`. */
function importedUnder(conditions: string): {
  readonly layer: string | null;
  readonly supports: string | null;
  readonly media: string;
} {
  const [inLayer = '', layer = ''] = /^\s*layer\b(?:\(([^()]*)\))?/i.exec(conditions) ?? [];
  const behind = conditions.slice(inLayer.length).trim();
  const open = /^supports\(/i.exec(behind)?.[0].length ?? 0;
  const end = open === 0 ? 0 : findOutside(behind, open, ')') + 1;
  return {
    layer: inLayer === '' ? null : layer.trim(),
    supports: end === 0 ? null : behind.slice(0, end),
    media: behind.slice(end).trim(),
  };
}

/** One family of a `font-family` value without its quotes, lower case. */
export function familyName(value: string): string {
  return decodeEscapes(value.trim().replace(/^["']|["']$/g, ''))
    .trim()
    .toLowerCase();
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
