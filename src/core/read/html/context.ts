/** What the words of one element inherit from where they stand. */
import type { HiddenBy } from '../document.ts';
import type { Box } from './box.ts';
import { hiddenBy, type Look, type Mark, painted } from './look.ts';
import type { Setting } from './stretch.ts';
import type { Element } from './tree.ts';

export interface Context {
  readonly look: Look;
  readonly box: Box | null;
  /** How the words are kept from sight, if they are. */
  readonly by: HiddenBy | null;
  /** The outermost element that keeps them from sight. */
  readonly hider: Element | null;
  /** Whether no boxes are made here at all, so that nothing divides the text around. */
  readonly boxless: boolean;
  /** The outermost element that strikes them through. */
  readonly striker: Element | null;
  /** Number of the bold element they stand in; 0 for none. */
  readonly strong: number;
  /** Whether they name the source of a block quote. */
  readonly credit: boolean;
  readonly setOff: string | null;
  /** Whether an article, section or the like is open, whose `<header>` is not the page's. */
  readonly sectioned: boolean;
  /** Where in an SVG picture they stand: text outside its text elements is not drawn. */
  readonly svg: 'none' | 'picture' | 'text';
  /** Marks beside those of the look. */
  readonly marks: readonly Mark[];
  readonly setting: Setting;
}

/** The context around the root element. */
export function rootContext(look: Look): Context {
  return {
    look,
    box: null,
    by: null,
    hider: null,
    boxless: false,
    striker: null,
    strong: 0,
    credit: false,
    setOff: null,
    sectioned: false,
    svg: 'none',
    marks: [],
    setting: { whiteSpace: 'collapse', strong: 0, credit: false, marks: [], setOff: null },
  };
}

const UNSURE: Mark = { kind: 'drawn-otherwise', detail: 'colour of the background' };

/** `context` with changes; what follows from them is worked out again. */
export function changed(
  context: Context,
  element: Element,
  change: Partial<Omit<Context, 'by' | 'hider' | 'striker' | 'setting'>>,
): Context {
  const next = { ...context, ...change };
  const by = hiddenBy(next.look);
  const unsure = painted(next.look) === 'unsure' ? [UNSURE] : [];
  const marks =
    next.marks.length + unsure.length === 0 ? next.look.marks : [...next.look.marks, ...next.marks, ...unsure];
  return {
    ...next,
    by,
    hider: by === null ? null : (context.hider ?? element),
    striker: next.look.struck ? (context.striker ?? element) : null,
    setting: { whiteSpace: next.look.whiteSpace, strong: next.strong, credit: next.credit, marks, setOff: next.setOff },
  };
}
