/** Colours of the document's theme. A theme colour wins over the plain one beside it, so white can hide behind `w:val="000000"`. */
import { BLACK, type Colour, hexColour, WHITE } from '../office/unseen.ts';
import { type Attributes, OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Colours by their names in `a:clrScheme`: `dk1`, `lt1`, `accent1`. */
export type Theme = ReadonlyMap<string, Colour>;

/** The theme of documents that bring none. */
export const PLAIN_THEME: Theme = new Map([
  ['dk1', BLACK],
  ['lt1', WHITE],
]);

/** What `w:themeColor` calls the colours. The mapping in the settings can swap them; that is as rare as it is odd. */
const SCHEME_NAMES: ReadonlyMap<string, string> = new Map([
  ['text1', 'dk1'],
  ['dark1', 'dk1'],
  ['tx1', 'dk1'],
  ['background1', 'lt1'],
  ['light1', 'lt1'],
  ['bg1', 'lt1'],
  ['text2', 'dk2'],
  ['dark2', 'dk2'],
  ['tx2', 'dk2'],
  ['background2', 'lt2'],
  ['light2', 'lt2'],
  ['bg2', 'lt2'],
  ['hyperlink', 'hlink'],
  ['followedHyperlink', 'folHlink'],
]);

/** The theme in the part `source`. */
export async function readTheme(source: string): Promise<Theme> {
  const theme = new Map(PLAIN_THEME);
  const path: string[] = [];
  let slot = '';
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, {
    open: (name, attributes) => {
      const colour = hexColour(attributes[name === 'a:sysClr' ? 'lastClr' : 'val']);
      if (path.at(-1) === 'a:clrScheme') slot = name.slice(2);
      else if (path.at(-2) === 'a:clrScheme' && colour !== null) theme.set(slot, colour);
      path.push(name);
    },
    close: () => void path.pop(),
    text: () => {},
  });
  return theme;
}

/** The attributes that give a colour: `w:val` for letters, `w:fill` for a ground. */
export interface ColourNames {
  readonly value: string;
  readonly theme: string;
  readonly tint: string;
  readonly shade: string;
}

export const LETTER_COLOUR: ColourNames = {
  value: 'w:val',
  theme: 'w:themeColor',
  tint: 'w:themeTint',
  shade: 'w:themeShade',
};
export const FILL_COLOUR: ColourNames = {
  value: 'w:fill',
  theme: 'w:themeFill',
  tint: 'w:themeFillTint',
  shade: 'w:themeFillShade',
};

/** The colour that an element's attributes give; `null` for the automatic one. */
export function colourOf(attributes: Attributes, names: ColourNames, theme: Theme): Colour | null {
  const named = attributes[names.theme];
  const base = named === undefined ? undefined : themeColour(theme, named);
  if (base === undefined) return hexColour(attributes[names.value]);
  return mixed(mixed(base, WHITE, attributes[names.tint]), BLACK, attributes[names.shade]);
}

/** The theme's colour of that name in a document. */
export function themeColour(theme: Theme, name: string): Colour | undefined {
  return theme.get(SCHEME_NAMES.get(name) ?? name);
}

/** `share` of 255, in hexadecimal, of `base`; the rest of `other`. */
function mixed(base: Colour, other: Colour, share: string | undefined): Colour {
  const kept = share === undefined ? Number.NaN : Number.parseInt(share, 16) / 255;
  if (!(kept >= 0 && kept <= 1)) return base;
  const channel = (shift: number): number =>
    Math.round(((base >>> shift) & 0xff) * kept + ((other >>> shift) & 0xff) * (1 - kept)) << shift;
  return channel(16) | channel(8) | channel(0);
}
