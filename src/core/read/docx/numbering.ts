/** Which lists put words before their items, such as `Question 1:`; those words are on the page and in no paragraph. */
import { type Attributes, OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Says whether the label of level `level` of list `list` holds words. */
export type ListLabels = (list: string, level: number) => boolean;

const NO_LABELS: ListLabels = () => false;
const SPELLED = new Set(['cardinalText', 'ordinalText']);

interface Level {
  format: string;
  text: string;
}

/** The labels of the lists that the part `source` defines. */
export async function readNumbering(source: string | null): Promise<ListLabels> {
  if (source === null) return NO_LABELS;
  const reading = new Reading();
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, reading);
  return (list, level) => {
    const own = reading.overrides.get(`${list} ${level}`);
    const shared = reading.levels.get(`${reading.lists.get(list) ?? ''} ${level}`);
    const met = own ?? shared;
    return met !== undefined && hasWords(met);
  };
}

/** A bullet may be a letter of a symbol font, so one letter is no word there. */
function hasWords({ format, text }: Level): boolean {
  if (format === 'none') return /\p{L}/u.test(text.replace(/%\d/g, ''));
  if (format === 'bullet') return /\p{L}{2}/u.test(text);
  return SPELLED.has(format) || /\p{L}/u.test(text.replace(/%\d/g, ''));
}

class Reading {
  /** From a list to the abstract list it uses. */
  readonly lists = new Map<string, string>();
  /** Levels by abstract list and level. */
  readonly levels = new Map<string, Level>();
  /** Levels that one list has for itself. */
  readonly overrides = new Map<string, Level>();
  #abstract: string | null = null;
  #list = '';
  #level: Level = { format: '', text: '' };

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') this.#abstract = attributes['w:abstractNumId'] ?? '';
    else if (name === 'w:num') this.#list = attributes['w:numId'] ?? '';
    else if (name === 'w:abstractNumId') this.lists.set(this.#list, value);
    else if (name === 'w:lvl') this.#begin(attributes['w:ilvl'] ?? '');
    else if (name === 'w:numFmt') this.#level.format = value;
    else if (name === 'w:lvlText') this.#level.text = value;
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.#abstract = null;
  }

  text(): void {}

  #begin(level: string): void {
    this.#level = { format: '', text: '' };
    if (this.#abstract === null) this.overrides.set(`${this.#list} ${level}`, this.#level);
    else this.levels.set(`${this.#abstract} ${level}`, this.#level);
  }
}
