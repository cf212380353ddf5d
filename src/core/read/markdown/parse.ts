/** From Markdown (CommonMark with the tables, footnotes and strikethrough of GFM) to a tree whose text knows where it comes from. */
import type { Root } from 'mdast';
import { refuseCostly, refuseCostlyPart, refusingDepth } from './bounds.ts';
import { definitionsFor, type Labels, labelsOf } from './definitions.ts';
import { protectMarks } from './marks.ts';
import { isOpen, partEnd } from './parts.ts';
import { PieceRecorder } from './pieces.ts';
import { descendants, startOf } from './tree.ts';

/** A parsed document. Offsets of nodes and pieces count in the whole source. */
export interface Parsed {
  readonly tree: Root;
  /** The pieces of a node's `value`; their offsets count in it. */
  readonly piecesOf: PieceRecorder['piecesOf'];
  /** The text of a value of the tree; offsets stay the same. */
  readonly restore: (value: string) => string;
}

/** A stretch of the source that is parsed by itself. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly tree: Root;
}

type Parse = (source: string, start: number) => Root;

/** Parses Markdown; throws `Refusal('too-deep')` for markup that would keep the parser busy for minutes. */
export async function parse(written: string): Promise<Parsed> {
  const { source, restore } = protectMarks(written);
  refuseCostly(source);
  const recorder = new PieceRecorder();
  const parsePart = await loadParser(recorder);
  const parts = withDefinitions(source, parseParts(source, parsePart), parsePart);
  return {
    tree: { type: 'root', children: parts.flatMap(({ tree }) => tree.children) },
    piecesOf: (node) => recorder.piecesOf(node),
    restore,
  };
}

async function loadParser(recorder: PieceRecorder): Promise<Parse> {
  const [{ fromMarkdown }, { gfmFromMarkdown }, { gfm }, front, { frontmatter }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('mdast-util-gfm'),
    import('micromark-extension-gfm'),
    import('mdast-util-frontmatter'),
    import('micromark-extension-frontmatter'),
  ]);
  // The transforms of GFM cut addresses out of finished text and lose positions; links show their text either way.
  const gfmWithoutTransforms = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  const common = { extensions: [gfm()], mdastExtensions: [gfmWithoutTransforms, recorder.extension] };
  const first = {
    extensions: [...common.extensions, frontmatter(['yaml', 'toml'])],
    mdastExtensions: [...common.mdastExtensions, front.frontmatterFromMarkdown(['yaml', 'toml'])],
  };
  return (source, start) => {
    recorder.startAt(start);
    return moved(
      refusingDepth(() => fromMarkdown(source, start === 0 ? first : common)),
      start,
    );
  };
}

/** Parses part by part; a part that is still open is parsed again, twice as long. */
function parseParts(source: string, parsePart: Parse): Part[] {
  const parts: Part[] = [];
  let start = 0;
  do {
    let end = partEnd(source, start);
    let tree = parsePart(checked(source.slice(start, end)), start);
    while (end < source.length && isOpen(tree)) {
      end = partEnd(source, start, 2 * (end - start));
      tree = parsePart(checked(source.slice(start, end)), start);
    }
    parts.push({ start, end, tree });
    start = end;
  } while (start < source.length);
  return parts;
}

function checked(part: string): string {
  refuseCostlyPart(part);
  return part;
}

/**
 * Makes the definitions of every part known in every other, so that `[text][label]` is a link wherever its label is defined: they
 * are put before the part (behind the first, which may begin with front matter), and what they add to its tree is taken off again.
 */
function withDefinitions(source: string, parts: readonly Part[], parsePart: Parse): readonly Part[] {
  if (parts.length === 1) return parts;
  const labels: Labels = labelsOf(parts.map(({ tree }) => tree));
  if (labels.size === 0) return parts;
  return parts.map((part) => {
    const text = source.slice(part.start, part.end);
    const definitions = definitionsFor(text, labels);
    if (definitions === '') return part;
    const { children } =
      part.start === 0
        ? parsePart(`${text}\n\n${definitions}`, 0)
        : parsePart(`${definitions}\n\n${text}`, part.start - definitions.length - 2);
    const own = children.filter((node) => startOf(node) >= part.start && startOf(node) < part.end);
    return { ...part, tree: { type: 'root', children: own } };
  });
}

/** Moves the places of all nodes by `by`. */
function moved(tree: Root, by: number): Root {
  if (by === 0) return tree;
  for (const { position } of descendants(tree)) {
    for (const point of [position?.start, position?.end]) if (point?.offset !== undefined) point.offset += by;
  }
  return tree;
}
