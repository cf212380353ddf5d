/** How the words of a run look, once styles, its own formatting and the ground behind it are known. */
import type { HiddenBy } from '../document.ts';
import type { Weight } from '../office/block-draft.ts';
import { isSymbolFont } from '../office/symbols.ts';
import { BLACK, type Colour, type Looks, unseenBy } from '../office/unseen.ts';
import type { RunProperties } from './run-properties.ts';

export interface RunLook {
  readonly unseen: HiddenBy | null;
  readonly struck: boolean;
  readonly raised: boolean;
  readonly weight: Weight;
  /** The symbol font that shows other signs than the letters, `''` for none. */
  readonly symbolFont: string;
  readonly rightToLeft: boolean;
}

/** The look of a run with these properties over `ground`; `away` is what keeps all of its paragraph from being seen. */
export function lookOf(properties: RunProperties, ground: Colour, away: HiddenBy | null): RunLook {
  const font = properties.font ?? '';
  return {
    unseen: away ?? unseen(properties, ground),
    struck: properties.strike === true || properties.dstrike === true,
    raised: properties.raised === true,
    weight: properties.bold === true ? 'strong' : 'plain',
    symbolFont: isSymbolFont(font) ? font : '',
    rightToLeft: properties.rightToLeft === true,
  };
}

function unseen(properties: RunProperties, ground: Colour): HiddenBy | null {
  const { paint } = properties;
  if (paint === 'none') return 'colour';
  return unseenBy(looks(properties, paint ?? properties.colour ?? null, ground));
}

/** Automatic letters turn white on dark shading, but stay black on a highlight: that is how words are blacked out. */
function looks(properties: RunProperties, colour: Colour | null, ground: Colour): Looks {
  const highlight = properties.highlight ?? null;
  return {
    vanished: properties.vanish === true || properties.specVanish === true,
    colour: colour === null && highlight !== null ? BLACK : colour,
    ground: highlight ?? properties.shading ?? ground,
    points: properties.points ?? null,
    scale: properties.scale,
    spacing: properties.spacing,
    shift: properties.shift,
  };
}
