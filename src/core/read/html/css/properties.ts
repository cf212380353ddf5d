/**
 * The properties that can hide, add, move or redraw words, taken apart into longhands.
 *
 * All other properties are dropped at once, and of these the values that no browser takes.
 */
import { decodeEscapes, spaced, splitOutside } from './syntax.ts';
import { isColour, isLength, isNumber, isSureLength } from './validity.ts';
import { WIDE, words } from './values.ts';

type Pairs = readonly (readonly [string, string])[];

/** A property: the longhands it sets, and the value it gives each of them; `null` where a browser would drop it. */
interface Property {
  readonly longhands: readonly string[];
  readonly read: (value: string) => readonly string[] | null;
}

/** A property of its own. */
function single(name: string, takes: (value: string) => boolean): Property {
  return { longhands: [name], read: (value) => (takes(value) ? [value] : null) };
}

function keyword(name: string, allowed: string): Property {
  const set = words(allowed);
  return single(name, (value) => set.has(value));
}

function length(name: string, alsoAllowed = 'auto'): Property {
  const set = words(alsoAllowed);
  return single(name, (value) => isLength(value) || set.has(value));
}

function anything(name: string): Property {
  return single(name, () => true);
}

function colour(name: string): Property {
  return single(name, isColour);
}

const IMAGE =
  /^(?:url|src|image|image-set|cross-fade|element|paint|(?:-\w+-)?(?:repeating-)?(?:linear|radial|conic)-gradient|-webkit-[\w-]+)\(/;
const BACKGROUND_WORD = words(
  'none repeat repeat-x repeat-y no-repeat space round scroll fixed local left right top bottom center border-box padding-box ' +
    'content-box cover contain auto /',
);

/** `background: …`: the colour of its last layer, whether any layer has an image, and what it is clipped to. */
const background: Property = {
  longhands: ['background-color', 'background-image', 'background-clip'],
  read(value) {
    let image = 'none';
    let ground: string | null = null;
    let clip = 'border-box';
    for (const layer of splitOutside(value, ',')) {
      if (ground !== null) return null;
      for (const part of spaced(layer.replaceAll('/', ' / '))) {
        if (IMAGE.test(part)) image = 'some';
        else if (ground === null && isColour(part)) ground = part;
        else if (part === 'text') clip = part;
        else if (!BACKGROUND_WORD.has(part) && !(isLength(part) && isSureLength(part))) return null;
      }
    }
    return [ground ?? 'transparent', image, clip];
  },
};

const SIZE_WORDS = 'xx-small x-small small medium large x-large xx-large xxx-large larger smaller';
const SIZE_WORD = words(SIZE_WORDS);
const FONT_WORD =
  /^(?:normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9]\d{0,3}|(?:ultra-|extra-|semi-)?(?:condensed|expanded)|[-+]?\d+deg)$/;

/** `font: …`: its size, families and weight. */
const font: Property = {
  longhands: ['font-size', 'font-family', 'font-weight'],
  read(value) {
    const parts = spaced(
      spaced(value.toLowerCase())
        .join(' ')
        .replaceAll(/ ?\/ ?/g, '/'),
    );
    const at = parts.findIndex((part) => !FONT_WORD.test(part));
    const [size = '', line = 'normal', ...rest] = (parts[at] ?? '').split('/');
    const family = parts.slice(at + 1).join(' ');
    if (!isFontSize(size) || (line !== 'normal' && !isLength(line)) || rest.length > 0) return null;
    if (!/[^,]$/.test(family)) return null;
    const weight = parts.slice(0, at).find((part) => /^(?:bold|bolder|[1-9]\d{2,3})$/.test(part)) ?? 'normal';
    return [size, family, weight];
  },
};

function isFontSize(value: string): boolean {
  return SIZE_WORD.has(value) || (isLength(value) && !value.startsWith('-'));
}

/** One to four lengths (top, right, bottom, left), or one or two (start, end). */
function sides(...longhands: readonly string[]): Property {
  return {
    longhands,
    read(value) {
      const parts = spaced(value);
      if (parts.length > longhands.length || !parts.every((part) => isLength(part) || part === 'auto')) return null;
      const [top = '', right = top, bottom = top, left = right] = parts;
      return [top, right, bottom, left].slice(0, longhands.length);
    },
  };
}

const OVERFLOW = words('visible hidden clip scroll auto overlay');

