/** Sentences about direct quotations in an article. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import type { ConventionName } from '../../quote/quotes-report.ts';
import { copyWords, datum, meaning, meaningWith, quoted, type Sentence, sealedWords, words } from './say.ts';

function altered(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (sealed !== null && copy !== null) return `The quotation has ${copy}; what was said is ${sealed}.`;
  if (sealed !== null) return `The quotation leaves out ${sealed}.`;
  return copy === null ? meaning(finding) : `The quotation has ${copy}, which was not said.`;
}

function spliced(finding: Finding): string {
  const parts = datum(finding, 'parts');
  const last = sealedWords(finding);
  if (parts === null && last === null) return meaning(finding);
  const where = parts === null ? 'different places' : `${parts} places`;
  return `The quotation joins words from ${where} without a sign${last === null ? '' : `; its last part comes from ${last}`}.`;
}

function otherSpeaker(finding: Finding): string {
  const who = finding.speaker === null ? datum(finding, 'role') : words(finding.speaker);
  const named = quoted(finding, 'named');
  if (who === null) return meaning(finding);
  const by = finding.speaker === null ? `stand in a ${who}` : `are said by “${who}”`;
  return `In the transcript these words ${by}${named === null ? '' : `; the article gives them to ${named}`}.`;
}

function notFound(finding: Finding): string {
  const nearest = sealedWords(finding);
  return meaningWith(finding, nearest === null ? null : `; the nearest passage is ${nearest}`);
}

/** What each convention is called. */
export const CONVENTIONS: Readonly<Record<ConventionName, string>> = {
  'opening-capital': 'another opening capital',
  'closing-sign': 'another closing sign',
  'bracketed-capital': 'a capital in brackets',
  inserted: 'words inserted in brackets',
  replaced: 'words replaced in brackets',
  sic: 'sic',
  ellipsis: 'an ellipsis',
  'mark-left-out': 'a mark left out',
};

function isConvention(name: string): name is ConventionName {
  return Object.hasOwn(CONVENTIONS, name);
}

function convention(finding: Finding): string {
  const name = datum(finding, 'convention');
  const copy = copyWords(finding);
  const sealed = sealedWords(finding);
  if (name === null && copy === null) return meaning(finding);
  const kind = name === null ? '' : ` (${isConvention(name) ? CONVENTIONS[name] : name})`;
  if (copy === null) return `Quoted by convention${kind}${sealed === null ? '' : `: ${sealed} in the transcript`}.`;
  return `Quoted by convention${kind}: ${copy}${sealed === null ? '' : ` stands for ${sealed}`}.`;
}

function swallowed(finding: Finding): string {
  const sealed = sealedWords(finding);
  if (sealed === null) return meaning(finding);
  const held = quoted(finding, 'words');
  if (held === sealed) return `The words left out here are a negation or a number: ${sealed}.`;
  return `The words left out here, ${sealed}, hold ${held ?? 'a negation'}.`;
}

function bracket(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  return sealed === null || copy === null ? meaning(finding) : `${copy} stands in place of ${sealed}.`;
}

function contextTurns(finding: Finding): string {
  const word = quoted(finding, 'word');
  if (word === null) return meaning(finding);
  return datum(finding, 'side') === 'before'
    ? `The quotation starts just behind ${word}, which may turn it.`
    : `The quotation stops just before ${word}, which may turn it.`;
}

const REASONS: Readonly<Record<string, string>> = {
  short: 'it is too short to tell',
  term: 'it is a term or a name, not something said',
  title: 'it is a title',
  'no-transcript': 'there is no transcript to check against',
};

function unchecked(finding: Finding): string {
  const reason = datum(finding, 'reason');
  const known = reason !== null && Object.hasOwn(REASONS, reason) ? REASONS[reason] : reason;
  return known === null || known === undefined ? meaning(finding) : `It was not checked: ${known}.`;
}

export const QUOTATIONS_WORDING = {
  'quotation-altered': altered,
  'quotation-spliced': spliced,
  'quotation-other-speaker': otherSpeaker,
  'quotation-not-found': notFound,
  'quotation-repunctuated': altered,
  'quotation-convention': convention,
  'negation-swallowed': swallowed,
  'bracket-turns-meaning': bracket,
  'gap-has-negation': swallowed,
  'context-turns': contextTurns,
  'quotation-unbalanced': meaning,
  'quotation-unchecked': unchecked,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
