/** Says what each passage is: speech, question, note, notice or matter. */
import { isWord } from '../canon/classes.ts';
import { genericSide } from './generic-labels.ts';
import type { MarkFinder } from './marks.ts';
import type { Role, Speaker, Witness } from './transcript.ts';
import type { Spoken, Turns } from './turns.ts';

/** A title or byline is at most this long and ends without a full stop. */
const MAX_MATTER_WORDS = 20;
const MAX_TITLE_BLOCKS = 3;
/** Words that terms of publication use; two of them in a closing paragraph make it a notice. */
const TERMS =
  /\b(?:transcript|interview|publish|publication|publisher|republish|copyright|licen[cs]e|reproduc|permission|modification|conditions?|anonym|veröffentlich|abdruck|genehmigung|bedingung|unverändert|lizenz|publi[ée]|autorisation|conditions|reproduction|publicación|permiso|condición)|©|(?:публикац|опубликов|разрешен|услови|интервью|анонімн|публікац|дозвол|умов|інтерв)/giu;

/** The role of each stretch, in order. */
export function rolesOf(witness: Witness, turns: Turns, finder: MarkFinder): readonly Role[] {
  const asking = askingSpeakers(witness, turns);
  const first = firstSpoken(witness, turns);
  const notice = noticeStart(witness, turns.stretches, first, finder);
  return turns.stretches.map((stretch, i): Role => {
    if (stretch.label === null && (isOrnament(witness, stretch) || isPageApparatus(witness, stretch))) return 'matter';
    if (i < first) return isMatter(witness, stretch) ? 'matter' : 'note';
    if (i >= notice) return 'notice';
    if (isNote(witness, stretch)) return 'note';
    if (stretch.speaker === null) return turns.speakers.length === 0 ? 'speech' : 'note';
    return asking.has(stretch.speaker) ? 'question' : 'speech';
  });
}

/** Where the conversation begins: at the first turn, or in a monologue behind its title. */
function firstSpoken(witness: Witness, { stretches, speakers }: Turns): number {
  if (speakers.length > 0) return stretches.findIndex((stretch) => stretch.speaker !== null);
  if (stretches.length < 3) return 0;
  let at = 0;
  while (at < MAX_TITLE_BLOCKS && isMatter(witness, stretches[at]!)) at++;
  return stretches.slice(at).some((stretch) => endsSentence(witness, stretch)) ? at : 0;
}

function words(witness: Witness, { from, to }: Spoken): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isWord(witness.tokens[i]!)) count++;
  return count;
}

function endsSentence(witness: Witness, { from, to }: Spoken): boolean {
  const last = to > from ? witness.tokens[to - 1]! : '';
  return /^[.!?…:;"。！？؟।)]$/u.test(last);
}

function isMatter(witness: Witness, stretch: Spoken): boolean {
  const block = witness.document.blocks[stretch.block]!;
  if (block.kind === 'heading') return true;
  return words(witness, stretch) <= MAX_MATTER_WORDS && !endsSentence(witness, stretch);
}

/** Rules and rows of asterisks between parts. */
function isOrnament(witness: Witness, { from, to }: Spoken): boolean {
  for (let i = from; i < to; i++) if (!/^[*#_~•—=·⁂-]$/u.test(witness.tokens[i]!)) return false;
  return true;
}

/** Running heads, page numbers, navigation, captions: set off by their meaning, and no editor's note. */
function isPageApparatus(witness: Witness, { block }: Spoken): boolean {
  const { kind, setOff } = witness.document.blocks[block]!;
  return kind === 'running' || (setOff !== null && kind !== 'note' && !/note|aside/u.test(setOff.by));
}

/** An editor's remark: a paragraph wholly in brackets, or a footnote. */
function isNote(witness: Witness, stretch: Spoken): boolean {
  const block = witness.document.blocks[stretch.block]!;
  if (block.setOff !== null && stretch.label === null) return true;
  const { tokens } = witness;
  const [open, close] = [tokens[stretch.from], tokens[stretch.to - 1]];
  if (!((open === '[' && close === ']') || (open === '(' && close === ')'))) return false;
  for (let i = stretch.from + 1; i < stretch.to - 1; i++) if (tokens[i] === close) return false;
  return stretch.to - stretch.from > 2;
}

/** The first stretch of the closing notice: a legend that opens with a mark used before it, or terms of publication. */
function noticeStart(witness: Witness, stretches: readonly Spoken[], first: number, finder: MarkFinder): number {
  const lastLabel = stretches.findLastIndex((stretch) => stretch.label !== null);
  const begin = Math.max(first, lastLabel) + 1;
  const used = new Set<string>();
  for (const stretch of stretches.slice(first, begin)) collectMarks(witness, stretch, finder, used);
  for (let i = begin; i < stretches.length; i++) {
    const explained = explainedMark(witness, stretches[i]!, finder);
    if (explained !== null && used.has(explained)) return i;
    collectMarks(witness, stretches[i]!, finder, used);
  }
  const terms = termsStart(witness, stretches, begin);
  if (terms === stretches.length || terms === begin) return terms;
  // Above the terms of publication stands the legend, even of a mark that the text never uses.
  return explainedMark(witness, stretches[terms - 1]!, finder) === null ? terms : terms - 1;
}

/** The mark that a line opens with and says something of; `null` where it does not. */
function explainedMark(witness: Witness, { from, to }: Spoken, finder: MarkFinder): string | null {
  const length = finder.lengthAt(witness.tokens, from, to);
  return length > 0 && from + length < to ? markAt(witness, from, length) : null;
}

function markAt(witness: Witness, from: number, length: number): string {
  return witness.tokens
    .slice(from, from + length)
    .join(' ')
    .toLowerCase();
}

function collectMarks(witness: Witness, { from, to }: Spoken, finder: MarkFinder, used: Set<string>): void {
  for (let i = from; i < to; i++) {
    const length = finder.lengthAt(witness.tokens, i, to);
    if (length > 0) used.add(markAt(witness, i, length));
  }
}

function termsStart(witness: Witness, stretches: readonly Spoken[], begin: number): number {
  let start = stretches.length;
  while (start > begin + 1 || (start > begin && begin > 1)) {
    const { block } = stretches[start - 1]!;
    const hits = witness.document.blocks[block]!.text.slice(0, 4_000).match(TERMS);
    if (new Set(hits?.map((hit) => hit.toLowerCase())).size < 2) break;
    start--;
  }
  return start;
}

/** The speakers whose passages are questions: the asking side by name, or the one who alone keeps asking. */
function askingSpeakers(witness: Witness, turns: Turns): ReadonlySet<number> {
  const sides = turns.speakers.map((speaker: Speaker) => genericSide(speaker.name));
  if (sides.includes('asking')) return new Set(sides.flatMap((side, i) => (side === 'asking' ? [i] : [])));
  if (turns.speakers.length === 2 && !turns.speakers[1]!.labelled) return new Set([0]);
  const shares = turns.speakers.map((_, speaker) => askingShare(witness, turns, speaker));
  const asking = shares.flatMap((share, i) => (share >= 0.6 ? [i] : []));
  return new Set(asking.length === 1 && shares.every((share, i) => i === asking[0] || share <= 0.3) ? asking : []);
}

function askingShare(witness: Witness, turns: Turns, speaker: number): number {
  const own = turns.stretches.filter((stretch) => stretch.speaker === speaker && stretch.to > stretch.from);
  const asking = own.filter((stretch) => witness.tokens[stretch.to - 1] === '?');
  return own.length < 2 ? 0 : asking.length / own.length;
}