/** Of two ways to overflow, the one that cuts off. */
const overflow: Property = {
  longhands: ['overflow'],
  read(value) {
    const parts = spaced(value);
    return parts.every((part) => OVERFLOW.has(part)) ? [parts.find((part) => part !== 'visible') ?? 'visible'] : null;
  },
};

const decoration: Property = {
  longhands: ['text-decoration'],
  read: (value) => [spaced(value).includes('line-through') ? 'line-through' : 'none'],
};

const flexFlow: Property = {
  longhands: ['flex-direction'],
  read: (value) => [spaced(value).find((part) => /^(?:row|column)/.test(part)) ?? 'row'],
};

const COLLAPSE: ReadonlyMap<string, string> = new Map([
  ['preserve', 'pre-wrap'],
  ['break-spaces', 'pre-wrap'],
  ['preserve-breaks', 'pre-line'],
  ['collapse', 'normal'],
]);
const whiteSpaceCollapse: Property = {
  longhands: ['white-space'],
  read(value) {
    const whole = COLLAPSE.get(value);
    return whole === undefined ? null : [whole];
  },
};

const OUTER = words('block inline');
const INNER = words('flow flow-root flex grid table ruby math');
const DISPLAY = words(
  'none contents inline-block list-item inline-table inline-flex inline-grid table-caption table-cell table-row table-row-group ' +
    'table-header-group table-footer-group table-column table-column-group ruby-text -webkit-box -webkit-inline-box -webkit-flex ' +
    '-webkit-inline-flex',
);

/** One keyword, or one for the box's outside, one for its inside, and `list-item`, each at most once. */
const display: Property = {
  longhands: ['display'],
  read(value) {
    const parts = spaced(value);
    if (parts.length === 1 && DISPLAY.has(value)) return [value];
    const kinds = parts.map((part) => (OUTER.has(part) ? 'outer' : INNER.has(part) ? 'inner' : part));
    const valid =
      new Set(kinds).size === kinds.length && kinds.every((kind) => /^(?:outer|inner|list-item)$/.test(kind));
    return valid ? [parts.join(' ')] : null;
  },
};

const STRINGS = /^(?:none|auto|(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*)+)$/is;

/** What `all` sets, since a browser's own style or a weaker rule may have set it. */
const all: Property = {
  longhands: (
    'display visibility opacity font-size font-weight color background-color background-image text-fill position overflow clip clip-path ' +
    'width height max-width max-height text-indent transform white-space text-decoration content float vertical-align'
  ).split(' '),
  read: () => null,
};

/** `text-indent: -2em hanging`: how far. */
const indent: Property = {
  longhands: ['text-indent'],
  read(value) {
    const far = value.replaceAll(/ (?:hanging|each-line)/g, '');
    return isLength(far) ? [far] : null;
  },
};

