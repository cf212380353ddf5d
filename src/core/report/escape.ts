/**
 * Makes foreign text safe for each place a report can go.
 *
 * Words of a copy, names of files and labels of speakers are written by people we do not trust. Shown as they are, they
 * can clear a terminal, retitle its window, turn the line's order round, close an element, mention a stranger or start a
 * workflow command. Two steps keep them words:
 *
 * 1. `shown` (or `shownName`) makes every character visible that shows nothing or commands something: ESC becomes `␛`,
 *    a zero-width space `[U+200B]`. All foreign text goes through it once, before it joins a sentence.
 * 2. One function for each sink then escapes what means something there, and again lets no control through, so that a
 *    forgotten first step cannot hurt. The only invisible characters a sink lets pass are the balanced isolates that
 *    `isolated` puts around words written from right to left.
 */

const FSI = '\u2068';
const PDI = '\u2069';

/** Nothing but printable ASCII, as most names and sentences are. The other patterns stand where they are first needed. */
const ASCII = /^[ -~]*$/;

/**
 * `text` with what `replacement` gives for controls, default-ignorables, noncharacters and lone surrogates; white space that
 * is no plain space is among them. A few Arabic, Syriac and Kaithi signs are format characters by their category and are
 * drawn all the same.
 */
function replaceUnseen(text: string, replacement: (character: string, at: number) => string): string {
  if (ASCII.test(text)) return text;
  return text.replace(
    /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u115F\u1160\u3164\uFFA0]/gu,
    replacement,
  );
}

/** Whether the code point that `before` ends with is a picture, or makes one. */
function endsWithPicture(before: string): boolean {
  return /(?:\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}0-9#*])$/u.test(before);
}

/** Whether a joiner stands between two letters of a script that is joined. */
function joinsLetters(before: string, after: string): boolean {
  if (!/[\p{L}\p{M}]$/u.test(before) || !/^[\p{L}\p{M}]/u.test(after)) return false;
  return !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(before + after);
}

/** How a character that shows nothing is written: `␛`, `␡`, `[U+200B]`. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The code point that ends at `at`, or begins there; '' at the ends. */
function neighbours(text: string, at: number, length: number): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, at - 2), at);
  return { before, after: text.slice(at + length, at + length + 2) };
}

/** Whether a joiner or variation selector does the work it is for: Persian and Indic words, emoji. */
function isAtWork(character: string, text: string, at: number): boolean {
  const { before, after } = neighbours(text, at, character.length);
  if (character === '\uFE0F' || character === '\uFE0E') return endsWithPicture(before);
  if (character !== '\u200C' && character !== '\u200D') return false;
  if (character === '\u200D' && endsWithPicture(before) && /^\p{Extended_Pictographic}/u.test(after)) return true;
  return joinsLetters(before, after);
}

function visible(text: string): string {
  return replaceUnseen(text, (character, at) => (isAtWork(character, text, at) ? character : picture(character)));
}

/** Foreign words on one line: white space becomes one space, whatever else shows nothing becomes visible. */
export function shown(text: string): string {
  return visible(text.replace(/\p{White_Space}+/gu, ' '));
}

/** A foreign name: as `shown`, but line ends and tabs are made visible too, because no honest name has them. */
export function shownName(name: string): string {
  return visible(name);
}

/** Puts isolates around shown words that are written from right to left, and around no others. */
export function isolated(text: string): string {
  return isRightToLeft(text) ? `${FSI}${text}${PDI}` : text;
}

/** Whether words written from right to left are among these. */
export function isRightToLeft(text: string): boolean {
  return (
    !ASCII.test(text) &&
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(text)
  );
}

function balanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === FSI) open++;
    else if (character === PDI && --open < 0) return false;
  }
  return open === 0;
}

/** The second look every sink takes: as `visible`, but balanced isolates stay. */
function tame(text: string): string {
  const keepsIsolates = balanced(text);
  return replaceUnseen(text, (character, at) => {
    if (keepsIsolates && (character === FSI || character === PDI)) return character;
    return isAtWork(character, text, at) ? character : picture(character);
  });
}

/**
 * One finished line for a terminal, without colours. Logs of continuous integration are terminals too, and their runners
 * look for commands in them: `::` at a line's start, `##[` and `##vso[` anywhere. A space takes their force.
 */
export function forTerminal(line: string): string {
  return tame(line)
    .replace(/^([ \u2068]*):(?=:)/u, '$1: ')
    .replace(/##(?=\[|vso\[)/giu, '# #');
}

/** The message of a workflow command (GitHub Actions): `%`, CR and LF are percent-encoded, as the runner decodes them. */
export function forWorkflowMessage(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => tame(line).replaceAll('%', '%25'))
    .join('%0A');
}

/** A property of a workflow command: also `:` and `,`, which end it. */
export function forWorkflowProperty(text: string): string {
  return tame(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function entity(character: string): string {
  return ENTITIES.get(character) ?? character;
}

/** Text or a quoted attribute of HTML. */
export function forHtml(text: string): string {
  return tame(text)
    .replace(/[&<>"']/gu, entity)
    .replace(/##(?=\[|vso\[)/giu, '#&#35;');
}

/** Text or a quoted attribute of XML 1.0; every character that XML cannot carry is visible by then. */
export function forXml(text: string): string {
  return forHtml(text);
}

/**
 * Text inside a line of GitHub or GitLab Markdown, in a table cell too. All punctuation is escaped; what forges look for in
 * the finished page (`@name`, `#12`, `https://`, `GH-12`, `www.`) is cut in two by an element that shows nothing.
 */
export function forMarkdown(text: string): string {
  return tame(text)
    .replace(/[\\`*_{}[\]()<>#+.!|~^&$"'=@:/%-]/gu, (sign) => `\\${sign}`)
    .replace(/\\([@#!$%~:])(?=\\?[\p{L}\p{N}/_[])|\\-(?=\d)|(?<=www)\\\./giu, (match) => `<span>${match}</span>`);
}

/** A code span of Markdown around text: nothing in it means anything. In a table cell, see `markdownCellCode`. */
export function markdownCode(text: string): string {
  const safe = tame(text).replace(/##(?=\[|vso\[)/giu, '# #');
  const longest = (safe.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || /^ | $/u.test(safe) || safe === '' ? ' ' : '';
  return `${fence}${space}${safe}${space}${fence}`;
}

/** A code span in a cell of a table, where a bar would end the cell even inside code. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|');
}

/**
 * JSON as text: what shows nothing is written as `\uXXXX`, and so is the second sign of `##[`. Lossless, because such
 * characters stand only inside strings.
 */
export function forJson(json: string): string {
  return json
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, (character) =>
      character === '\n' ? character : escapedUnits(character),
    )
    .replace(/##(?=\[|vso\[)/giu, '#\\u0023');
}

function escapedUnits(character: string): string {
  let out = '';
  for (let i = 0; i < character.length; i++) out += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return out;
}
