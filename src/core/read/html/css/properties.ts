/**
 * The properties that can hide, add, move or redraw words, and which values of them a browser would take.
 *
 * A browser drops a declaration it cannot parse and keeps the one before (`display:none;display:blah` hides), so each value
 * is checked here; all other properties are dropped at once. Shorthands are taken apart into the longhands below.
 */
import { parseColour } from './colour.ts';
import { decodeEscapes, splitOutside } from './syntax.ts';

/** Value of each property in force, by longhand, lower case but for strings and family names. */
export type Values = Map<string, string>;
type Pairs = readonly (readonly [string, string])[];
type Expander = (value: string) => Pairs | null;

/** Keywords every property takes. */
export const WIDE: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer']);

const LENGTH =
  /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:%|[a-z]+)?|(?:calc|min|max|clamp|anchor|fit-content)\(.*\))$/s;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

function keyword(name: string, allowed: string): Expander {
  const set = words(allowed);
  return (value) => (set.has(value) ? [[name, value]] : null);
}

function length(name: string, alsoAllowed = 'auto'): Expander {
  const set = words(alsoAllowed);
  return (value) => (LENGTH.test(value) || set.has(value) ? [[name, value]] : null);
}

function anything(name: string): Expander {
  return (value) => [[name, value]];
}

function colour(name: string): Expander {
  return (value) => (isColour(value) ? [[name, value]] : null);
}