const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  Object.entries({
    all,
    display,
    visibility: keyword('visibility', 'visible hidden collapse'),
    opacity: single('opacity', isNumber),
    'font-size': single('font-size', isFontSize),
    font,
    'font-weight': single('font-weight', (value) => /^(?:normal|bold|bolder|lighter|\d{1,4})$/.test(value)),
    color: colour('color'),
    '-webkit-text-fill-color': colour('text-fill'),
    background,
    'background-color': colour('background-color'),
    'background-image': { longhands: ['background-image'], read: (value) => [value === 'none' ? 'none' : 'some'] },
    'background-clip': anything('background-clip'),
    position: keyword('position', 'static relative absolute fixed sticky'),
    left: length('left'),
    right: length('right'),
    top: length('top'),
    bottom: length('bottom'),
    'inset-inline-start': length('left'),
    'inset-inline-end': length('right'),
    'inset-block-start': length('top'),
    'inset-block-end': length('bottom'),
    'inset-inline': sides('left', 'right'),
    'inset-block': sides('top', 'bottom'),
    inset: sides('top', 'right', 'bottom', 'left'),
    margin: sides('margin-top', 'margin-right', 'margin-bottom', 'margin-left'),
    'margin-left': length('margin-left'),
    'margin-inline-start': length('margin-left'),
    'margin-inline': sides('margin-left', 'margin-right'),
    'margin-block': sides('margin-top', 'margin-bottom'),
    'margin-block-start': length('margin-top'),
    'margin-top': length('margin-top'),
    'margin-right': length('margin-right'),
    'text-indent': indent,
    transform: anything('transform'),
    translate: anything('translate'),
    scale: anything('scale'),
    rotate: anything('rotate'),
    zoom: single('zoom', (value) => isNumber(value) || value === 'normal'),
    width: length('width', 'auto min-content max-content stretch -webkit-fill-available'),
    height: length('height', 'auto min-content max-content stretch -webkit-fill-available'),
    'inline-size': length('width'),
    'block-size': length('height'),
    'max-width': length('max-width', 'none min-content max-content'),
    'max-height': length('max-height', 'none min-content max-content'),
    'max-inline-size': length('max-width', 'none min-content max-content'),
    'max-block-size': length('max-height', 'none min-content max-content'),
    'line-height': length('line-height', 'normal'),
    overflow,
    'overflow-x': overflow,
    'overflow-y': overflow,
    clip: anything('clip'),
    'clip-path': anything('clip-path'),
    'content-visibility': keyword('content-visibility', 'visible hidden auto'),
    'white-space': keyword('white-space', 'normal nowrap pre pre-wrap pre-line break-spaces'),
    'white-space-collapse': whiteSpaceCollapse,
    order: single('order', (value) => /^[-+]?\d+$/.test(value)),
    'flex-direction': keyword('flex-direction', 'row row-reverse column column-reverse'),
    'flex-flow': flexFlow,
    direction: keyword('direction', 'ltr rtl'),
    'unicode-bidi': keyword('unicode-bidi', 'normal embed isolate bidi-override isolate-override plaintext'),
    float: keyword('float', 'none left right inline-start inline-end'),
    'writing-mode': anything('writing-mode'),
    'text-transform': anything('text-transform'),
    '-webkit-text-security': keyword('text-security', 'none disc circle square'),
    filter: anything('filter'),
    'backdrop-filter': anything('backdrop-filter'),
    'mix-blend-mode': anything('mix-blend-mode'),
    animation: anything('animation'),
    'animation-name': anything('animation-name'),
    'animation-fill-mode': anything('animation-fill-mode'),
    'animation-iteration-count': anything('animation-iteration-count'),
    'animation-play-state': anything('animation-play-state'),
    mask: anything('mask'),
    'mask-image': anything('mask'),
    'font-family': anything('font-family'),
    'text-decoration': decoration,
    'text-decoration-line': decoration,
    content: anything('content'),
    quotes: single('quotes', (value) => STRINGS.test(value)),
    'z-index': single('z-index', (value) => /^(?:auto|[-+]?\d+)$/.test(value)),
    'vertical-align': length('vertical-align', 'baseline sub super top text-top middle bottom text-bottom'),
    'letter-spacing': length('letter-spacing', 'normal'),
    'word-spacing': length('word-spacing', 'normal'),
    'line-clamp': anything('line-clamp'),
    'list-style': anything('list-style'),
    'list-style-type': anything('list-style'),
    'grid-area': anything('grid-place'),
    'grid-row': anything('grid-place'),
    'grid-row-start': anything('grid-place'),
    fill: anything('fill'),
  } satisfies Record<string, Property>),
);

/** Properties whose values hold strings or names that keep their case and escapes. */
const AS_WRITTEN = words('content quotes font-family font list-style list-style-type');
const PREFIXED = /^-(?:webkit|moz|ms|o)-/;
/** Values longer than this (data URLs) are cut before they are looked at. */
const LONGEST_VALUE = 2_048;

/** The property of that name, with or without a browser's prefix. */
function propertyOf(name: string): Property | undefined {
  return PROPERTIES.get(name) ?? PROPERTIES.get(name.replace(PREFIXED, ''));
}

/** Takes a declaration apart into longhands; `null` where a browser would drop it, or where it cannot touch what words are seen. */
export function expand(name: string, value: string): Pairs | null {
  const property = propertyOf(name);
  if (property === undefined) return null;
  const cut =
    value.length > LONGEST_VALUE ? value.replaceAll(/url\([^)]*\)/gi, 'url()').slice(0, LONGEST_VALUE) : value;
  const written = AS_WRITTEN.has(name) ? cut.trim() : decodeEscapes(cut).replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const wide = written.toLowerCase();
  const values = WIDE.has(wide) ? property.longhands.map(() => wide) : property.read(written);
  return values === null ? null : values.map((one, i) => [property.longhands[i]!, one] as const);
}

/** The longhands a property sets. */
export function longhands(name: string): readonly string[] {
  return propertyOf(name)?.longhands ?? [];
}
