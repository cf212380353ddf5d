/** Sentences about words, signs and marks inside a passage. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import {
  copyWords,
  datum,
  howLong,
  meaning,
  meaningOf,
  meaningWith,
  quoted,
  type Sentence,
  sealedWords,
  thing,
} from './say.ts';

/** The three shapes of a difference: replaced, left out, added. */
function difference(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (sealed !== null && copy !== null) return `The transcript has ${sealed}; the copy has ${copy}.`;
  if (sealed !== null) return `${sealed} is left out.`;
  return copy === null ? meaning(finding) : `${copy} is added.`;
}

function wordsMoved(finding: Finding): string {
  const moved = copyWords(finding) ?? sealedWords(finding);
  if (moved === null) return meaning(finding);
  const follows = quoted(finding, 'follows');
  return `${moved} stands at another place than in the transcript${follows === null ? '' : `: it follows ${follows}`}.`;
}

/** The mark itself, quoted, whichever witness has it. */
function mark(finding: Finding): string | null {
  return quoted(finding, 'label') ?? sealedWords(finding);
}

function markRemoved(finding: Finding): string {
  const sign = mark(finding);
  if (sign === null) return meaning(finding);
  const means = quoted(finding, 'means');
  return `The mark ${sign}${means === null ? '' : `, which means ${means},`} is gone.`;
}

function markAdded(finding: Finding): string {
  const sign = copyWords(finding);
  return sign === null ? meaning(finding) : `The copy has the mark ${sign} where the transcript has none.`;
}

function markFilled(finding: Finding): string {
  const filling = copyWords(finding);
  const sign = mark(finding);
  if (filling === null) return meaning(finding);
  return `${filling} stands where the transcript has ${sign === null ? 'a mark' : `the mark ${sign}`}.`;
}

function hidden(finding: Finding): string {
  const text = copyWords(finding);
  const how = datum(finding, 'means') ?? datum(finding, 'kind') ?? datum(finding, 'detail');
  if (text === null) return meaningWith(finding, how === null ? null : ` (hidden by: ${how})`);
  return `The file holds ${text}${howLong(finding)}, which a reader does not see${how === null ? '' : ` (hidden by: ${how})`}.`;
}

function invisible(finding: Finding): string {
  const what = datum(finding, 'detail') ?? datum(finding, 'kind');
  const text = copyWords(finding);
  if (what === null && text === null) return meaning(finding);
  const name = what === null ? 'A character that shows nothing' : `A character that shows nothing (${what})`;
  return `${name} stands ${text === null ? 'in the words' : `in ${text}`}.`;
}

function lookAlike(finding: Finding): string {
  const text = copyWords(finding);
  const what = datum(finding, 'detail');
  if (text === null) return meaningWith(finding, what === null ? null : `: ${what}`);
  const where = sealedWords(finding);
  const like = where === null ? 'another word' : `the transcript’s ${where}`;
  return `${text} looks like ${like} but has letters of another alphabet${what === null ? '' : ` (${what})`}.`;
}

/** The views of a page, as `--render` tells them apart. */
const VIEWS: Readonly<Record<string, string>> = {
  wide: 'on a wide screen',
  narrow: 'on a narrow screen',
  paper: 'in print',
};

/** In which views something is shown, where that is not all of them: ` on a narrow screen and in print`. */
function inViews(finding: Finding): string {
  const views = (datum(finding, 'views') ?? '').split(' ').flatMap((view) => VIEWS[view] ?? []);
  return views.length === 0 ? '' : ` ${views.join(' and ')}`;
}

function drawnOtherwise(finding: Finding): string {
  const text = copyWords(finding);
  const where = inViews(finding);
  if (Object.hasOwn(finding.data, 'drawn')) {
    const drawn = quoted(finding, 'drawn') ?? 'nothing';
    return `The file has ${text ?? 'nothing'} here, and a browser shows ${drawn}${where}.`;
  }
  if (finding.data['kind'] === 'browser') {
    const what =
      finding.passage === null ? 'other words than the file has' : 'this passage otherwise than the file has it';
    return `A browser shows ${what}${where}.`;
  }
  if (text === null) return meaningOf(finding);
  const what = thing(finding);
  return `A reader may see something else than ${text} here${what === null ? '' : ` (${what})`}.`;
}

function deleted(finding: Finding): string {
  const text = copyWords(finding);
  return text === null ? meaningOf(finding) : `${text} is struck out or deleted, and was not judged.`;
}

function notEvaluated(finding: Finding): string {
  const what = thing(finding);
  return what === null ? meaning(finding) : `Not evaluated, and it could change what a reader sees: ${what}.`;
}

export const WORDS_WORDING = {
  'word-substituted': difference,
  'word-omitted': difference,
  'word-added': difference,
  'word-division': difference,
  'punctuation-changed': difference,
  'case-changed': difference,
  'words-moved': wordsMoved,
  'mark-removed': markRemoved,
  'mark-added': markAdded,
  'mark-filled': markFilled,
  'hidden-text': hidden,
  'invisible-character': invisible,
  'format-character': meaningOf,
  'look-alike-letter': lookAlike,
  'drawn-otherwise': drawnOtherwise,
  'ambiguous-break': meaningOf,
  'digest-differs': meaning,
  typography: meaningOf,
  'deleted-text': deleted,
  'not-evaluated': notEvaluated,
  'personal-metadata': meaningOf,
  'format-declared': meaningOf,
  'encoding-assumed': meaningOf,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
