/** Sentences about direct quotations in an article. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { copyWords, datum, meaning, meaningWith, quoted, type Sentence, sealedWords } from './say.ts';

function altered(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (sealed !== null && copy !== null) return `The quotation has ${copy}; what was said is ${sealed}.`;
  if (sealed !== null) return `The quotation leaves out ${sealed}.`;
  return copy === null ? meaning(finding) : `The quotation has ${copy}, which was not said.`;
}

function withDetail(finding: Finding): string {
  const detail = datum(finding, 'detail') ?? datum(finding, 'kind');
  return meaningWith(finding, detail === null ? null : `: ${detail}`);
}

function otherSpeaker(finding: Finding): string {
  const was = quoted(finding, 'was') ?? (finding.speaker === null ? null : `“${finding.speaker}”`);
  if (was === null) return meaning(finding);
  const now = quoted(finding, 'now');
  return `In the transcript these words are said by ${was}${now === null ? '' : `, and not by ${now}`}.`;
}

function notFound(finding: Finding): string {
  const nearest = sealedWords(finding);
  return meaningWith(finding, nearest === null ? null : `; the nearest passage is ${nearest}`);
}

function convention(finding: Finding): string {
  const kind = datum(finding, 'kind');
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  if (kind === null && copy === null) return meaning(finding);
  const sign = copy === null ? '' : ` ${copy}`;
  const covers = sealed === null ? '' : ` stands for ${sealed}`;
  return `Quoted by a convention${kind === null ? '' : ` (${kind})`}:${sign}${covers === '' && sign === '' ? ' a sign tells of a change' : covers}.`;
}

function swallowed(finding: Finding): string {
  const sealed = sealedWords(finding);
  if (sealed === null) return meaning(finding);
  const means = quoted(finding, 'means');
  return `The words left out here, ${sealed}, hold a negation${means === null ? '' : `: ${means}`}.`;
}

function bracket(finding: Finding): string {
  const sealed = sealedWords(finding);
  const copy = copyWords(finding);
  return sealed === null || copy === null ? meaning(finding) : `${copy} stands in place of ${sealed}.`;
}

function contextTurns(finding: Finding): string {
  const sealed = sealedWords(finding);
  return meaningWith(finding, sealed === null ? null : `: the transcript has ${sealed} there`);
}

export const QUOTATIONS_WORDING = {
  'quotation-altered': altered,
  'quotation-spliced': withDetail,
  'quotation-other-speaker': otherSpeaker,
  'quotation-not-found': notFound,
  'quotation-repunctuated': altered,
  'quotation-convention': convention,
  'negation-swallowed': swallowed,
  'bracket-turns-meaning': bracket,
  'gap-has-negation': swallowed,
  'context-turns': contextTurns,
  'quotation-unbalanced': meaning,
  'quotation-unchecked': withDetail,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
