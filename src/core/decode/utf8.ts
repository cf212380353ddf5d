/** Tells damaged UTF-8 from text that never was UTF-8. */

/** What a file that is not valid UTF-8 looks like from UTF-8's side. */
export interface Utf8Survey {
  /** Bytes that belong to valid sequences of two bytes and more. */
  readonly valid: number;
  /** Bytes from 0x80 that belong to none. */
  readonly invalid: number;
  /** Offset of the first of those, or -1. */
  readonly firstInvalid: number;
  /** Sequences for typographic quotation marks, dashes and the ellipsis; by chance they hardly occur in any other encoding. */
  readonly typography: number;
}

/** Counts what is UTF-8 in `bytes` and what is not (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let [valid, invalid, firstInvalid, typography] = [0, 0, -1, 0];
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 1) {
      valid += length;
      if (bytes[i] === 0xe2 && bytes[i + 1] === 0x80) typography++;
    } else if (length === 0) {
      invalid++;
      if (firstInvalid < 0) firstInvalid = i;
    }
    i += Math.max(length, 1);
  }
  return { valid, invalid, firstInvalid, typography };
}

/** Length of the valid sequence at `at`; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || !secondFits(lead, bytes[at + 1])) return 0;
  for (let i = at + 2; i < at + length; i++) if (!isContinuation(bytes[i])) return 0;
  return length;
}

/** The second byte's range depends on the first: that is where overlong forms and surrogates are shut out. */
function secondFits(lead: number, second: number | undefined): boolean {
  if (!isContinuation(second)) return false;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}

function isContinuation(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/**
 * Whether `survey` is of UTF-8 that was damaged, rather than of another encoding: half of its bytes are well formed, or a
 * quotation mark or dash is. Russian in ibm866 reaches four tenths by chance, which is why the bound is not lower.
 */
export function isDamagedUtf8(survey: Utf8Survey): boolean {
  return survey.typography > 0 || (survey.valid > 0 && survey.valid >= survey.invalid);
}
