/** What each HTML element is by itself, before any style of the page: its box, its colours, its part in the layout. */
import type { BlockKind } from '../document.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that make a box of their own in the flow (HTML, rendering section). */
export const BLOCK_ELEMENTS = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section ' +
    'summary table tbody thead tfoot tr td th caption ul xmp',
);

/** Elements that are not drawn at all: metadata, scripts, and what browsers with scripts skip. */
export const UNDRAWN_ELEMENTS = words(
  'area base basefont datalist head link meta noembed noframes noscript param rp script style template title track source colgroup col',
);

/** Elements whose content stands in for something else that is drawn instead. */
export const FALLBACK_ELEMENTS = words('canvas iframe object embed video audio progress meter applet');

/** SVG elements whose content is never drawn where it stands. */
export const UNDRAWN_SVG = words(
  'title desc metadata defs symbol clippath mask style script marker pattern lineargradient radialgradient filter',
);

/** Elements that give the block their kind. */
export const KINDS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['pre', 'preformatted'],
  ['listing', 'preformatted'],
  ['xmp', 'preformatted'],
  ['plaintext', 'preformatted'],
  ['blockquote', 'quote'],
]);

/** Blocks that are themselves what is compared, so that their box is the one around them. */
export const LEAVES = words(
  'p h1 h2 h3 h4 h5 h6 li td th dt dd figcaption caption pre listing xmp plaintext summary legend address option',
);

/** Elements that are set off by meaning (`header` and lists of links need a look at what is around and in them). */
export const SET_OFF_ELEMENTS = words('figure figcaption aside nav footer form button');

/** Roles (WAI-ARIA, DPUB-ARIA) that are set off by meaning. */
export const SET_OFF_ROLES = words(
  'complementary navigation note banner contentinfo search form figure menu menubar toolbar dialog alertdialog alert button ' +
    'doc-pullquote doc-footnote doc-endnotes doc-endnote doc-tip doc-toc doc-index doc-credits doc-pagelist',
);

/** Roles that make a block a note. */
export const NOTE_ROLES = words('doc-footnote doc-endnote doc-endnotes note');

/** Kinds of `<input>` that show their value or, for want of one, their placeholder. */
export const TEXT_INPUTS = words('text search email url tel number date time datetime-local month week');
/** Kinds of `<input>` that show their value as a button's label. */
export const BUTTON_INPUTS = words('button submit reset');

type Declarations = readonly (readonly [string, string])[];

/** Declarations of the browser's own sheet that matter here. */
export const BROWSER_STYLE: ReadonlyMap<string, Declarations> = new Map<string, Declarations>(
  Object.entries({
    mark: [
      ['background-color', 'yellow'],
      ['color', 'black'],
    ],
    button: [
      ['background-color', '#efefef'],
      ['color', 'black'],
      ['text-indent', '0'],
      ['font-size', '13px'],
    ],
    input: [
      ['background-color', 'white'],
      ['color', 'black'],
      ['text-indent', '0'],
      ['font-size', '13px'],
    ],
    select: [
      ['background-color', 'white'],
      ['color', 'black'],
      ['text-indent', '0'],
      ['font-size', '13px'],
    ],
    textarea: [
      ['background-color', 'white'],
      ['color', 'black'],
      ['text-indent', '0'],
      ['font-size', '13px'],
      ['white-space', 'pre-wrap'],
    ],
    pre: [['white-space', 'pre']],
    listing: [['white-space', 'pre']],
    xmp: [['white-space', 'pre']],
    plaintext: [['white-space', 'pre']],
    b: [['font-weight', 'bold']],
    strong: [['font-weight', 'bold']],
    del: [['text-decoration', 'line-through']],
    s: [['text-decoration', 'line-through']],
    strike: [['text-decoration', 'line-through']],
    sup: [['vertical-align', 'super']],
    sub: [['vertical-align', 'sub']],
    bdo: [['unicode-bidi', 'isolate-override']],
    table: [['text-indent', '0']],
    mphantom: [['visibility', 'hidden']],
  } satisfies Record<string, Declarations>),
);
