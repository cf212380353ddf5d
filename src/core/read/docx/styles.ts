/**
 * The style sheet, resolved: what a run of given styles and own formatting looks like (ECMA-376, part 1, 17.7).
 *
 * Defaults, then the paragraph's style with all it is based on, then the character style with all it is based on, then the
 * run's own formatting. Toggles (hidden, struck, bold) of the two styles cancel each other out: a hidden character style in a
 * hidden paragraph style is seen. Getting this wrong once is enough to pass over a hidden word.
 */
import type { BlockKind, HiddenBy } from '../document.ts';
import { type Colour, frameUnseenBy } from '../office/unseen.ts';
import { type Attributes, OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { applyRunProperty, type RunProperties, shadingOf } from './run-properties.ts';
import type { Theme } from './theme.ts';
import { attribute, isOn, VOCABULARY } from './vocabulary.ts';

/** What a paragraph, or a paragraph style, says about the whole paragraph. */
export interface ParagraphProperties {
  style?: string;
  list?: string;
  level?: number;
  outline?: number;
  shading?: Colour | null;
  /** Height of its lines in points, and the rule that says what it means. */
  line?: number;
  lineRule?: string;
  /** Space before its left edge in points. */
  indent?: number;
  /** What keeps the frame it stands in from being seen. */
  frame?: HiddenBy | null;
}

interface Style {
  readonly name: string;
  readonly parent: string;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

interface Unfinished {
  id: string;
  name: string;
  parent: string;
  run: RunProperties;
  paragraph: ParagraphProperties;
}

const NAMED_KINDS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['title', 'heading'],
  ['subtitle', 'heading'],
  ['caption', 'caption'],
  ['quote', 'quote'],
  ['intense quote', 'quote'],
  ['block text', 'quote'],
]);

/** Takes the property element `name`, a child of `w:pPr` or `w:numPr`, into `properties`. */
export function applyParagraphProperty(
  properties: ParagraphProperties,
  name: string,
  attributes: Attributes,
  theme: Theme,
): void {
  const value = attribute(attributes, 'w:val');
  if (name === 'w:pStyle') properties.style = value;
  else if (name === 'w:numId') properties.list = value;
  else if (name === 'w:ilvl') properties.level = Number.parseInt(value, 10) || 0;
  else if (name === 'w:outlineLvl') properties.outline = Number.parseInt(value, 10);
  else if (name === 'w:shd') properties.shading = shadingOf(attributes, theme);
  else if (name === 'w:spacing') Object.assign(properties, lineOf(attributes));
  else if (name === 'w:ind') Object.assign(properties, indentOf(attributes));
  else if (name === 'w:framePr') properties.frame = frameOf(attributes);
}

/** A length in twentieths of a point, as WordprocessingML has it, in points; `undefined` when it is not given. */
export function pointsOf(twentieths: string | undefined): number | undefined {
  const value = Number.parseFloat(twentieths ?? '');
  return Number.isFinite(value) ? value / 20 : undefined;
}

/** What the paragraph says of its lines; what it leaves open stays as the style has it. */
function lineOf(attributes: Attributes): ParagraphProperties {
  const line = pointsOf(attributes['w:line']);
  const lineRule = attributes['w:lineRule'];
  return { ...(line === undefined ? {} : { line }), ...(lineRule === undefined ? {} : { lineRule }) };
}

function indentOf(attributes: Attributes): ParagraphProperties {
  const indent = pointsOf(attributes['w:left'] ?? attributes['w:start']);
  return indent === undefined ? {} : { indent };
}

function frameOf(attributes: Attributes): HiddenBy | null {
  const exact = attributes['w:hRule'] === 'exact';
  const by = attributes['w:hAnchor'] === 'page' || attributes['w:vAnchor'] === 'page' ? 'page' : 'text';
  return frameUnseenBy({
    width: pointsOf(attributes['w:w']),
    height: exact ? pointsOf(attributes['w:h']) : undefined,
    left: pointsOf(attributes['w:x']),
    top: pointsOf(attributes['w:y']),
    by,
  });
}

export class StyleSheet {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaults: RunProperties;
  /** The style of paragraphs that name none. */
  readonly usual: string;
  readonly #chains = new Map<string, readonly Style[]>();
  readonly #runs = new Map<string, RunProperties>();
  readonly #paragraphs = new Map<string, ParagraphProperties>();

  constructor(styles: ReadonlyMap<string, Style>, defaults: RunProperties, usual: string) {
    this.#styles = styles;
    this.#defaults = defaults;
    this.usual = usual;
  }

