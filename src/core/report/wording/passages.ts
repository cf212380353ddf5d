/** Sentences about whole passages, blocks, speakers and questions, and about copies that match nothing. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { counted } from '../number.ts';
import {
  copyWords,
  datum,
  howLong,
  meaning,
  meaningOf,
  meaningWith,
  quote,
  quoted,
  type Sentence,
  sealedWords,
} from './say.ts';

/** `12 passages` where the finding stands for several in a row. */
function manyPassages(finding: Finding): string | null {
  const count = Number(datum(finding, 'passages') ?? Number.NaN);
  return Number.isSafeInteger(count) && count > 1 ? counted(count, 'passage') : null;
}

/** Code points of a turn that are enough to know it by. */
const OPENING = 60;

function passageOmitted(finding: Finding): string {
  const sealed = sealedWords(finding);
  if (sealed === null) return meaningWith(finding, howLong(finding));
  const several = manyPassages(finding);
  if (several !== null) return `${several} are left out${howLong(finding)}, beginning with ${sealed}.`;
  return `A passage is left out${howLong(finding)}: ${sealed}.`;
}

function passageShortened(finding: Finding): string {
  const sealed = sealedWords(finding);
  if (sealed === null) return meaningWith(finding, howLong(finding));
  return `The copy leaves out ${sealed}${howLong(finding)} and marks the gap.`;
}

function passageDiffers(finding: Finding): string {
  const copy = copyWords(finding);
  return copy === null ? meaning(finding) : `The words ${copy} are not the sealed ones.`;
}

function passageAdded(finding: Finding): string {
  const copy = copyWords(finding);
  if (copy === null) return meaning(finding);
  const label = quoted(finding, 'label');
  const whose = label === null ? '' : `, given to ${label},`;
  return `The transcript does not have ${copy}${howLong(finding)}${whose} and it reads as part of the conversation.`;
}

function passageMoved(finding: Finding): string {
  const moved = sealedWords(finding) ?? copyWords(finding);
  const follows = quoted(finding, 'follows');
  const where = follows === null ? '' : `, behind ${follows}`;
  if (moved === null) return meaningWith(finding, where);
  const several = manyPassages(finding);
  if (several !== null)
    return `${several}, beginning with ${moved}, stand at another place than in the transcript${where}.`;
  return `${moved} stands at another place than in the transcript${where}.`;
}

function questionChanged(finding: Finding): string {
  const question = quoted(finding, 'question') ?? quoted(finding, 'was');
  const follows = quoted(finding, 'follows') ?? quoted(finding, 'now');
  const answer = copyWords(finding) ?? sealedWords(finding);
  const which = answer === null ? 'An answer' : `The answer ${answer}`;
  if (question === null && follows === null) return meaning(finding);
  if (question === null) return `${which} now follows ${follows}, to which it was not given.`;
  return `${which} was given to ${question}${follows === null ? ' and now follows another question' : ` and now follows ${follows}`}.`;
}

function questionOmitted(finding: Finding): string {
  const question = quoted(finding, 'question') ?? quoted(finding, 'was');
  return question === null ? meaning(finding) : `The answer is kept, and its question is left out: ${question}.`;
}

/** The first words that changed hands; where a reading has only the label, the words behind it. */
function wordsOfTurn(finding: Finding): string | null {
  const reading = [finding.sealed, finding.copy].find((one) => one !== null && one.text.trim() !== '');
  if (reading === undefined || reading === null) return null;
  const isLabel = /:\s*$/u.test(reading.text) && reading.after.trim() !== '';
  return quote(isLabel ? reading.after : reading.text, OPENING);
}

function speakerChanged(finding: Finding): string {
  const was = datum(finding, 'was') ?? finding.speaker;
  const now = datum(finding, 'now') ?? datum(finding, 'label');
  const text = wordsOfTurn(finding);
  const what = text === null ? 'These words' : `The words ${text}`;
  if (was === null && now === null) return meaning(finding);
  if (now === null) return `${what} are no longer shown as ${was}’s.`;
  return `${what} are given to “${now}”${was === null ? '' : `; the transcript gives them to “${was}”`}.`;
}

