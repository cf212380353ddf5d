/**
 * The one place where sentences are made. Every report says the same thing in the same words, and the compiler sees to it
 * that no code is without its sentence.
 */
import type { FindingCode } from '../judge/codes.ts';
import type { Finding } from '../judge/finding.ts';
import { grouped } from './number.ts';
import { FILES_WORDING } from './wording/files.ts';
import { PASSAGES_WORDING } from './wording/passages.ts';
import { QUOTATIONS_WORDING } from './wording/quotations.ts';
import type { Sentence } from './wording/say.ts';
import { WORDS_WORDING } from './wording/words.ts';

const WORDING = {
  ...WORDS_WORDING,
  ...PASSAGES_WORDING,
  ...FILES_WORDING,
  ...QUOTATIONS_WORDING,
} as const satisfies Record<FindingCode, Sentence>;

/**
 * The finding as one or two sentences of plain text on one line. Foreign words in it are quoted, clipped and made visible;
 * words written from right to left stand in isolates. A writer still escapes it for its sink.
 */
export function sentence(finding: Finding): string {
  const text = WORDING[finding.code](finding).replace(/([.?!…]\u2069?”)\.$/u, '$1');
  if (finding.count <= 1) return text;
  return `${text.replace(/\.$/u, '')} (in ${grouped(finding.count)} places).`;
}
