/** Reads a list that others made for `sha256sum -c`. */

/** One line of the list: the file's name as it is written there, unescaped, and its SHA-256 as 64 hex digits. */
export interface ListedSum {
  readonly name: string;
  readonly sha256: string;
  /** The line, from 1. */
  readonly line: number;
}

/** A list as it was read. */
export interface SumList {
  readonly sums: readonly ListedSum[];
  /** Lines, from 1, that are neither blank nor a comment nor a SHA-256 with a name. */
  readonly faulty: readonly number[];
}

/** GNU coreutils (`HASH  name`, `HASH *name`) and the tagged form of BSD (`SHA256 (name) = HASH`). */
const PLAIN = /^(?<escape>\\?)(?<sha256>[0-9a-f]{64}) [ *](?<name>.+)/is;
const TAGGED = /^(?<escape>\\?)SHA256 \((?<name>.+)\) = (?<sha256>[0-9a-f]{64})$/is;

/** The sums in `text`. A line that begins with a backslash has its name escaped, as coreutils do. */
export function parseSha256sum(text: string): SumList {
  const sums: ListedSum[] = [];
  const faulty: number[] = [];
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.replace(/\r$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const sum = sumOf(line);
    if (sum === null) faulty.push(i + 1);
    else sums.push({ ...sum, line: i + 1 });
  }
  return { sums, faulty };
}

function sumOf(line: string): Omit<ListedSum, 'line'> | null {
  const groups = (PLAIN.exec(line) ?? TAGGED.exec(line))?.groups;
  if (groups === undefined) return null;
  const name = groups['name']!;
  return { name: groups['escape'] === '' ? name : unescaped(name), sha256: groups['sha256']!.toLowerCase() };
}

function unescaped(name: string): string {
  return name.replace(/\\([\\nr])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : '\\'));
}
