/** The lists of an RTF file: which of them put words before their items (RTF 1.9.1, "List Tables"). */
import { hasWords, isWordedBullet } from '../office/list-labels.ts';
import { refuseMore } from './tables.ts';

interface Level {
  /** `\\levelnfc`: how its numbers are written. */
  format: number;
  text: string;
  font: number;
}

/** Numbers written as words, and bullets. */
const SPELLED = new Set([6, 7]);
const BULLET = 23;
/** Levels of one list. */
const MAX_LEVELS = 9;
/** Code units of a level's pattern. */
const MAX_PATTERN = 200;

export class Lists {
  readonly #fontName: (font: number) => string;
  /** Levels by the list's own id, and by the number that paragraphs name it with. */
  readonly #byId = new Map<number, readonly Level[]>();
  readonly #byNumber = new Map<number, readonly Level[]>();
  #levels: Level[] = [];
  #level = newLevel();
  /** The level that the second table gives anew, -1 for none. */
  #anew = -1;

  constructor(fontName: (font: number) => string) {
    this.#fontName = fontName;
  }

  /** Takes a control word of the tables of lists. */
  control(word: string, value: number): void {
    if (word === 'list' || word === 'listoverride') this.#beginList();
    else if (word === 'lfolevel') this.#anew++;
    else if (word === 'listlevel') this.#beginLevel();
    else if (word === 'listid') this.#identify(value);
    else if (word === 'ls') put(this.#byNumber, value, this.#levels);
    else if (word === 'levelnfc' || word === 'levelnfcn') this.#level.format = value;
    else if (word === 'f') this.#level.font = value;
  }

  /** Takes text of the present level's pattern. */
  pattern(text: string): void {
    this.#level.text = (this.#level.text + text).slice(0, MAX_PATTERN);
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
    this.#level = newLevel();
    this.#anew = -1;
  }

  #beginLevel(): void {
    const at = this.#anew === -1 ? this.#levels.length : this.#anew;
    this.#level = newLevel();
    if (at < MAX_LEVELS) this.#levels[at] = this.#level;
  }

  /** In the first table a list ends with its id; in the second one it begins with it, and levels of its own may follow. */
  #identify(id: number): void {
    const known = this.#byId.get(id);
    if (known === undefined) put(this.#byId, id, this.#levels);
    else this.#levels = [...known];
  }
}

function newLevel(): Level {
  return { format: 0, text: '', font: -1 };
}

function put(lists: Map<number, readonly Level[]>, number: number, levels: readonly Level[]): void {
  lists.set(number, levels);
  refuseMore(lists.size);
}
