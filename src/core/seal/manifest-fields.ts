/**
 * Reads the fields of one line, believing nothing. Each bad field is reported, not only the first.
 *
 * Every read names the field it wants, so that what is left over at the end is what the format does not know. A bad field
 * reads as a harmless value; the caller throws the record away when there were problems.
 */
import type { ManifestProblem, ManifestProblemCode } from './manifest-error.ts';

/** Hex digits of a whole digest. */
export const WHOLE_DIGEST = 64;

const HEX = /^[0-9a-f]*$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Problems that are named of one line. A line may be made of a million bad rows. */
const MAX_PROBLEMS = 100;

/** Longest piece of an unknown key that a problem quotes. */
const MAX_QUOTED = 40;

export class Fields {
  readonly problems: ManifestProblem[] = [];
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #read = new Set<string>();
  readonly #line: number;

  /** `values` is a parsed JSON object; only its own keys count, whatever they are called. */
  constructor(values: object, line: number) {
    this.#values = new Map(Object.entries(values));
    this.#line = line;
  }

  /** Notes a problem, if there are not more than enough of them. */
  fault(code: ManifestProblemCode, detail: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ line: this.#line, code, detail });
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value of a field that must be there. */
  value(name: string): unknown {
    this.#read.add(name);
    if (!this.#values.has(name)) this.fault('missing-field', name);
    return this.#values.get(name);
  }

  /** A field that must be a string; `''` when it is not. */
  string(name: string): string {
    const value = this.value(name);
    if (value === undefined || this.isString(value, name)) return typeof value === 'string' ? value : '';
    return '';
  }

  /** Whether `value` is text that UTF-8 can write; notes it when not. */
  isString(value: unknown, name: string): value is string {
    if (typeof value !== 'string') this.fault('wrong-type', `${name} is not a string`);
    else if (/\p{Surrogate}/u.test(value)) this.fault('wrong-value', `${name} holds half a surrogate pair`);
    else return true;
    return false;
  }

  /** A field that must say something: a string with more than white space in it. */
  sentence(name: string): string {
    const text = this.string(name);
    if (this.has(name) && text.trim() === '') this.fault('wrong-value', `${name} is empty`);
    return text;
  }

  /** A field that must be a whole number from 0 on. */
  count(name: string): number {
    const value = this.value(name);
    return value !== undefined && this.isCount(value, name) ? value : 0;
  }

  isCount(value: unknown, name: string): value is number {
    if (typeof value !== 'number') this.fault('wrong-type', `${name} is not a number`);
    else if (!Number.isSafeInteger(value) || value < 0) this.fault('wrong-value', `${name} is not a count`);
    else return true;
    return false;
  }

  /** A field that must be so many lower-case hex digits. */
  hex(name: string, digits: number): string {
    const value = this.value(name);
    return value !== undefined && this.isHex(value, digits, name) ? value : '';
  }

  isHex(value: unknown, digits: number, name: string): value is string {
    if (typeof value !== 'string') this.fault('wrong-type', `${name} is not a string`);
    else if (!HEX.test(value)) this.fault('not-hex', `${name} holds other signs than 0-9 and a-f`);
    else if (value.length !== digits) this.fault('digest-length', `${name} has ${value.length} digits, not ${digits}`);
    else return true;
    return false;
  }

  /** A field that must be a day of the calendar, `YYYY-MM-DD`. */
  day(name: string): string {
    const text = this.string(name);
    if (this.has(name) && !isDay(text)) this.fault('bad-date', `${name} is not a day written YYYY-MM-DD`);
    return text;
  }

  /** A field that must be a list, read row by row; rows for which `read` gives `null` are left out. */
  list<T>(name: string, read: (row: unknown, name: string) => T | null): T[] {
    const value = this.value(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fault('wrong-type', `${name} is not a list`);
      return [];
    }
    const rows: T[] = [];
    value.forEach((row, index) => {
      const item = read(row, `${name}[${index}]`);
      if (item !== null) rows.push(item);
    });
    return rows;
  }

  /** A row that must be a list of `length` values; `null` when it is not. */
  tuple(row: unknown, length: number, name: string): readonly unknown[] | null {
    if (Array.isArray(row) && row.length === length) return row;
    this.fault('wrong-type', `${name} is not a list of ${length}`);
    return null;
  }

  /** Notes every field that was not read. */
  noMore(): void {
    for (const name of this.#values.keys()) if (!this.#read.has(name)) this.fault('unknown-field', quoted(name));
  }
}

/** Whether `text` is a day that the (Gregorian) calendar has. */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A key from the file, fit to be shown. */
export function quoted(key: string): string {
  return JSON.stringify(key.slice(0, MAX_QUOTED).replace(CONTROL, '?'));
}
