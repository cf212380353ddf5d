/** Judges the characters that show nothing. */
import { TOKEN } from '../align/collation.ts';
import { isIgnorable } from '../canon/classes.ts';
import { placeOf } from '../read/place.ts';
import type { Finding } from './finding.ts';
import { finding, type Scene } from './scene.ts';

/** A quick look, so that ordinary blocks cost one pass of the engine's own. */
const MAYBE = new RegExp(
  [
    '[\u00ad\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8]',
    '\u034f',
    // The first halves of tags, variation selectors and musical formatting.
    '[\ud82f\ud834\udb40-\udb43]',
  ].join('|'),
);
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const PICTURE = /[\p{Extended_Pictographic}#*0-9\u{1f1e6}-\u{1f1ff}\u{fe0f}\u{1f3fb}-\u{1f3ff}]/u;

/** What a character is where it stands. */
type Nature = 'harmless' | 'harmful';

interface Met {
  readonly block: number;
  readonly offset: number;
  readonly code: number;
  readonly nature: Nature;
}

/** One finding for each harmful character; the harmless ones are counted together. */
export function judgeCharacters(scene: Scene): readonly Finding[] {
  const met = charactersOf(scene);
  const harmless = met.filter((one) => one.nature === 'harmless');
  const findings = harmfulRuns(met.filter((one) => one.nature === 'harmful')).map(({ first, count }) =>
    told(scene, first, count),
  );
  const first = harmless[0];
  if (first === undefined) return findings;
  return [...findings, { ...told(scene, first, harmless.length), code: 'format-character', level: 'note' }];
}

/** The invisible characters of the blocks that carry sealed words, unless the sealed text has the same ones there. */
function charactersOf({ collation }: Scene): readonly Met[] {
  const { copy, kind } = collation;
  const met: Met[] = [];
  for (const [index, block] of copy.document.blocks.entries()) {
    if (!MAYBE.test(block.text)) continue;
    const range = carriedRange(copy.firstToken[index]!, copy.firstToken[index + 1]!, kind);
    if (range === null) continue;
    const found = scanBlock(block.text, index);
    if (!sealedHasSame(collation, range, found)) met.push(...found);
  }
  return met;
}

function carriedRange(from: number, to: number, kind: Uint8Array): readonly [number, number] | null {
  let first = from;
  let last = to;
  while (first < to && kind[first] !== TOKEN.passage) first++;
  while (last > first && kind[last - 1] !== TOKEN.passage) last--;
  return first < last ? [first, last] : null;
}

function scanBlock(text: string, block: number): readonly Met[] {
  const met: Met[] = [];
  const rightToLeft = RIGHT_TO_LEFT.test(text);
  const balanced = isBalanced(text);
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset)!;
    if (isIgnorable(code))
      met.push({ block, offset, code, nature: natureOf(text, offset, code, rightToLeft && balanced) });
    offset += code > 0xffff ? 2 : 1;
  }
  return met;
}

/** Whether every bidi isolate is closed, and nothing but isolates opens. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter >= '\u2066' && letter <= '\u2068') depth++;
    else if (letter === '\u2069' && --depth < 0) return false;
  }
  return depth === 0;
}

function natureOf(text: string, offset: number, code: number, isolatesAllowed: boolean): Nature {
  if (code === 0xad || code === 0xfeff || code === 0x2060 || code === 0x200c || code === 0x200d) return 'harmless';
  if (code === 0x200e || code === 0x200f || code === 0x61c) return 'harmless';
  if (code >= 0x2066 && code <= 0x2069) return isolatesAllowed ? 'harmless' : 'harmful';
  const before = previous(text, offset);
  if (code === 0x200b)
    return WORD.test(before) && WORD.test(text.slice(offset + 1, offset + 3)[0] ?? '') ? 'harmful' : 'harmless';
  if (code === 0xfe0f || code === 0xfe0e) return PICTURE.test(before) ? 'harmless' : 'harmful';
  return 'harmful';
}

function previous(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return (low & 0xfc00) === 0xdc00 ? text.slice(offset - 2, offset) : text.slice(Math.max(0, offset - 1), offset);
}

/** Whether the sealed words opposite hold exactly the same invisible characters. */
function sealedHasSame(
  { toSealed, sealed, transcript }: Scene['collation'],
  [from, to]: readonly [number, number],
  found: readonly Met[],
): boolean {
  const s = [];
  for (let c = from; c < to && s.length < 1; c++) if (toSealed[c] !== -1) s.push(toSealed[c]!);
  if (s[0] === undefined) return false;
  const { witness } = transcript;
  const block = witness.document.blocks[witness.block[sealed.inWitness[s[0]]!]!]!;
  if (!MAYBE.test(block.text)) return false;
  const own = scanBlock(block.text, 0);
  return (
    own.length === found.length && own.every((one, i) => one.code === found[i]!.code && one.nature === found[i]!.nature)
  );
}

/** Characters that stand side by side are one finding. */
function harmfulRuns(met: readonly Met[]): readonly { first: Met; count: number }[] {
  const runs: { first: Met; last: Met; count: number }[] = [];
  for (const one of met) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.block === one.block && one.offset - run.last.offset <= 2) {
      run.last = one;
      run.count++;
    } else runs.push({ first: one, last: one, count: 1 });
  }
  return runs;
}

function told(scene: Scene, { block, offset, code }: Met, count: number): Finding {
  const { document } = scene.collation.copy;
  const { text } = document.blocks[block]!;
  const copy = {
    text: String.fromCodePoint(code),
    before: text.slice(Math.max(0, offset - 40), offset).replace(/\s+/gu, ' '),
    after: text.slice(offset + (code > 0xffff ? 2 : 1), offset + 40).replace(/\s+/gu, ' '),
    place: placeOf(document, document.blocks[block]!, offset),
  };
  const detail = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return finding(scene, { code: 'invisible-character', copy, count, data: { detail } });
}
