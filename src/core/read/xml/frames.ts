/** What an element makes of the frame around it: the kind, box and speaker of the blocks inside. */
import type { BlockKind } from '../document.ts';
import type { Rule } from './rules.ts';
import type { XmlFrame } from './xml-block.ts';

/** The frame around the root element. */
export const ROOT: XmlFrame = { kind: 'paragraph', container: '', setOff: null, speaker: null };

/** The frame inside the element `name`, which does what `rule` says. */
export function frameOf(name: string, rule: Rule | null, around: XmlFrame): XmlFrame {
  if (rule?.does === 'block') return { ...around, kind: kindIn(around.kind, rule.kind) };
  if (rule?.does === 'note') return noteFrame(name, rule.kind);
  if (rule?.does !== 'box') return around;
  const container = around.container === '' ? name : `${around.container} > ${name}`;
  const setOff = rule.setOff === true && around.setOff === null ? { by: name } : around.setOff;
  return { ...around, container, setOff, kind: kindIn(around.kind, rule.kind ?? 'paragraph') };
}

/** A paragraph of a list's item, a cell or a note is one of those; a heading stays a heading, but not in a note. */
function kindIn(around: BlockKind, kind: BlockKind): BlockKind {
  return around === 'note' || kind === 'paragraph' ? around : kind;
}

function noteFrame(name: string, kind: BlockKind): XmlFrame {
  return { kind, container: name, setOff: { by: kind === 'running' ? 'running head' : name }, speaker: null };
}
