/** The boxes blocks stand in: their path, their kind, and the selector that names them. */
import type { BlockKind } from '../document.ts';
import { isAlone } from './css/kin.ts';
import { classesOf } from './css/match.ts';
import { KINDS, LEAVES, NOTE_ROLES } from './elements.ts';
import { attribute, type Element } from './tree.ts';

/** A block-level box. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  /** Path of the box itself. */
  readonly path: string;
  /** Path of the box its text stands in: its own, or its parent's where the element is itself the block. */
  readonly container: string;
  readonly kind: BlockKind;
  /** The selector that names the box for blocks inside it that have none; '' where only a too wide one would. */
  readonly outward: string;
}

/** Elements that begin a new flow of text, whatever they stand in. */
const FLOWS = new Set(['body', 'main', 'article', 'section', 'dl', 'table']);
const PLAIN_NAME = /^[a-zA-Z_-]+$/;
const SAFE_NAME = /^-?[a-zA-Z_][\w-]*$/;
/** Classes of one element that go into a path. */
const MOST_CLASSES = 3;

/** The box of a block-level element inside `parent`. */
export function boxOf(element: Element, parent: Box | null): Box {
  const above = parent?.path ?? '';
  const path = element.tagName === 'html' ? '' : above === '' ? segment(element) : `${above} > ${segment(element)}`;
  const container = LEAVES.has(element.tagName) ? above : path;
  return { element, parent, path, container, kind: kindOf(element, parent), outward: outwardOf(element, parent) };
}

/**
 * One step of a path: the tag, with the id and classes that hold no digit. Names with digits number things (`turn-12`,
 * `post-881`), and two blocks of one flow must not differ by their number.
 */
function segment(element: Element): string {
  const id = attribute(element, 'id') ?? '';
  const classes = classesOf(element).filter((name) => PLAIN_NAME.test(name));
  const named = classes.slice(0, MOST_CLASSES).map((name) => `.${name}`);
  return `${element.tagName}${PLAIN_NAME.test(id) ? `#${id}` : ''}${named.join('')}`;
}

function kindOf(element: Element, parent: Box | null): BlockKind {
  const tag = element.tagName;
  if (parent?.kind === 'note' || NOTE_ROLES.has(attribute(element, 'role') ?? '')) return 'note';
  const own = KINDS.get(tag);
  if (own !== undefined) return own;
  if (parent === null || FLOWS.has(tag)) return 'paragraph';
  if (parent.kind === 'cell') return isAlone(element, 'all') ? 'cell' : 'paragraph';
  return parent.kind;
}

/** Boxes that hold so much of a page that nobody would declare them. */
const TOO_WIDE = new Set(['html', 'body', 'main', 'article']);
/** Tags that say by themselves what a box is. */
const TELLING = new Set(
  'aside nav footer header figure form blockquote ul ol dl table details fieldset pre menu'.split(' '),
);
/** Tags that do so for the block they are. */
const NAMES_ITSELF = new Set([...TELLING, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The shortest simple selector that names the box of a block. */
export function selectorOf({ element, parent }: Box): string {
  const own = nameOf(element);
  if (own !== '') return own;
  return NAMES_ITSELF.has(element.tagName) ? element.tagName : parent?.outward || element.tagName;
}

/** What names a box for the blocks inside it: its own name, its tag, or what names the box around it. */
function outwardOf(element: Element, parent: Box | null): string {
  const tag = element.tagName;
  if (TOO_WIDE.has(tag)) return '';
  return nameOf(element) || (TELLING.has(tag) ? tag : (parent?.outward ?? ''));
}

function nameOf(element: Element): string {
  if (TOO_WIDE.has(element.tagName)) return '';
  const name = classesOf(element).find((one) => SAFE_NAME.test(one));
  if (name !== undefined) return `${element.tagName}.${name}`;
  const id = attribute(element, 'id') ?? '';
  return SAFE_NAME.test(id) ? `#${id}` : '';
}
