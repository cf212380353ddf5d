/** The lists of an RTF file: which of them put words before their items (RTF 1.9.1, "List Tables"). */
import { hasWords, isWordedBullet } from '../office/list-labels.ts';

interface Level {
  /** `\\levelnfc`: how its numbers are written. */
  format: number;
  text: string;
  font: number;
}

/** Numbers written as words, and bullets. */
const SPELLED = new Set([6, 7]);
const BULLET = 23;
/** Levels of one list, and lists of one file. */
const MAX_LEVELS = 9;
const MAX_LISTS = 10_000;
/** Code units of a level's pattern. */
const MAX_PATTERN = 200;

export class Lists {
  readonly #fontName: (font: number) => string;
  /** Levels by the list's own id, and by the number that paragraphs name it with. */
  readonly #byId = new Map<number, readonly Level[]>();
  readonly #byNumber = new Map<number, readonly Level[]>();
  #levels: Level[] = [];
  #level: Level | null = null;
  /** The level that the second table gives anew, -1 for none. */
  #anew = -1;

  constructor(fontName: (font: number) => string) {
    this.#fontName = fontName;
  }

  /** Takes a control word of the tables of lists. */
  control(word: string, value: number | null): void {
    const level = this.#level;
    if (word === 'list' || word === 'listoverride') this.#beginList();
    else if (word === 'lfolevel') this.#anew++;
    else if (word === 'listlevel') this.#beginLevel();
    else if (word === 'listid' && value !== null) this.#identify(value);
    else if (word === 'ls' && value !== null && this.#byNumber.size < MAX_LISTS)
      this.#byNumber.set(value, this.#levels);
    else if (level === null || value === null) return;
    else if (word === 'levelnfc' || word === 'levelnfcn') level.format = value;
    else if (word === 'f') level.font = value;
  }

  /** Takes text of the present level's pattern. */
  pattern(text: string): void {
    if (this.#level !== null && this.#level.text.length < MAX_PATTERN) this.#level.text += text;
  }

  /** Whether list `number` puts words before items of this level. */
  worded(number: number, level: number): boolean {
    const met = this.#byNumber.get(number)?.[level];
    if (met === undefined) return false;
    // The first sign counts the others, and places of numbers are controls.
    const pattern = met.text.slice(1).replace(/[\u0000-\u001f]|;$/g, '');
    if (met.format === BULLET) return isWordedBullet(pattern, this.#fontName(met.font));
    return SPELLED.has(met.format) || hasWords(pattern);
  }

  #beginList(): void {
    this.#levels = [];
    this.#level = null;
    this.#anew = -1;
  }

  #beginLevel(): void {
    const at = this.#anew === -1 ? this.#levels.length : this.#anew;
    if (at >= MAX_LEVELS) return;
    this.#level = { format: 0, text: '', font: -1 };
    this.#levels[at] = this.#level;
  }

  /** In the first table a list ends with its id; in the second one it begins with it, and levels of its own may follow. */
  #identify(id: number): void {
    const known = this.#byId.get(id);
    if (known !== undefined) this.#levels = [...known];
    else if (this.#byId.size < MAX_LISTS) this.#byId.set(id, this.#levels);
  }
}
