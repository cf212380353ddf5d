/** What the tests of aligning share: texts of one letter a token. */

/** Each letter or sign a token; spaces and bars only part them. */
export function row(text: string): Int32Array {
  return Int32Array.from(text.replace(/[ |]/gu, ''), (letter) => letter.codePointAt(0)!);
}

/** The tokens behind a bar, and the first one: where a passage or a line begins. */
export function opening(text: string): ReadonlySet<number> {
  const opens = new Set([0]);
  let token = 0;
  for (const letter of text.replaceAll(' ', '')) {
    if (letter === '|') opens.add(token);
    else token++;
  }
  return opens;
}
