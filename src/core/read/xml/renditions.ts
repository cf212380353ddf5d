/**
 * What a TEI header says about how elements look (TEI P5, 2.3.4 "The tagging declaration"): `<rendition xml:id="x">display:none`.
 *
 * Renditions are CSS, and programs that show TEI take them for it. One that hides is looked up wherever an element points at
 * it, names its class of elements, or carries the same in its `style`.
 */
import type { HiddenBy } from '../document.ts';
import type { Attributes } from '../xml-events/index.ts';

/** Says what keeps words from being seen that are set in declarations of CSS, or `null`. */
export type CssEye = (css: string) => HiddenBy | null;

/** Loads the rules for CSS; a text without any styles needs none. */
export async function loadCssEye(source: string): Promise<CssEye> {
  if (!/\b(?:style|rend)\s*=|<rendition\b/.test(source)) return () => null;
  const { parseDeclarations } = await import('../html/css/declarations.ts');
  const { expand } = await import('../html/css/properties.ts');
  const { hiddenBy, lookOf, ROOT_LOOK } = await import('../html/look.ts');
  return (css) => {
    const values = new Map([['display', 'inline']]);
    for (const { name, value } of parseDeclarations(css).declarations) {
      for (const [longhand, found] of expand(name, value) ?? []) values.set(longhand, found);
    }
    return hiddenBy(lookOf(ROOT_LOOK, values, ROOT_LOOK.variables, { fonts: new Set() }));
  };
}

/** Words for it that need no CSS. */
const HIDDEN = /(?:^|\s)(?:hidden|hide|invisible|none|nodisplay)(?:$|\s)/i;
/** A list of names of elements. */
const ELEMENTS = /^[\w.-]+(?:\s*,\s*[\w.-]+)*$/;

export class Renditions {
  readonly #eye: CssEye;
  /** Those that hide, by their ids and by the elements they are for. */
  readonly #byId = new Map<string, HiddenBy>();
  readonly #byElement = new Map<string, HiddenBy>();
  readonly #defaults = new Map<string, string>();
  #unread = 0;

  constructor(eye: CssEye) {
    this.#eye = eye;
  }

  /** How many renditions hide what could not be made out. */
  get unread(): number {
    return this.#unread;
  }

  /** Takes a `rendition` of the header. */
  add(attributes: Attributes, css: string): void {
    const by = this.#eye(css);
    if (by === null) return;
    this.#byId.set(attributes['xml:id'] ?? '', by);
    const selector = attributes['selector']?.trim();
    if (selector === undefined || selector === '') return;
    if (ELEMENTS.test(selector)) for (const name of selector.split(/\s*,\s*/)) this.#byElement.set(name, by);
    else this.#unread++;
  }

  /** Takes a `tagUsage` of the header: the rendition an element has unless it says otherwise. */
  addUsage(attributes: Attributes): void {
    const { gi = '', render = '' } = attributes;
    this.#defaults.set(gi, render);
  }

  /** What keeps the words of an element from being seen, or `null`. */
  unseenBy(name: string, attributes: Attributes): HiddenBy | null {
    const { rend = '', rendition, style = '' } = attributes;
    if (HIDDEN.test(rend)) return 'style';
    const own = style === '' && !rend.includes(':') ? null : this.#eye(`${rend};${style}`);
    return own ?? this.#pointed(rendition ?? this.#defaults.get(name) ?? '') ?? this.#byElement.get(name) ?? null;
  }

  #pointed(ids: string): HiddenBy | null {
    if (ids === '') return null;
    const found = ids.split(/\s+/).flatMap((id) => this.#byId.get(id.replace(/^#/, '')) ?? []);
    return found[0] ?? null;
  }
}
