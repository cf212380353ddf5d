/** Judges what the file holds and a reader does not see. */
import { TOKEN } from '../align/collation.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { HiddenText } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import { plainBlock } from '../read/plain-block.ts';
import { apparatusAt, nameKey } from '../structure/apparatus.ts';
import { genericSide } from '../structure/generic-labels.ts';
import { tokenAt } from '../structure/turns.ts';
import type { Finding, Reading } from './finding.ts';
import { repetitionsOf, wordsOf } from './repetition.ts';
import { finding, holdsOnlyMatter, type Scene } from './scene.ts';

/** Hidden blocks of fewer words than this are not looked up: three words in a row prove nothing. */
const LEAST_WORDS = 4;

/** The findings of hidden words; none in a title, which may be missing or differ. */
export function judgeHidden(scene: Scene): readonly Finding[] {
  const hidden = scene.collation.copy.document.hidden.filter((one) => !one.hint && /[\p{L}\p{N}\p{S}]/u.test(one.text));
  const words = hidden.map((one) => wordsOf(tokenise(one.text).text));
  const repetitions = repetitionsOf(scene, words);
  return hidden.flatMap((one, i) => {
    const passage = passageAt(scene, one);
    if (passage !== null) return holdsOnlyMatter(scene, one.block) ? [] : [told(scene, one, passage)];
    const repetition = repetitions.of(words[i]!);
    const repeats = repetition.kind === 'exact' || (repetition.kind === 'altered' && repetition.share >= 0.5);
    if (repeats && words[i]!.length >= LEAST_WORDS) {
      const { role } = scene.collation.transcript.passages[repetition.passage]!;
      return role === 'matter' ? [] : [told(scene, one, repetition.passage)];
    }
    return carriesLabel(scene, one) ? [told(scene, one, null)] : [];
  });
}

/** The passage whose words stand on both sides of hidden words, around them in their block, or break off before them; `null` where there is none. */
function passageAt({ collation }: Scene, one: HiddenText): number | null {
  const { copy, kind, owner } = collation;
  const to = copy.firstToken[one.block + 1]!;
  if (one.offset === null) {
    const before = owner[to - 1] ?? -1;
    return before !== -1 && (owner[to] === before || breaksOff(collation, to - 1, before)) ? before : null;
  }
  const from = copy.firstToken[one.block]!;
  const at = tokenAt(copy, one.block, one.offset);
  for (let reach = 0; reach < to - from; reach++) {
    for (const c of [at - 1 - reach, at + reach]) {
      if (c >= from && c < to && kind[c] === TOKEN.passage) return owner[c]!;
    }
  }
  return null;
}

/** Whether the sealed passage goes on behind the copy's token `c`: what is hidden there may be the rest. */
function breaksOff({ toSealed, sealed }: Scene['collation'], c: number, passage: number): boolean {
  return toSealed[c] !== -1 && toSealed[c]! + 1 < sealed.first[passage + 1]!;
}

function carriesLabel({ collation }: Scene, one: HiddenText): boolean {
  const name = apparatusAt(plainBlock(one.text), 0).label?.name;
  if (name === undefined) return false;
  const sealed = collation.transcript.speakers.some((speaker) => nameKey(speaker.name) === nameKey(name));
  return sealed || (genericSide(name) !== null && tokenise(one.text).text.length > LEAST_WORDS);
}

function told(scene: Scene, one: HiddenText, passage: number | null): Finding {
  return finding(scene, { code: 'hidden-text', passage, copy: readingOfHidden(scene, one), data: { means: one.by } });
}

/** Hidden words before the first block stand at its beginning; those that follow a block as one of their own, at its end. */
function readingOfHidden({ collation }: Scene, one: HiddenText): Reading {
  const { document } = collation.copy;
  const block = document.blocks[Math.max(0, one.block)]!;
  const end = block.text.length;
  const offset = one.block < 0 ? 0 : Math.min(one.offset ?? end, end);
  const text = one.text.replace(/\s+/gu, ' ').trim();
  return {
    text: text.length > 200 ? `${text.slice(0, 200)}…` : text,
    before: block.text.slice(Math.max(0, offset - 40), offset).replace(/\s+/gu, ' '),
    after: one.offset === null ? '' : block.text.slice(offset, offset + 40).replace(/\s+/gu, ' '),
    place: placeOf(document, block, offset),
  };
}
