/** Numbers that a style sheet puts before paragraphs and list items: the look of a list, and no words of it. */

/** Whether `text` is a number, one letter or a roman number with its dot or brackets. */
export function isNumbering(text: string): boolean {
  return /^[\p{P}\p{S}\s]*(?:\p{N}+|[ivxlcdm]+|\p{L})[\p{P}\p{S}\s]*$/iu.test(text);
}