  /** All formatting of a run in a paragraph of style `paragraphStyle` with its `own` formatting. */
  run(paragraphStyle: string | undefined, own: RunProperties): RunProperties {
    const base = this.#base(paragraphStyle ?? this.usual, own.style ?? '');
    for (const _ in own) return { ...base, ...own };
    return base;
  }

  /** The paragraph formatting that a style gives. */
  paragraph(style: string | undefined): ParagraphProperties {
    const id = style ?? this.usual;
    const known = this.#paragraphs.get(id);
    if (known !== undefined) return known;
    const merged: ParagraphProperties = Object.assign({}, ...this.#chain(id).map((each) => each.paragraph));
    this.#paragraphs.set(id, merged);
    return merged;
  }

  /** What a paragraph of that style is, by the built-in name of the style or of one it is based on. */
  kind(style: string | undefined): BlockKind | null {
    for (const { name } of this.#chain(style ?? this.usual).toReversed()) {
      const kind = /^heading \d$/.test(name) ? 'heading' : NAMED_KINDS.get(name);
      if (kind !== undefined) return kind;
    }
    return null;
  }

  #base(paragraphStyle: string, characterStyle: string): RunProperties {
    const key = `${paragraphStyle}\n${characterStyle}`;
    let base = this.#runs.get(key);
    if (base === undefined) {
      const outer: RunProperties = Object.assign({}, ...this.#chain(paragraphStyle).map((each) => each.run));
      const inner: RunProperties = Object.assign({}, ...this.#chain(characterStyle).map((each) => each.run));
      base = { ...this.#defaults, ...outer, ...inner, ...this.#toggles(outer, inner) };
      this.#runs.set(key, base);
    }
    return base;
  }

  #toggles(outer: RunProperties, inner: RunProperties): RunProperties {
    const toggled = (name: 'vanish' | 'strike' | 'dstrike' | 'bold'): boolean =>
      this.#defaults[name] === true || (outer[name] === true) !== (inner[name] === true);
    return { vanish: toggled('vanish'), strike: toggled('strike'), dstrike: toggled('dstrike'), bold: toggled('bold') };
  }

  /** The style and those it is based on, the most basic one first. A circle ends where it closes. */
  #chain(id: string): readonly Style[] {
    const known = this.#chains.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    const met = new Set<string>();
    for (let next = id; next !== '' && !met.has(next); ) {
      met.add(next);
      const style = this.#styles.get(next);
      if (style !== undefined) chain.unshift(style);
      next = style?.parent ?? '';
    }
    this.#chains.set(id, chain);
    return chain;
  }
}

/** The style sheet of the part `source`; without one, everything looks plain. */
export async function readStyles(source: string | null, theme: Theme): Promise<StyleSheet> {
  const reading = new Reading(theme);
  if (source !== null) await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, reading);
  return new StyleSheet(reading.styles, reading.defaults, reading.usual);
}

class Reading {
  readonly styles = new Map<string, Style>();
  readonly defaults: RunProperties = {};
  usual = '';
  readonly #theme: Theme;
  readonly #path: string[] = [];
  #style: Unfinished | null = null;
  /** Depth of what is passed over: formatting of parts of tables, and former formatting. */
  #skip = 0;

  constructor(theme: Theme) {
    this.#theme = theme;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#skip > 0 || name === 'w:tblStylePr' || name.endsWith('PrChange')) this.#skip++;
    else if (name === 'w:style') this.#begin(attributes);
    else this.#property(name, parent, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skip > 0) this.#skip--;
    else if (name === 'w:style' && this.#style !== null) {
      this.styles.set(this.#style.id, this.#style);
      this.#style = null;
    }
  }

  text(): void {}

  #begin(attributes: Attributes): void {
    const id = attribute(attributes, 'w:styleId');
    this.#style = { id, name: '', parent: '', run: {}, paragraph: {} };
    const standard = attributes['w:default'];
    if (attributes['w:type'] === 'paragraph' && standard !== undefined && isOn({ 'w:val': standard })) this.usual = id;
  }

  #property(name: string, parent: string, attributes: Attributes): void {
    const style = this.#style;
    if (this.#path.includes('w:rPr')) {
      if (style !== null || this.#path.includes('w:rPrDefault')) {
        applyRunProperty(style?.run ?? this.defaults, name, this.#path, attributes, this.#theme);
      }
    } else if (style !== null && parent === 'w:style') {
      if (name === 'w:name') style.name = attribute(attributes, 'w:val').toLowerCase();
      if (name === 'w:basedOn') style.parent = attribute(attributes, 'w:val');
    } else if (style !== null && (parent === 'w:pPr' || parent === 'w:numPr')) {
      applyParagraphProperty(style.paragraph, name, attributes, this.#theme);
    }
  }
}
