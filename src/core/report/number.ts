/** Numbers and their nouns in English sentences. */

/** `4838` as `4,838`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 word`, `212 words`; `many` is the plural where adding an s does not make it. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}
