/** What a verdict means for one copy, in a sentence; the same in every report. */
import { findingKind } from '../judge/codes.ts';
import type { Finding } from '../judge/finding.ts';
import type { CopyResult, TextResult } from '../judge/judgement.ts';
import { shownName } from './escape.ts';
import { counted, grouped } from './number.ts';
import { sentence } from './wording.ts';

/** The failing findings, which are what there is to put right. */
export function failing(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.level === 'fail');
}

/** The findings that are only told. */
export function noted(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.level === 'note');
}

/** Occurrences behind the findings. */
export function occurrences(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + Math.max(1, finding.count), 0);
}

function faithful(result: CopyResult, transcript: string): string {
  return result.identical ? `It is ${transcript}, byte for byte` : `Every word of ${transcript}, in order`;
}

function judged(result: CopyResult, transcript: string): string {
  const places = counted(occurrences(failing(result.findings)), 'place');
  const differences = counted(occurrences(failing(result.findings)), 'difference');
  switch (result.verdict) {
    case 'verbatim':
      return faithful(result, transcript);
    case 'repunctuated':
      return `The words of ${transcript}; punctuation or capitals differ in ${places}`;
    case 'excerpt':
      return `Parts of ${transcript} are left out; what is there is unchanged`;
    case 'interpolated':
      return `Foreign blocks stand between the passages of ${transcript}`;
    case 'suspect':
      return `The words of ${transcript}, but it can show a reader other words, in ${places}`;
    default:
      return `${differences} from ${transcript}`;
  }
}

/** The verdict's name; `excerpt, allowed` where the copy passes by permission. */
export function verdictLabel(result: CopyResult): string {
  const isAllowed = result.pass && failing(result.findings).length > 0;
  return isAllowed ? `${result.verdict}, allowed` : result.verdict;
}

/** Why a copy without a failing finding does not pass. */
function denial(result: CopyResult): string {
  return result.pass || failing(result.findings).length > 0 ? '' : '; a note is denied';
}

/** The sentence, without a full stop: `3 differences from interview.txt`. */
export function headline(result: CopyResult): string {
  const [first] = failing(result.findings);
  if (result.verdict === 'unreadable') {
    return first === undefined ? 'It cannot be judged' : sentence(first).replace(/\.$/u, '');
  }
  if (result.verdict === 'unmatched') {
    const why = first?.data['detail'] === undefined ? null : sentence(first).replace(/\.$/u, '');
    return why ?? 'No sealed text is recognised in it';
  }
  const transcript = result.transcript === null ? 'the transcript' : shownName(result.transcript);
  return `${judged(result, transcript)}${denial(result)}`;
}

/**
 * How many words match and how many are not judged, ` (212 words around the interview are not judged)`; '' where there is
 * nothing to say of them.
 */
export function extent(result: CopyResult): string {
  const { verdict, identical } = result;
  if (verdict === 'unreadable' || verdict === 'unmatched' || (identical && verdict === 'verbatim')) return '';
  const { words } = result;
  const parts: string[] = [];
  if (words.matched < words.sealed) {
    parts.push(
      `${grouped(words.matched)} of ${counted(words.sealed, 'word')} ${words.matched === 1 ? 'matches' : 'match'}`,
    );
  }
  if (words.around > 0) {
    parts.push(`${counted(words.around, 'word')} around the interview ${words.around === 1 ? 'is' : 'are'} not judged`);
  }
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** What is wrong with a file of the record, or that nothing is; without a full stop. */
export function textHeadline(result: TextResult): string {
  const bad = failing(result.findings);
  const [first] = bad;
  if (first === undefined && !result.pass) return 'A note is denied';
  if (result.kind !== 'article') {
    return first === undefined ? 'Sealed and unchanged' : sentence(first).replace(/\.$/u, '');
  }
  if (first === undefined) return 'Every quotation is in order';
  const isUnreadable = findingKind(first.code).verdict === 'unreadable';
  return isUnreadable
    ? sentence(first).replace(/\.$/u, '')
    : `${counted(occurrences(bad), 'place')} to put right in what it quotes`;
}

/** How many copies there are, and how they fared; `failed` does not count the unreadable. */
interface Summary {
  readonly copies: number;
  readonly passed: number;
  readonly failed: number;
  readonly unreadable: number;
}

/** Counts the copies of a report. A copy that passes by permission is passed, and an unreadable one only unreadable. */
export function summarise(results: readonly CopyResult[]): Summary {
  const unreadable = results.filter((result) => result.verdict === 'unreadable').length;
  const passed = results.filter((result) => result.pass && result.verdict !== 'unreadable').length;
  return { copies: results.length, passed, failed: results.length - passed - unreadable, unreadable };
}

/** Counts the sealed texts of a report of `check`; a text that cannot be judged at all counts as failed. */
export function summariseTexts(texts: readonly TextResult[]): { readonly passed: number; readonly failed: number } {
  const passed = texts.filter((text) => text.pass).length;
  return { passed, failed: texts.length - passed };
}

/** `3 copies: 1 passes, 1 does not pass, 1 cannot be judged.` */
export function copiesInWords(results: readonly CopyResult[]): string {
  const { copies, passed, failed, unreadable } = summarise(results);
  const parts = [
    passed > 0 ? `${grouped(passed)} ${passed === 1 ? 'passes' : 'pass'}` : '',
    failed > 0 ? `${grouped(failed)} ${failed === 1 ? 'does' : 'do'} not pass` : '',
    unreadable > 0 ? `${grouped(unreadable)} cannot be judged` : '',
  ];
  return `${counted(copies, 'copy', 'copies')}: ${parts.filter((part) => part !== '').join(', ')}.`;
}

/** `4 of 11 files of the record are in order.` */
export function textsInWords(texts: readonly TextResult[]): string {
  const good = texts.filter((result) => result.pass).length;
  return `${grouped(good)} of ${grouped(texts.length)} files of the record are in order.`;
}
