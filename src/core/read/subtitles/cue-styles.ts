/**
 * The styles of WebVTT cues (W3C WebVTT, 8 "CSS extensions"): `::cue(.x) { visibility: hidden }` hides words in a cue as a page does.
 *
 * The tags of a cue make a tree; it is held against the sheets by the rules for pages, with the names put so that ordinary
 * selectors fit: the cue is an element `vtt-cue`, in an element `vtt-region` where it has one.
 */

import { Refusal } from '../../refusal.ts';
import type { Caveat, HiddenBy } from '../document.ts';
import type { Look, Mark } from '../html/look.ts';
import type { Element } from '../html/tree.ts';
import { MAX_DEPTH } from '../limits.ts';
import { type Cue, milliseconds } from './cues.ts';

/** How words of a cue look. */
export interface CueStyle {
  /** How they are kept from the eye, or `null`. */
  readonly hiddenBy: HiddenBy | null;
  readonly marks: readonly Mark[];
}

/** How words of one cue look: before its first tag, and behind each tag in turn. */
export type StyledCue = readonly CueStyle[];

export interface CueStyles {
  styled(source: string, cue: Cue): StyledCue;
  /** What of the sheets was not evaluated. */
  readonly caveats: readonly Caveat[];
}

const COLOURS = ['white', 'lime', 'cyan', 'red', 'yellow', 'magenta', 'blue', 'black'];
/** What players have of their own: white words on a black box, and a class for each of eight colours. */
const PLAYER_STYLE = `@layer player { vtt-cue { color: white; background-color: black }
${COLOURS.map((name) => `.${name} { color: ${name} } .bg_${name} { background-color: ${name} }`).join('\n')} }`;
const COLOUR_CLASS = /<[a-z]{1,5}[^<>\s]{0,80}\.(?:black|bg_[a-z]{1,7})\b/;

/** The styles of a file with these sheets; `null` when neither they nor its own classes change how words look. */
export async function loadCueStyles(source: string, sheets: readonly string[]): Promise<CueStyles | null> {
  if (sheets.length === 0 && !COLOUR_CLASS.test(source)) return null;
  const { Looks } = await import('../html/looks.ts');
  const { hiddenBy } = await import('../html/look.ts');
  const { parseSheets } = await import('../html/css/sheet.ts');
  const { defaultTreeAdapter, html } = await import('parse5');
  const sheet = parseSheets(
    [PLAYER_STYLE, ...sheets.map(translated)].map((css) => ({ css, media: '' })),
    () => null,
  );
  const looks = new Looks(sheet, 'all-read');
  const around: Look = { ...looks.root, ground: null };
  const make: Make = (name, attributes, outer) => {
    const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
    const element = defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);
    if (outer !== null) defaultTreeAdapter.appendChild(outer.element, element);
    return { element, outer, look: null, style: null };
  };
  const lookOf = (box: Box): Look => {
    box.look ??= looks.of(box.element, box.outer === null ? around : lookOf(box.outer));
    return box.look;
  };
  const styleOf = (box: Box): CueStyle => {
    const look = lookOf(box);
    box.style ??= { hiddenBy: look.struck ? 'style' : hiddenBy(look), marks: look.marks };
    return box.style;
  };
  return {
    styled: (text, cue) => boxesOf(text, cue, make).map(styleOf),
    caveats: [...sheet.skipped].map(([what, count]) => ({
      kind: 'stylesheet',
      at: null,
      detail: `${count} style rule${count === 1 ? '' : 's'} not evaluated (${what})`,
    })),
  };
}

type Attributes = Readonly<Record<string, string>>;

/** An element with what is worked out of it once the whole cue is known. */
interface Box {
  readonly element: Element;
  readonly outer: Box | null;
  look: Look | null;
  style: CueStyle | null;
}

type Make = (name: string, attributes: Attributes, outer: Box | null) => Box;

const CUE = /(?:[a-z*]{0,10})::cue(-region)?(?:\(([^(){}]{0,400}(?:\([^(){}]{0,100}\)[^(){}]{0,400}){0,8})\))?/gi;

/** A sheet with ordinary selectors in place of those for cues. */
function translated(sheet: string): string {
  return sheet.replace(CUE, (_, region: string | undefined, inner: string | undefined) => {
    const name = region === undefined ? 'vtt-cue' : 'vtt-region';
    if (inner === undefined) return name;
    const wanted = inner.replace(/:(past|future)\b/gi, '[$1]');
    return `:is(${name}:is(${wanted}), ${name} :is(${wanted}))`;
  });
}

/** The boxes that words before the first tag, and behind each one, stand in. */
function boxesOf(source: string, cue: Cue, make: Make): readonly Box[] {
  const region = cue.region === null ? null : make('vtt-region', { id: cue.region }, null);
  const tree = new CueTree(make('vtt-cue', { id: cue.id }, region), cue, make);
  const boxes = [tree.place];
  for (const { start, end } of cue.lines) {
    for (const [tag] of source.slice(start, end).matchAll(/<[^<>]*>/g)) {
      tree.take(tag);
      boxes.push(tree.place);
    }
  }
  return boxes;
}

const TAG = /^<(c|i|b|u|ruby|rt|v|lang)((?:\.[^\s.>]{1,200})*)(?:[ \t]+([^>]*))?>$/;
const TIME = /^<((?:\d{1,4}:)?\d{1,2}:\d{2}\.\d{3})>$/;

class CueTree {
  readonly #cue: Cue;
  readonly #make: Make;
  readonly #open: Box[];
  /** Whether what follows has been said, or is still to be said, all the while the cue is shown. */
  #time: 'past' | 'future' | null = null;
  #wrapped: Box | null = null;

  constructor(root: Box, cue: Cue, make: Make) {
    this.#open = [root];
    this.#cue = cue;
    this.#make = make;
  }

  /** The box that words here stand in; words behind a time stand in one of their own. */
  get place(): Box {
    const top = this.#open.at(-1)!;
    if (this.#time === null) return top;
    this.#wrapped ??= this.#make('vtt-time', this.#state(), top);
    return this.#wrapped;
  }

  take(tag: string): void {
    const [, name = '', classes = '', annotation = ''] = TAG.exec(tag) ?? [];
    const time = TIME.exec(tag)?.[1];
    if (name !== '') this.#begin(name, classes, annotation);
    else if (time !== undefined) this.#pass(milliseconds(time));
    else if (tag.startsWith('</')) this.#end(tag.slice(2, -1).trim());
    else return;
    this.#wrapped = null;
  }

  #begin(name: string, classes: string, annotation: string): void {
    if (this.#open.length >= MAX_DEPTH) throw new Refusal('too-deep', 'tags in a cue');
    const attributes = {
      class: classes.replaceAll('.', ' ').trim(),
      ...(name === 'v' ? { voice: annotation.trim() } : {}),
      ...(name === 'lang' ? { lang: annotation.trim() } : {}),
      ...this.#state(),
    };
    this.#open.push(this.#make(name, attributes, this.#open.at(-1)!));
  }

  #end(name: string): void {
    const top = this.#open.at(-1)!.element.tagName;
    if (this.#open.length > 1 && top === name) this.#open.pop();
    else if (top === 'rt' && name === 'ruby') this.#open.splice(-2);
  }

  #pass(time: number): void {
    this.#time = time <= this.#cue.start ? 'past' : time >= this.#cue.end ? 'future' : null;
  }

  #state(): Attributes {
    return this.#time === null ? {} : { [this.#time]: '' };
  }
}
