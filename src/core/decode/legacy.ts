/**
 * Text that is not UTF-8: the declared encoding, or a guess that says it is one.
 *
 * A guess is made by trying. Each encoding that could be meant reads a sample of the bytes, and the reading is held against
 * what no language writes: letters of two scripts in one word, a capital behind a small letter, a box-drawing sign between
 * letters. `chardet`, which knows which letters each language writes often, decides among those that are left.
 *
 * Worked example: the Russian for "yes" in KOI8-R is C4 C1. In windows-1251 that is "ДБ", in windows-1252 "ÄÁ", both without a
 * fault; in a whole sentence windows-1251 has "пРИВЕТ", which has a capital behind a small letter. The ugly outcome this
 * prevents is a faithful copy shown as altered from its first word to its last.
 */
import { decodeLegacy } from '#port/legacy';
import { Refusal } from '../refusal.ts';
import { hasControls } from './controls.ts';
import type { Decoded, DecodeHint } from './index.ts';
import { faultShare } from './plausible.ts';
import { isDamagedUtf8, surveyUtf8 } from './utf8.ts';

/** Bytes a guess looks at, from the first line that is not plain ASCII on. */
const SAMPLE_BYTES = 24_000;
/** A reading with more faults among its signs beyond ASCII is not what was meant. */
const MAX_FAULT_SHARE = 0.25;
/** What `chardet`'s full confidence outweighs: this share of faults. */
const CONFIDENCE_WEIGHT = 0.01;
/** Below this confidence `chardet`'s East Asian candidates are noise. */
const MIN_CONFIDENCE = 30;

/** Encodings of one byte a sign, in the order in which they are preferred when nothing else tells them apart. */
const SINGLE_BYTE = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'iso-8859-15',
];

interface Candidate {
  readonly encoding: string;
  readonly cost: number;
  readonly sample: string;
}

/** Decodes bytes that are not valid UTF-8; throws `Refusal('not-text')` when they are damaged UTF-8 or fit nothing. */
export async function decodeLegacyText(bytes: Uint8Array, hint: DecodeHint): Promise<Decoded> {
  const survey = surveyUtf8(bytes);
  const declared = knownLabel(hint.declared);
  const misfit = `byte 0x${bytes[survey.firstInvalid]!.toString(16).toUpperCase()} at offset ${survey.firstInvalid}`;
  if (declared !== null && declared !== 'utf-8') return decodeDeclared(bytes, declared);
  if (declared === 'utf-8' || isDamagedUtf8(survey)) throw new Refusal('not-text', `${misfit} is not UTF-8`);
  const sample = sampleOf(bytes, survey.firstInvalid);
  for (const { encoding } of ranked(await candidates(sample), hint)) {
    const text = await decodeWhole(bytes, encoding);
    if (text !== null) return { text, encoding, certain: false };
  }
  throw new Refusal('not-text', `${misfit} fits no encoding`);
}

async function decodeDeclared(bytes: Uint8Array, encoding: string): Promise<Decoded> {
  const text = await decodeWhole(bytes, encoding);
  if (text === null) throw new Refusal('not-text', `bytes that are not ${encoding}, which the file declares`);
  return { text, encoding, certain: true };
}

/** The whole text in `encoding`; `null` if some byte has no meaning in it. */
async function decodeWhole(bytes: Uint8Array, encoding: string): Promise<string | null> {
  const text = await decodeLegacy(bytes, encoding);
  return text === null || text.includes('\ufffd') || hasControls(text) ? null : text;
}

/** The standard's name for a label; `null` for one it does not know. UTF-16 in a declaration means UTF-8. */
function knownLabel(label: string | null | undefined): string | null {
  if (label == null) return null;
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith('utf-16') ? 'utf-8' : name;
  } catch {
    return null;
  }
}

async function candidates(sample: Uint8Array): Promise<Candidate[]> {
  const confidence = await confidences(sample);
  const eastAsian = [...confidence.keys()].filter((name) => !SINGLE_BYTE.includes(name));
  const found: Candidate[] = [];
  for (const encoding of [...SINGLE_BYTE, ...eastAsian]) {
    const text = await decodeLegacy(sample, encoding);
    if (text === null || hasControls(text)) continue;
    const faults = faultShare(text);
    if (faults > MAX_FAULT_SHARE) continue;
    found.push({ encoding, cost: faults - (confidence.get(encoding) ?? 0) * CONFIDENCE_WEIGHT, sample: text });
  }
  return found;
}

/** How sure `chardet` is of each encoding, from 0 to 1. */
async function confidences(sample: Uint8Array): Promise<Map<string, number>> {
  const { analyse } = await import('chardet');
  const found = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const encoding = knownLabel(name);
    if (encoding === null || encoding.startsWith('utf') || encoding.startsWith('iso-2022')) continue;
    if (!SINGLE_BYTE.includes(encoding) && confidence < MIN_CONFIDENCE) continue;
    found.set(encoding, Math.max(found.get(encoding) ?? 0, confidence / 100));
  }
  return found;
}

/** The reading that fits the transcript comes first, if there is one; then the most plausible. Sorting is stable. */
function ranked(found: readonly Candidate[], hint: DecodeHint): readonly Candidate[] {
  const byCost = found.toSorted((a, b) => a.cost - b.cost);
  const { confirm } = hint;
  if (confirm === undefined) return byCost;
  const fitting = byCost.map((candidate) => ({ candidate, words: confirm(candidate.sample) }));
  return fitting.toSorted((a, b) => b.words - a.words).map(({ candidate }) => candidate);
}

/** From the line of the first byte that is not UTF-8; cut at a line end where there is one, so that no sign is cut. */
function sampleOf(bytes: Uint8Array, first: number): Uint8Array {
  const start = Math.max(bytes.lastIndexOf(0x0a, first) + 1, first - SAMPLE_BYTES);
  const window = bytes.subarray(start, start + 2 * SAMPLE_BYTES);
  const end = window.indexOf(0x0a, SAMPLE_BYTES);
  return end < 0 ? window : window.subarray(0, end + 1);
}