const COLOUR_FUNCTION = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk)\(/;
const SYSTEM_COLOURS = words(
  'currentcolor canvas canvastext linktext visitedtext activetext buttonface buttontext buttonborder field fieldtext highlight ' +
    'highlighttext mark marktext graytext accentcolor accentcolortext selecteditem selecteditemtext window windowtext',
);

function isColour(value: string): boolean {
  return parseColour(value) !== null || SYSTEM_COLOURS.has(value) || COLOUR_FUNCTION.test(value);
}

const IMAGE =
  /^(?:url|src|image|image-set|cross-fade|element|paint|(?:-\w+-)?(?:repeating-)?(?:linear|radial|conic)-gradient|-webkit-[\w-]+)\(/;
const BACKGROUND_WORD = words(
  'none repeat repeat-x repeat-y no-repeat space round scroll fixed local left right top bottom center border-box padding-box ' +
    'content-box text cover contain auto /',
);

/** `background: …`: the colour of its last layer, and whether any layer has an image. */
function background(value: string): Pairs | null {
  let image = 'none';
  let ground = 'transparent';
  let clip = 'border-box';
  for (const layer of splitOutside(value, ',')) {
    for (const part of spaced(layer.replaceAll('/', ' / '))) {
      if (IMAGE.test(part)) image = 'some';
      else if (isColour(part)) ground = part;
      else if (part === 'text') clip = part;
      else if (!BACKGROUND_WORD.has(part) && !LENGTH.test(part)) return null;
    }
  }
  return [
    ['background-color', ground],
    ['background-image', image],
    ['background-clip', clip],
  ];
}

/** The parts of a value between spaces, brackets kept whole. */
function spaced(value: string): string[] {
  return splitOutside(value.replaceAll(/[\t\r\n\f]/g, ' '), ' ').filter((part) => part !== '');
}

const SIZE_WORDS = 'xx-small x-small small medium large x-large xx-large xxx-large larger smaller';
const SIZE_WORD = words(SIZE_WORDS);

/** `font: …`: its size, families and weight. */
function font(value: string): Pairs | null {
  const parts = spaced(value.replaceAll(/\s*\/\s*/g, '/'));
  const at = parts.findIndex((part) => {
    const size = part.split('/')[0]!;
    return SIZE_WORD.has(size) || (LENGTH.test(size) && !/^(?:-|[1-9]\d*$)/.test(size));
  });
  if (at < 0) return null;
  const family = parts.slice(at + 1).join(' ');
  if (family === '') return null;
  const weight = parts.slice(0, at).find((part) => /^(?:bold|bolder|[1-9]\d{2,3})$/.test(part)) ?? 'normal';
  return [
    ['font-size', parts[at]!.split('/')[0]!],
    ['font-family', family],
    ['font-weight', weight],
  ];
}

/** One to four lengths: top, right, bottom, left. */
function sides(names: readonly [string, string, string, string]): Expander {
  return (value) => {
    const parts = spaced(value);
    if (parts.length < 1 || parts.length > 4 || !parts.every((part) => LENGTH.test(part) || part === 'auto'))
      return null;
    const [top = '', right = top, bottom = top, left = right] = parts;
    return [
      [names[0], top],
      [names[1], right],
      [names[2], bottom],
      [names[3], left],
    ];
  };
}

const OVERFLOW = words('visible hidden clip scroll auto overlay');

function overflow(value: string): Pairs | null {
  const parts = spaced(value);
  if (!parts.every((part) => OVERFLOW.has(part))) return null;
  return [['overflow', parts.find((part) => part !== 'visible') ?? 'visible']];
}

function decoration(value: string): Pairs | null {
  return [['text-decoration', spaced(value).includes('line-through') ? 'line-through' : 'none']];
}

function flexFlow(value: string): Pairs | null {
  const direction = spaced(value).find((part) => /^(?:row|column)/.test(part));
  return [['flex-direction', direction ?? 'row']];
}

function whiteSpaceCollapse(value: string): Pairs | null {
  const mapped: Readonly<Record<string, string>> = {
    preserve: 'pre-wrap',
    'break-spaces': 'pre-wrap',
    'preserve-breaks': 'pre-line',
    collapse: 'normal',
  };
  const result = mapped[value];
  return result === undefined ? null : [['white-space', result]];
}

const INNER = 'flow flow-root flex grid table ruby math';
const DISPLAY = words(
  `none contents block inline inline-block list-item inline-table inline-flex inline-grid run-in ${INNER} table-caption table-cell ` +
    'table-row table-row-group table-header-group table-footer-group table-column table-column-group ruby-base ruby-text -webkit-box ' +
    '-webkit-inline-box -webkit-flex -webkit-inline-flex -moz-box',
);
const DISPLAY_PART = words(`block inline list-item run-in ${INNER}`);

function display(value: string): Pairs | null {
  const parts = spaced(value);
  const valid =
    parts.length === 1 ? DISPLAY.has(value) : parts.length > 0 && parts.every((part) => DISPLAY_PART.has(part));
  return valid ? [['display', parts.join(' ')]] : null;
}

const EXPANDERS: Readonly<Record<string, Expander>> = {
  all: () => null,
  display,
  visibility: keyword('visibility', 'visible hidden collapse'),
  opacity: length('opacity', ''),
  'font-size': (value) => (value.startsWith('-') ? null : length('font-size', SIZE_WORDS)(value)),
  font,
  'font-weight': (value) => (/^(?:normal|bold|bolder|lighter|\d{1,4})$/.test(value) ? [['font-weight', value]] : null),
  color: colour('color'),
  '-webkit-text-fill-color': colour('text-fill'),
  background,
  'background-color': colour('background-color'),
  'background-image': (value) => [['background-image', value === 'none' ? 'none' : 'some']],
  'background-clip': anything('background-clip'),
  position: keyword('position', 'static relative absolute fixed sticky'),
  left: length('left'),
  right: length('right'),
  top: length('top'),
  bottom: length('bottom'),
  'inset-inline-start': length('left'),
  inset: sides(['top', 'right', 'bottom', 'left']),
  margin: sides(['margin-top', 'margin-right', 'margin-bottom', 'margin-left']),
  'margin-left': length('margin-left'),
  'margin-inline-start': length('margin-left'),
  'margin-top': length('margin-top'),
  'margin-right': length('margin-right'),
  'text-indent': (value) => length('text-indent', '')(value.replace(/\s+(?:hanging|each-line)/g, '')),
  transform: anything('transform'),
  translate: anything('translate'),
  scale: anything('scale'),
  zoom: length('zoom', 'normal'),
  width: length('width', 'auto min-content max-content stretch -webkit-fill-available'),
  height: length('height', 'auto min-content max-content stretch -webkit-fill-available'),
  'inline-size': length('width'),
  'block-size': length('height'),
  'max-width': length('max-width', 'none min-content max-content'),
  'max-height': length('max-height', 'none min-content max-content'),
  'line-height': length('line-height', 'normal'),
  overflow,
  'overflow-x': overflow,
  'overflow-y': overflow,
  clip: anything('clip'),
  'clip-path': anything('clip-path'),
  'content-visibility': keyword('content-visibility', 'visible hidden auto'),
  'white-space': keyword('white-space', 'normal nowrap pre pre-wrap pre-line break-spaces'),
  'white-space-collapse': whiteSpaceCollapse,
  order: (value) => (/^[-+]?\d+$/.test(value) ? [['order', value]] : null),
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
  quotes: anything('quotes'),
  'z-index': (value) => (/^(?:auto|[-+]?\d+)$/.test(value) ? [['z-index', value]] : null),
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
};

/** Properties whose values hold strings or names that keep their case and escapes. */
const AS_WRITTEN = words('content quotes font-family font list-style list-style-type');
const PREFIXED = /^-(?:webkit|moz|ms|o)-/;
/** Values longer than this (data URLs) are cut before they are looked at. */
const LONGEST_VALUE = 2_048;

/** The name a property is known by here, or `null` for one that cannot touch what words are seen. */
export function knownProperty(name: string): string | null {
  if (Object.hasOwn(EXPANDERS, name)) return name;
  const bare = name.replace(PREFIXED, '');
  return Object.hasOwn(EXPANDERS, bare) ? bare : null;
}

/** Takes a declaration apart into longhands; `null` where a browser would drop it. `name` is a known property. */
export function expand(name: string, value: string): Pairs | null {
  const cut =
    value.length > LONGEST_VALUE ? value.replaceAll(/url\([^)]*\)/gi, 'url()').slice(0, LONGEST_VALUE) : value;
  const read = AS_WRITTEN.has(name) ? cut.trim() : decodeEscapes(cut).trim().toLowerCase();
  if (WIDE.has(read.toLowerCase())) return longhands(name).map((longhand) => [longhand, read.toLowerCase()] as const);
  return EXPANDERS[name]?.(read) ?? null;
}

/** A value each shorthand takes, to learn its longhands from. */
const SAMPLES: Readonly<Record<string, string>> = {
  background: 'none',
  font: '1px a',
  inset: '0',
  margin: '0',
  color: 'red',
  'background-color': 'red',
  '-webkit-text-fill-color': 'red',
};

/** What `all` sets besides, since a browser's own style or a weaker rule may have set it. */
const ALL = (
  'display visibility opacity font-size font-weight color background-color background-image text-fill position overflow clip clip-path ' +
  'width height max-width max-height text-indent transform white-space text-decoration content float vertical-align'
).split(' ');

/** The longhands a property sets. */
export function longhands(name: string): readonly string[] {
  if (name === 'all') return ALL;
  const expander = EXPANDERS[name];
  if (expander === undefined) return [];
  const samples = [SAMPLES[name] ?? '0', 'none', 'visible', 'normal', 'static', 'row', 'ltr'];
  for (const sample of samples) {
    const pairs = expander(sample);
    if (pairs !== null) return pairs.map(([longhand]) => longhand);
  }
  return [];
}
