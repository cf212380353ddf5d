/**
 * Weighs what a page draws when everything in it is unfolded, before it is drawn.
 *
 * Ten forms that draw ten forms that draw ten are a kilobyte in the file and a gigabyte when drawn. What the page draws
 * itself is counted as it comes (`bounded.ts`), but patterns, annotations and the letters of Type 3 fonts are unfolded in one
 * go and kept; a form of nothing but a comment is not even counted. So the streams are followed here by their names, each
 * looked at once, and their lengths multiplied.
 */
import { Refusal } from '../../refusal.ts';
import type { FileObjects } from './file-objects.ts';
import { type Dictionary, inherited, isReference, type Value, type Values } from './values.ts';

/** Characters of content that one page unfolds to; a dense page has a hundred thousand. */
const MAX_UNFOLDED = 32 * 1024 * 1024;
/** Characters that its patterns, annotations and Type 3 letters unfold to. */
const MAX_KEPT = 2 * 1024 * 1024;
/** The same for the document. */
const MAX_UNFOLDED_IN_ALL = 512 * 1024 * 1024;
const MAX_KEPT_IN_ALL = 32 * 1024 * 1024;
/** Streams within streams. */
const MAX_NESTING = 100;
/** Names that draw, or may. */
const USES = /\/([^\s()<>[\]{}/%]+)\s+(Do|scn|SCN|gs)\b/gu;
/** Where the resources keep what is named before these operators; before others it is a pattern. */
const KINDS: Readonly<Record<string, string>> = { Do: 'XObject', gs: 'ExtGState' };

/** What a stream unfolds to: all of it, and what is kept at once. */
interface Weight {
  readonly all: number;
  readonly kept: number;
}

const NOTHING: Weight = { all: 0, kept: 0 };

/** Weighs the pages of one document. */
export class Unfolding {
  readonly #objects: FileObjects;
  readonly #values: Values;
  readonly #known = new Map<number, Weight>();
  #total = NOTHING;

  constructor(objects: FileObjects, values: Values) {
    this.#objects = objects;
    this.#values = values;
  }

  /** Refuses `too-large` when the page, or all pages so far, unfold to too much. */
  async weigh(page: Dictionary): Promise<void> {
    const resources = this.#values.dictionary(inherited(this.#values, page, 'Resources'));
    const annotations = await this.#appearances(page);
    const own = this.#unfolds(resources)
      ? await this.#content(this.#values.items(page.get('Contents')), resources, 0)
      : NOTHING;
    const letters = await this.#letters(resources, 0);
    const weight = {
      all: own.all + annotations + letters,
      kept: own.kept + annotations + letters,
    };
    this.#total = { all: this.#total.all + weight.all, kept: this.#total.kept + weight.kept };
    if (weight.all > MAX_UNFOLDED || weight.kept > MAX_KEPT)
      throw new Refusal('too-large', 'a page unfolds to more than a page can hold');
    if (this.#total.all > MAX_UNFOLDED_IN_ALL || this.#total.kept > MAX_KEPT_IN_ALL)
      throw new Refusal('too-large', 'the pages unfold to more than pages can hold');
  }

  #unfolds(resources: Dictionary): boolean {
    return Object.values(KINDS).some((kind) => resources.has(kind)) || resources.has('Pattern');
  }

  /** The weight of streams in a row, with what they draw by name. */
  async #content(streams: readonly Value[], resources: Dictionary, depth: number): Promise<Weight> {
    if (depth > MAX_NESTING) throw new Refusal('too-deep', 'forms within forms');
    const uses = new Map<string, number>();
    let all = 0;
    for (const stream of streams) {
      if (!isReference(stream)) continue;
      const content = (await this.#objects.content(stream.object)) ?? '';
      all += content.length;
      for (const [, name = '', operator = ''] of content.matchAll(USES)) {
        const use = `${KINDS[operator] ?? 'Pattern'} ${name}`;
        uses.set(use, (uses.get(use) ?? 0) + 1);
      }
    }
    let kept = 0;
    for (const [use, times] of uses) {
      const [kind = '', name = ''] = use.split(' ');
      const target = this.#targetOf(kind, name, resources);
      if (!isReference(target)) continue;
      const weight = await this.#stream(target.object, resources, depth + 1);
      const often = kind === 'Pattern' ? 1 : times;
      all += often * weight.all;
      kept += kind === 'Pattern' ? weight.all : often * weight.kept;
    }
    return { all, kept };
  }

  /** The stream drawn by a name: a form, a pattern, or the form of a state's soft mask. */
  #targetOf(kind: string, name: string, resources: Dictionary): Value | undefined {
    const named = this.#values.dictionary(resources.get(kind)).get(name);
    if (kind !== 'ExtGState') return named;
    return this.#values.dictionary(this.#values.dictionary(named).get('SMask')).get('G');
  }

  /** The weight of a form, or of a pattern once; pictures weigh nothing. */
  async #stream(number: number, around: Dictionary, depth: number): Promise<Weight> {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    this.#known.set(number, NOTHING);
    const dictionary = this.#values.dictionary({ object: number });
    if (dictionary.get('Subtype') !== '/Form' && !dictionary.has('PatternType')) return NOTHING;
    const own = dictionary.has('Resources') ? this.#values.dictionary(dictionary.get('Resources')) : around;
    const weight = await this.#content([{ object: number }], own, depth);
    this.#known.set(number, weight);
    return weight;
  }

  /** What the appearances of a page's annotations unfold to. */
  async #appearances(page: Dictionary): Promise<number> {
    let sum = 0;
    for (const annotation of this.#values.items(page.get('Annots'))) {
      const normal = this.#values.dictionary(this.#values.dictionary(annotation).get('AP')).get('N');
      for (const state of [normal, ...this.#values.dictionary(normal).values()]) {
        if (isReference(state)) sum += (await this.#stream(state.object, new Map(), 0)).all;
      }
    }
    return sum;
  }

  /** What the letters of the page's Type 3 fonts unfold to, each once. */
  async #letters(resources: Dictionary, depth: number): Promise<number> {
    let sum = 0;
    for (const font of this.#values.dictionary(resources.get('Font')).values()) {
      const dictionary = this.#values.dictionary(font);
      if (dictionary.get('Subtype') !== '/Type3' || !isReference(font) || this.#known.has(font.object)) continue;
      this.#known.set(font.object, NOTHING);
      if (depth > MAX_NESTING) throw new Refusal('too-deep', 'fonts within fonts');
      const own = dictionary.has('Resources') ? this.#values.dictionary(dictionary.get('Resources')) : resources;
      for (const letter of this.#values.dictionary(dictionary.get('CharProcs')).values())
        sum += (await this.#content([letter], own, 1)).all;
      sum += await this.#letters(own, depth + 1);
    }
    return sum;
  }
}
