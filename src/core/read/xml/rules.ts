/** What the elements of a vocabulary do to the text, as data: one table for TEI, one for DocBook. */
import type { BlockKind, CaveatKind, HiddenBy } from '../document.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Renditions } from './renditions.ts';

/** What an element does. An element that is not in the table only passes its words on. */
export type Rule =
  /** Its words are a block. */
  | { readonly does: 'block'; readonly kind: BlockKind }
  /** It holds blocks, which are of its `kind` if it gives one; `setOff` if it stands apart by what it means. */
  | { readonly does: 'box'; readonly setOff?: true; readonly kind?: BlockKind }
  /** Its words are blocks of their own that do not interrupt the block around: a footnote. */
  | { readonly does: 'note'; readonly kind: BlockKind }
  /** Its words are not text. */
  | { readonly does: 'skip' }
  /** Its words were taken out, or are said about the text. */
  | { readonly does: 'leave-out'; readonly caveat: CaveatKind }
  /** Its words are in the file and not seen. */
  | { readonly does: 'hide'; readonly by: HiddenBy }
  /** It stands for words that are somewhere else. */
  | { readonly does: 'doubt'; readonly caveat: CaveatKind }
  /** A line ends. */
  | { readonly does: 'line' }
  /** Something that is no word stands between words. */
  | { readonly does: 'part' }
  /** Quotation marks stand around its words, always or where the text has none of its own. */
  | { readonly does: 'quote'; readonly marks: 'always' | 'where missing' }
  /** Its words are raised. */
  | { readonly does: 'raise' }
  /** Its words name the speaker of the blocks beside it. */
  | { readonly does: 'speaker' }
  /** Of its children, one is read. */
  | { readonly does: 'choose' };

export interface Vocabularies {
  readonly format: 'tei' | 'docbook';
  readonly rules: ReadonlyMap<string, Rule>;
  /** A rule that an element's attributes give it, before the table is asked. */
  readonly byAttributes: (name: string, parent: string, attributes: Attributes) => Rule | null;
  /** What keeps the words of an element from being seen, or `null`. */
  readonly unseenBy: (name: string, attributes: Attributes, renditions: Renditions) => HiddenBy | null;
  /** The attribute that lets the element's words in for some readers and not for others, or `null`. */
  readonly conditionOf: (attributes: Attributes) => string | null;
  /** The speaker that an element's attributes name, or `null`. */
  readonly speakerOf: (name: string, attributes: Attributes) => string | null;
  /** Whether the element's words are set bold. */
  readonly isStrong: (name: string, attributes: Attributes) => boolean;
}

/** The rules of `table`, where each line gives a rule the names of its elements. */
export function rulesOf(table: readonly (readonly [Rule, string])[]): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const [rule, names] of table) for (const name of names.trim().split(/\s+/)) rules.set(name, rule);
  return rules;
}
