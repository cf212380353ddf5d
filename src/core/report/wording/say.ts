/** The small change of sentences: quoting foreign words, and finding out what a finding has to say. */
import { type FindingCode, findingKind } from '../../judge/codes.ts';
import type { Finding, Reading } from '../../judge/finding.ts';
import { isolated, shown } from '../escape.ts';
import { counted } from '../number.ts';

/** Kinds that the two readings, shown in their context, explain without a sentence. */
export const SAID_BY_READINGS: ReadonlySet<FindingCode> = new Set([
  'word-substituted',
  'word-omitted',
  'word-added',
  'word-division',
  'punctuation-changed',
  'case-changed',
]);

/** One finding as a sentence. */
export type Sentence = (finding: Finding) => string;

/** Code points of foreign words that a sentence quotes; a longer stretch is cut at a space and says so by `…`. */
export const QUOTE_LIMIT = 120;

/** The first words of `text`, at most `limit` code points, with `…` where something was cut. */
export function clip(text: string, limit: number): string {
  const points = Array.from(text.slice(0, limit * 2 + 2));
  if (points.length <= limit && text.length <= limit * 2 + 2) return text;
  const cut = points.slice(0, limit - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** The last words of `text`, at most `limit` code points, with `…` where something was cut. */
export function clipStart(text: string, limit: number): string {
  const points = Array.from(text.slice(-limit * 2 - 2));
  if (points.length <= limit && text.length <= limit * 2 + 2) return text;
  const cut = points.slice(1 - limit).join('');
  const space = cut.indexOf(' ');
  return `… ${(space >= 0 && space < limit / 2 ? cut.slice(space) : cut).trimStart()}`;
}

/** Foreign words made safe to read, without quotation marks. */
export function words(text: string, limit: number = QUOTE_LIMIT): string {
  return isolated(clip(shown(text.slice(0, limit * 8)).trim(), limit));
}

/** Foreign words between quotation marks. */
export function quote(text: string, limit: number = QUOTE_LIMIT): string {
  return `“${words(text, limit)}”`;
}

function textOf(reading: Reading | null): string | null {
  return reading === null || reading.text.trim() === '' ? null : reading.text;
}

/** The transcript's words, quoted; `null` where it has none or is not at hand. */
export function sealedWords(finding: Finding): string | null {
  const text = textOf(finding.sealed);
  return text === null ? null : quote(text);
}

/** The copy's words, quoted; `null` where it has none. */
export function copyWords(finding: Finding): string | null {
  const text = textOf(finding.copy);
  return text === null ? null : quote(text);
}

/** A value of the finding's data as plain words; `null` where it is not given or empty. */
export function datum(finding: Finding, key: string): string | null {
  const text = Object.hasOwn(finding.data, key) ? String(finding.data[key]).trim() : '';
  return text === '' ? null : words(text);
}

/** The same, quoted. */
export function quoted(finding: Finding, key: string): string | null {
  const text = datum(finding, key);
  return text === null ? null : `“${text}”`;
}

/** What the table says of the finding, where nothing better is known. */
export function meaning(finding: Finding): string {
  return findingKind(finding.code).meaning;
}

/** What the table says, with `tail` before the full stop: `The file is damaged or cut short: entry listed twice.` */
export function meaningWith(finding: Finding, tail: string | null): string {
  return tail === null ? meaning(finding) : `${meaning(finding).replace(/\.$/u, '')}${tail}.`;
}

/** What a finding is about, as a reader of a file calls it: `script`, `font Courier`, `stylesheet site.css`. */
export function thing(finding: Finding): string | null {
  const kind = datum(finding, 'kind')?.replaceAll('-', ' ') ?? null;
  const detail = datum(finding, 'detail');
  if (kind === null || detail === null) return kind ?? detail;
  return detail.includes(kind) ? detail : `${kind} ${detail}`;
}

/** The table's sentence with what the finding is about in brackets: `The file is damaged or cut short (entry listed twice).` */
export function meaningOf(finding: Finding): string {
  const what = datum(finding, 'detail') ?? datum(finding, 'kind');
  return meaningWith(finding, what === null ? null : ` (${what})`);
}

/** ` (212 words)` where the finding says how many words it concerns. */
export function howLong(finding: Finding): string {
  const count = Number(datum(finding, 'words') ?? Number.NaN);
  return Number.isSafeInteger(count) && count > 0 ? ` (${counted(count, 'word')})` : '';
}

/** ` (2031-04-05, “a name had to go”)`: day and reason, where they are given; `null` where neither is. */
export function because(finding: Finding): string | null {
  const parts = [datum(finding, 'day'), quoted(finding, 'reason')].filter((part) => part !== null);
  return parts.length === 0 ? null : ` (${parts.join(', ')})`;
}
