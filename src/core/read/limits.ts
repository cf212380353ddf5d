/** Bounds that keep hostile input in bounded time and memory. Each is far above any real transcript. */

/** Bytes of one input file. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** UTF-16 code units of decoded text in one witness. */
export const MAX_TEXT_LENGTH = 128 * 1024 * 1024;
/** Open elements, lists or emphasis at once; deeper markup is refused as `too-deep`. */
export const MAX_DEPTH = 2_000;
