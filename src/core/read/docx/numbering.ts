/** Which lists put words before their items, such as `Question 1:`; those words are on the page and in no paragraph. */
import { hasWords, isWordedBullet } from '../office/list-labels.ts';
import { type Attributes, OFFICE_LIMITS, readXmlEvents } from '../xml-events/index.ts';
import { fontOf } from './run-properties.ts';
import { attribute, VOCABULARY } from './vocabulary.ts';

/** Where a paragraph stands in a list: its level as it says itself, or the one that its style belongs to. */
export interface ListPlace {
  readonly list: string;
  readonly level: number | undefined;
  readonly style: string;
}

/** Says whether the label of a paragraph holds words. */
export type ListLabels = (place: ListPlace) => boolean;

const NO_LABELS: ListLabels = () => false;
const SPELLED = new Set(['cardinalText', 'ordinalText']);

interface Level {
  format: string;
  /** A format of the number of its own, such as `001`. */
  custom: string;
  text: string;
  font: string;
}

/** The labels of the lists that the part `source` defines. */
export async function readNumbering(source: string | null): Promise<ListLabels> {
  if (source === null) return NO_LABELS;
  const reading = new Reading();
  await readXmlEvents(source, VOCABULARY, OFFICE_LIMITS, reading);
  return (place) => {
    const met = reading.levelOf(place);
    return met !== undefined && isWorded(met);
  };
}

function isWorded({ format, custom, text, font }: Level): boolean {
  if (format === 'bullet') return isWordedBullet(text, font);
  return SPELLED.has(format) || /\p{L}/u.test(custom) || hasWords(text.replace(/%\d/g, ''));
}

class Reading {
  /** From a list to the abstract list it uses. */
  readonly #lists = new Map<string, string>();
  /** Levels by their owner and their number: those of an abstract list, and those that one list has for itself. */
  readonly #levels = new Map<string, Level>();
  /** The level of an abstract list that belongs to a paragraph style. */
  readonly #styled = new Map<string, string>();
  /** Abstract lists that are defined by a list style, and the ones that define it. */
  readonly #asksFor = new Map<string, string>();
  readonly #defines = new Map<string, string>();
  /** The list that is being defined, as `list 3` or `abstract 3`. */
  #owner = '';
  #number = '';
  #level: Level = { format: '', custom: '', text: '', font: '' };

  levelOf({ list, level, style }: ListPlace): Level | undefined {
    const owner = `list ${list}`;
    const named = this.#lists.get(owner) ?? '';
    const abstract = this.#defines.get(this.#asksFor.get(named) ?? '') ?? named;
    const number = level ?? this.#styled.get(`${abstract} ${style}`) ?? 0;
    return this.#levels.get(`${owner} ${number}`) ?? this.#levels.get(`${abstract} ${number}`);
  }

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'w:val');
    if (name === 'w:abstractNum') this.#owner = `abstract ${attribute(attributes, 'w:abstractNumId')}`;
    else if (name === 'w:num') this.#owner = `list ${attribute(attributes, 'w:numId')}`;
    else if (name === 'w:abstractNumId') this.#lists.set(this.#owner, `abstract ${value}`);
    else if (name === 'w:numStyleLink') this.#asksFor.set(this.#owner, value);
    else if (name === 'w:styleLink') this.#defines.set(value, this.#owner);
    else if (name === 'w:lvl') this.#begin(attribute(attributes, 'w:ilvl'));
    else this.#property(name, value, attributes);
  }

  close(): void {}

  text(): void {}

  #begin(level: string): void {
    this.#number = level;
    this.#level = { format: '', custom: '', text: '', font: '' };
    this.#levels.set(`${this.#owner} ${level}`, this.#level);
  }

  #property(name: string, value: string, attributes: Attributes): void {
    const level = this.#level;
    if (name === 'w:numFmt') {
      level.format = value;
      level.custom = attribute(attributes, 'w:format');
    } else if (name === 'w:lvlText') level.text = value;
    else if (name === 'w:rFonts') level.font = fontOf(attributes).font ?? '';
    else if (name === 'w:pStyle') this.#styled.set(`${this.#owner} ${value}`, this.#number);
  }
}
