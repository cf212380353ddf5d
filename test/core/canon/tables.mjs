// From the classes of `verbatim-text-1.json` to one class a code point, and to the string of runs in `unicode-15.ts`.

const LIMIT = 0x110000;

function fill(table, ranges, value) {
  for (const range of ranges) {
    const [first, last = first] = range.split('-').map((digits) => Number.parseInt(digits, 16));
    for (let code = first; code <= last; code++) table[code] = value(code, table[code]);
  }
}

/** One capital (as a char code) for each code point. */
export function decode(classes) {
  const table = new Uint8Array(LIMIT).fill(65);
  const set = (ranges, letter) => fill(table, ranges, () => letter.charCodeAt(0));
  const change = (ranges, from, to) => {
    const [before, after] = [from.charCodeAt(0), to.charCodeAt(0)];
    fill(table, ranges, (_, old) => (old === before ? after : old));
  };
  set(classes.punctuation, 'B');
  set(classes.unassigned, 'C');
  set(classes.whiteSpace, 'D');
  set(classes.ignorable, 'E');
  set(classes.joiner, 'F');
  set(classes.letter, 'H');
  set(classes.mark, 'L');
  set(classes.number, 'M');
  change(classes.digit, 'M', 'O');
  for (const [spaced, without] of ['HI', 'MN', 'OP']) change(classes.unspaced, spaced, without);
  change(classes.latinGreekCyrillic, 'H', 'G');
  change(classes.latinGreekCyrillic, 'L', 'K');
  change(classes.inheriting, 'L', 'J');
  return table;
}

/** Runs of equal classes: a length in base 36, then the capital. */
export function encodeRuns(table) {
  let runs = '';
  for (let code = 0; code < LIMIT; ) {
    const first = code;
    while (code < LIMIT && table[code] === table[first]) code++;
    runs += (code - first).toString(36) + String.fromCharCode(table[first]);
  }
  return runs;
}
