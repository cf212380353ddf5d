/** Judges the characters that show nothing. */
import {
  classAfter,
  classBefore,
  DIGIT,
  IGNORABLE,
  isIgnorable,
  JOINER,
  LETTER_NEAR,
  widthAt,
} from '../canon/classes.ts';
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
  const { copy, toSealed } = collation;
  const met: Met[] = [];
  for (const [index, block] of copy.document.blocks.entries()) {
    if (!MAYBE.test(block.text)) continue;
    const s = toSealed.subarray(copy.firstToken[index], copy.firstToken[index + 1]).find((one) => one !== -1);
    if (s === undefined) continue;
    const found = scanBlock(block.text, index);
    if (!sealedHasSame(collation, s, found)) met.push(...found);
  }
  return met;
}

/** What the characters of one run stand in. */
interface Around {
  /** Whether balanced isolates are at home in the block. */
  readonly isolates: boolean;
  /** Whether the run stands inside a word. */
  readonly inWord: boolean;
}

/** Characters that show nothing are looked at in runs: two zero-width spaces divide a word as well as one. */
function scanBlock(text: string, block: number): readonly Met[] {
  const met: Met[] = [];
  const isolates = RIGHT_TO_LEFT.test(text) && isBalanced(text);
  for (let offset = 0; offset < text.length; ) {
    const end = endOfRun(text, offset);
    const around = { isolates, inWord: isSpaced(classBefore(text, offset)) && isSpaced(classAfter(text, end)) };
    for (; offset < end; offset += widthAt(text, offset)) {
      const code = text.codePointAt(offset)!;
      if (isIgnorable(code)) met.push({ block, offset, code, nature: natureOf(text, offset, code, around) });
    }
    offset += widthAt(text, offset);
  }
  return met;
}

/** Where the characters that show nothing end which begin at `offset`. */
function endOfRun(text: string, offset: number): number {
  let end = offset;
  while (classAfter(text, end) === IGNORABLE || classAfter(text, end) === JOINER) end += widthAt(text, end);
  return end;
}

/** A letter, mark or number of a script that divides its words by spaces; where none does, a zero-width space may. */
function isSpaced(kind: number): boolean {
  return kind >= LETTER_NEAR && kind <= DIGIT;
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

/** Soft hyphen, byte order mark, word joiner, and the marks of direction. */
const HARMLESS: ReadonlySet<number> = new Set([0xad, 0xfeff, 0x2060, 0x200e, 0x200f, 0x61c]);

function natureOf(text: string, offset: number, code: number, { isolates, inWord }: Around): Nature {
  if (HARMLESS.has(code)) return 'harmless';
  if (code >= 0x2066 && code <= 0x2069) return isolates ? 'harmless' : 'harmful';
  if (code === 0x200b) return inWord ? 'harmful' : 'harmless';
  if (code === 0xfe0f || code === 0xfe0e) return PICTURE.test(previous(text, offset)) ? 'harmless' : 'harmful';
  return 'harmful';
}

/** The character before `offset`; none at the beginning. */
function previous(text: string, offset: number): string {
  return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
}

/** Whether the block of the sealed token `s` holds exactly the same invisible characters. */
function sealedHasSame({ sealed, transcript }: Scene['collation'], s: number, found: readonly Met[]): boolean {
  const { witness } = transcript;
  const block = witness.document.blocks[witness.block[sealed.inWitness[s]!]!]!;
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
    after: text.slice(offset + widthAt(text, offset), offset + 40).replace(/\s+/gu, ' '),
    place: placeOf(document, document.blocks[block]!, offset),
  };
  const detail = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return finding(scene, { code: 'invisible-character', copy, count, data: { detail } });
}
