/** The seen text of a paragraph, heading or cell: signs of markup gone, what they mean kept. */
import type { Image, ImageReference, Nodes, PhrasingContent } from 'mdast';
import { Refusal } from '../../refusal.ts';
import type { Range } from '../document.ts';
import type { SeenText } from '../seen-text.ts';
import type { Parsed } from './parse.ts';
import type { Piece } from './pieces.ts';
import { MAX_MARKUP, startOf, widthOf } from './tree.ts';

/** An emoji, with its modifiers; the sets of Unicode's emoji data. */
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3)(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)*$/u;

/** What was written in one block. */
export interface Phrase {
  readonly seen: SeenText;
  readonly strong: Range[];
  /** Offsets at which struck words were left out. */
  readonly struck: number[];
}

/** Reads `nodes` behind what `seen` holds. Footnote references are apparatus; what is struck is not there. */
export function readPhrase(nodes: readonly PhrasingContent[], parsed: Parsed, seen: SeenText): Phrase {
  const phrase: Phrase = { seen, strong: [], struck: [] };
  addNodes(phrase, nodes, parsed, 0);
  return phrase;
}

/** Appends a node's `value` with the places of its pieces, and every line end as LF. */
export function appendValue(seen: SeenText, node: Nodes & { readonly value: string }, parsed: Parsed): void {
  const value = parsed.restore(node.value);
  const pieces = parsed.piecesOf(node);
  for (const [index, piece] of pieces.entries()) {
    const from = Math.max(piece.text, 0);
    const to = Math.min(pieces[index + 1]?.text ?? value.length, value.length);
    if (from < to) appendPiece(seen, value.slice(from, to), piece, from - piece.text);
  }
}

function appendPiece(seen: SeenText, text: string, piece: Piece, skipped: number): void {
  const isCopy = text.length + skipped <= piece.width && !/^[\r\n]/.test(text);
  if (isCopy && text.length + skipped === piece.width) seen.append(text, piece.source + skipped);
  else seen.append(normaliseLineEnds(text), piece.source + skipped, piece.width - skipped);
}

function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function addNodes(phrase: Phrase, nodes: readonly PhrasingContent[], parsed: Parsed, depth: number): void {
  if (depth > MAX_MARKUP) throw new Refusal('too-deep', `emphasis nested ${MAX_MARKUP} times`);
  for (const node of nodes) addNode(phrase, node, parsed, depth);
}

function addNode(phrase: Phrase, node: PhrasingContent, parsed: Parsed, depth: number): void {
  const { seen } = phrase;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      appendValue(seen, node, parsed);
      break;
    case 'break':
      seen.append('\n', startOf(node), widthOf(node));
      break;
    case 'image':
    case 'imageReference':
      addImage(seen, node);
      break;
    case 'delete':
      phrase.struck.push(seen.length);
      break;
    case 'strong':
      addStrong(phrase, node.children, parsed, depth);
      break;
    case 'emphasis':
    case 'link':
    case 'linkReference':
      addNodes(phrase, node.children, parsed, depth + 1);
      break;
    // Raw HTML that shows anything is read elsewhere; references to footnotes are apparatus.
    case 'html':
    case 'footnoteReference':
      break;
  }
}

function addStrong(phrase: Phrase, nodes: readonly PhrasingContent[], parsed: Parsed, depth: number): void {
  const start = phrase.seen.length;
  addNodes(phrase, nodes, parsed, depth + 1);
  const end = phrase.seen.length;
  if (end > start) phrase.strong.push({ start, end });
}

/** An emoji shown as a picture is its emoji; any other picture has no words in it. */
function addImage(seen: SeenText, node: Image | ImageReference): void {
  if (isEmoji(node.alt)) seen.append(node.alt, startOf(node), widthOf(node));
}

/** Whether the text that stands for a picture is one emoji. */
function isEmoji(alt: string | null | undefined): alt is string {
  return alt != null && EMOJI.test(alt);
}
