/**
 * How one box looks, as far as it decides whether, where and as what its words are seen.
 *
 * A look is made from the look of the box around it and the declarations in force. A box no style speaks of shares one
 * look with all its like, so an ordinary page makes a few dozen of them.
 */
import type { CaveatKind, HiddenBy } from '../document.ts';
import {
  boldnessOf,
  colourOf,
  covers,
  displayOf,
  groundOf,
  opacityOf,
  raises,
  sizeOf,
  standsApart,
  tellingFont,
  visibilityOf,
  whiteSpaceOf,
} from './aspects.ts';
import { BLACK, blendsIn, type Colour, WHITE } from './css/colour.ts';
import { parseLength, VIEWPORT } from './css/length.ts';
import type { Values } from './css/values.ts';
import type { Variables } from './css/variables.ts';
import { concealment } from './hiding.ts';
import { displacement, oddities } from './oddities.ts';

/** Something that makes words look other than they are read; all words of one box share one mark. */
export interface Mark {
  readonly kind: CaveatKind;
  readonly detail: string;
}

/** How a box takes part in the layout. */
export type Display = 'none' | 'contents' | 'inline' | 'inline-box' | 'block';

export interface Look {
  readonly display: Display;
  /** Whether children are laid out in a row or column of their own (flex, grid). */
  readonly items: 'flow' | 'forward' | 'reverse';
  readonly order: number;
  readonly visible: boolean;
  /** In pixels. */
  readonly fontSize: number;
  /** `null` where the colour is one that is not worked out. */
  readonly colour: Colour | null;
  /** `-webkit-text-fill-color`, where it is set. */
  readonly fill: Colour | null;
  /** What lies behind the words; `null` where it is not worked out, or the words are cut out of it. */
  readonly ground: Colour | null;
  /** Whether that is all that lies behind them: no image, and no sheet that was not read. */
  readonly groundSure: boolean;
  readonly opacity: number;
  /** In pixels. */
  readonly textIndent: number;
  readonly whiteSpace: 'collapse' | 'keep' | 'keep-lines';
  readonly bold: boolean;
  readonly struck: boolean;
  /** Raised or lowered against the line. */
  readonly raised: boolean;
  readonly rightToLeft: boolean;
  /** Taken out of the flow with a ground of its own, so that it can lie over other words. */
  readonly covers: boolean;
  /** How a block is taken from its place among the blocks around it, if it is: a paragraph could stand elsewhere. */
  readonly moved: string | null;
  /** How the box and everything in it is kept from sight, if it is. */
  readonly concealed: HiddenBy | null;
  /** Marks in force, the browser's reader is to be told about. */
  readonly marks: readonly Mark[];
  /** Values of inherited properties that make marks, to tell a change from what is around. */
  readonly inherited: ReadonlyMap<string, string>;
  readonly content: string | null;
  readonly quotes: string | null;
  readonly variables: Variables;
}

/** The look around a page no style speaks of. */
export const ROOT_LOOK: Look = {
  display: 'block',
  items: 'flow',
  order: 0,
  visible: true,
  fontSize: 16,
  colour: BLACK,
  fill: null,
  ground: WHITE,
  groundSure: true,
  opacity: 1,
  textIndent: 0,
  whiteSpace: 'collapse',
  bold: false,
  struck: false,
  raised: false,
  rightToLeft: false,
  covers: false,
  moved: null,
  concealed: null,
  marks: [],
  inherited: new Map(),
  content: null,
  quotes: null,
  variables: new Map(),
};

/** What the looks of one page need to know about it. */
export interface PageStyle {
  /** Families of the page's own fonts, lower case. */
  readonly fonts: ReadonlySet<string>;
}

/** The look of a box in a box that looks like `around`, by the declarations in force. */
export function lookOf(around: Look, values: Values, variables: Variables, page: PageStyle): Look {
  const fontSize = sizeOf(around, values);
  const scale = { em: fontSize, percent: VIEWPORT.width };
  const { display, items } = displayOf(values, around);
  const struck = values.get('text-decoration');
  const colour = colourOf(values.get('color'), around.colour, BLACK);
  const base = {
    display,
    items,
    order: Number(values.get('order') ?? 0) || 0,
    visible: visibilityOf(values.get('visibility'), around.visible),
    fontSize,
    colour,
    fill: values.has('text-fill') ? colourOf(values.get('text-fill'), around.fill, null) : around.fill,
    ...groundOf(around, values, colour),
    opacity: around.opacity * opacityOf(values),
    textIndent: parseLength(values.get('text-indent') ?? '', scale) ?? around.textIndent,
    whiteSpace: whiteSpaceOf(values.get('white-space'), around.whiteSpace),
    bold: boldnessOf(values.get('font-weight'), around.bold),
    struck: (around.struck && !standsApart(values, display)) || struck === 'line-through',
    raised: raises(values, fontSize),
    rightToLeft: values.has('direction') ? values.get('direction') === 'rtl' : around.rightToLeft,
    covers: covers(values, display),
    moved: displacement(values, { display, fontSize }),
    content: values.get('content') ?? null,
    quotes: values.get('quotes') ?? around.quotes,
    variables,
  };
  const { marks, inherited } = oddities(around, values, { display, items, fontSize, font: tellingFont(values, page) });
  return { ...base, marks, inherited, concealed: around.concealed ?? concealment(values, display, fontSize) };
}

/** The look of a box of which no style speaks. */
export function plainLook(around: Look, display: Display): Look {
  const { order, items, raised, covers, content, moved } = ROOT_LOOK;
  return { ...around, display, order, items, raised, covers, content, moved };
}

/** How words with this look are kept from sight, or `null` where they are seen. */
export function hiddenBy(look: Look): HiddenBy | null {
  if (look.concealed !== null) return look.concealed;
  if (!look.visible || look.opacity <= LEAST_OPACITY) return 'style';
  if (look.fontSize <= LEAST_SIZE) return 'size';
  if (look.textIndent <= FAR_LEFT) return 'position';
  return painted(look) === 'same' ? 'colour' : null;
}

/** Fainter than this cannot be read. */
const LEAST_OPACITY = 0.05;
/** Smaller than this, in pixels, is a dot. */
const LEAST_SIZE = 1;
/** Further left than this, in pixels, is off the page. */
export const FAR_LEFT = -500;

/** Whether words have the colour of what is behind them: surely, or for all that was read. */
export function painted(look: Look): 'apart' | 'same' | 'unsure' {
  const colour = look.fill ?? look.colour;
  if (colour === null || look.ground === null) return 'apart';
  if (colour.alpha <= LEAST_OPACITY) return 'same';
  if (!blendsIn(colour, look.ground)) return 'apart';
  return look.groundSure ? 'same' : 'unsure';
}
