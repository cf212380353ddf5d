/**
 * Which paths a manifest may name.
 *
 * A manifest comes from people who are not trusted, and tools read the files it names. A path must mean the same file in
 * every system and never one outside the repository. Symbolic links are for those who open files to judge.
 */

/** What is wrong with a path. */
export type PathProblem =
  | 'empty'
  | 'absolute'
  | 'drive'
  | 'backslash'
  | 'control'
  | 'dots'
  | 'empty-part'
  | 'not-text'
  | 'too-long';

/** More than any system opens. */
const MAX_PATH = 4_096;

/** C0 controls with NUL, DEL and C1 controls, line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Letters, digits and what joins them, no part beginning with a dot: as nearly all paths are. Safe at a glance, which saves looking for each fault. */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;

/** Why `path` is unsafe, or `null`. Safe is a relative path of non-empty parts, none `.` or `..`, joined by `/`. */
export function pathProblem(path: string): PathProblem | null {
  if (path === '') return 'empty';
  if (path.length > MAX_PATH) return 'too-long';
  if (PLAIN.test(path)) return null;
  if (path.startsWith('/')) return 'absolute';
  if (/^[A-Za-z]:/.test(path)) return 'drive';
  if (path.includes('\\')) return 'backslash';
  if (CONTROL.test(path)) return 'control';
  if (LONE_SURROGATE.test(path)) return 'not-text';
  const parts = path.split('/');
  if (parts.includes('')) return 'empty-part';
  return parts.includes('..') || parts.includes('.') ? 'dots' : null;
}

/** Equal for paths that some file system holds to be one: those that differ by case or by NFC and NFD. */
export function twinKey(path: string): string {
  return path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}

/** Orders paths by code points, which is also the order of their UTF-8 bytes. */
export function comparePaths(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Lifts surrogates above the code units U+E000 to U+FFFF, as the code points they make are. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