function labelRenamed(finding: Finding): string {
  const was = quoted(finding, 'was');
  const now = quoted(finding, 'now') ?? quoted(finding, 'label');
  if (was === null || now === null) return meaningWith(finding, now === null ? null : `: ${now}`);
  const kind = datum(finding, 'kind');
  return `${was} is written ${now}${kind === null ? '' : ` (${kind})`}.`;
}

function labels(finding: Finding): string {
  const label = quoted(finding, 'label') ?? quoted(finding, 'now') ?? quoted(finding, 'was');
  return meaningWith(finding, label === null ? null : `: ${label}`);
}

function notice(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (sealed !== null && copy !== null) return `In the notice, the transcript has ${sealed}; the copy has ${copy}.`;
  if (sealed !== null) return `The notice lacks ${sealed}${howLong(finding)}.`;
  return copy === null ? meaning(finding) : `The notice has ${copy}, which the transcript does not.`;
}

function foreignBlock(finding: Finding): string {
  const copy = copyWords(finding);
  const selector = quoted(finding, 'selector');
  const advice = selector === null ? '' : ` To accept it, declare its selector as furniture: ${selector}.`;
  if (copy === null) return `${meaning(finding)}${advice}`;
  return `${copy}${howLong(finding)} stands between the passages and is not in the transcript.${advice}`;
}

function setOff(finding: Finding): string {
  const copy = copyWords(finding);
  const kind = datum(finding, 'kind') ?? datum(finding, 'detail') ?? datum(finding, 'selector');
  const by = kind === null ? '' : ` (${kind})`;
  return copy === null ? meaningWith(finding, by) : `${copy} stands between passages, set off${by}.`;
}

function pullQuote(finding: Finding): string {
  const copy = copyWords(finding);
  return copy === null ? meaning(finding) : `${copy} stands again, unchanged, in a block of its own.`;
}

function matter(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (sealed !== null && copy !== null) return `The title or byline ${sealed} reads ${copy}.`;
  if (sealed !== null) return `The title or byline ${sealed} is left out.`;
  return copy === null ? meaning(finding) : `The copy adds ${copy} as a title or byline.`;
}

function repeated(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (copy === null && sealed === null) return meaning(finding);
  if (copy === null) return `The passage stands again, and there ${sealed} is left out.`;
  return `The passage stands again, and there the copy has ${copy}${sealed === null ? '' : ` for ${sealed}`}.`;
}

function candidates(finding: Finding): string {
  const named = datum(finding, 'candidates');
  return meaningWith(finding, named === null ? null : `: ${named}`);
}

const ABSENCES: ReadonlyMap<string | null, string> = new Map([
  ['missing', 'The transcript is not there'],
  ['unreadable', 'The transcript’s file cannot be read'],
  ['changed', 'The transcript’s file no longer has the sealed bytes'],
]);

function absent(finding: Finding): string {
  const why = ABSENCES.get(datum(finding, 'why'));
  return why === undefined ? meaning(finding) : `${why}, so the copy was judged by the manifest alone.`;
}

function superseded(finding: Finding): string {
  const day = datum(finding, 'day');
  const reason = quoted(finding, 'reason');
  if (day === null && reason === null) return meaning(finding);
  const which = day === null ? 'an older sealed version' : `the version sealed on ${day}`;
  return `The copy is verbatim with ${which}, which was superseded${reason === null ? '' : ` because of this: ${reason}`}.`;
}

export const PASSAGES_WORDING = {
  'passage-omitted': passageOmitted,
  'passage-shortened': passageShortened,
  'passage-added': passageAdded,
  'passage-differs': passageDiffers,
  'passage-moved': passageMoved,
  'question-changed': questionChanged,
  'question-omitted': questionOmitted,
  'speaker-changed': speakerChanged,
  'label-renamed': labelRenamed,
  'label-missing': labels,
  'label-added': labels,
  'turns-run-on': meaning,
  'notice-removed': notice,
  'notice-changed': notice,
  'block-interpolated': foreignBlock,
  'block-set-off': setOff,
  'pull-quote': pullQuote,
  'matter-differs': matter,
  'repeated-altered': repeated,
  'transcript-absent': absent,
  'superseded-version': superseded,
  'several-candidates': candidates,
  unmatched: meaningOf,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
