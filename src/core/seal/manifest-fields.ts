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

  /** The value of a field that must be there; `undefined`, which no JSON holds, once its absence has been noted. */
  value(name: string): unknown {
    this.#read.add(name);
    if (!this.#values.has(name)) this.fault('missing-field', name);
    return this.#values.get(name);
  }

  /** A value that must be a string. */
  stringAt(value: unknown, name: string): string {
    return this.isString(value, name) ? value : '';
  }

  /** Whether `value` is text that UTF-8 can write; notes it when not. */
  isString(value: unknown, name: string): value is string {
    if (value === undefined) return false;
    if (typeof value !== 'string') this.fault('wrong-type', `${name} is not a string`);
    else if (!value.isWellFormed()) this.fault('wrong-value', `${name} holds half a surrogate pair`);
    else return true;
    return false;
  }

  /** A field that must say something: a string with more than white space in it. */
  sentence(name: string): string {
    const value = this.value(name);
    if (!this.isString(value, name)) return '';
    if (value.trim() === '') this.fault('wrong-value', `${name} is empty`);
    return value;
  }

  /** A field that must be a day of the calendar, `YYYY-MM-DD`. */
  day(name: string): string {
    const value = this.value(name);
    if (!this.isString(value, name)) return '';
    if (!isDay(value)) this.fault('bad-date', `${name} is not a day written YYYY-MM-DD`);
    return value;
  }

  /** A field that must be a whole number from 0 on. */
  count(name: string): number {
    return this.countAt(this.value(name), name);
  }

  /** A value that must be a whole number from 0 on. */
  countAt(value: unknown, name: string): number {
    return this.#isCount(value, name) ? value : 0;
  }

  /** A value that must be the index of one of `length` things. */
  indexAt(value: unknown, length: number, name: string): number {
    if (!this.#isCount(value, name)) return 0;
    if (value >= length) this.fault('bad-index', `${name} points behind the last of ${length}`);
    return value;
  }

  #isCount(value: unknown, name: string): value is number {
    if (value === undefined) return false;
    if (typeof value !== 'number') this.fault('wrong-type', `${name} is not a number`);
    else if (!Number.isSafeInteger(value) || value < 0) this.fault('wrong-value', `${name} is not a count`);
    else return true;
    return false;
  }

  /** A field that must be so many lower-case hex digits. */
  hex(name: string, digits: number): string {
    return this.hexAt(this.value(name), digits, name);
  }

  /** A value that must be so many lower-case hex digits. */
  hexAt(value: unknown, digits: number, name: string): string {
    if (!this.isString(value, name)) return '';
    if (!HEX.test(value)) this.fault('not-hex', `${name} holds other signs than 0-9 and a-f`);
    else if (value.length !== digits) this.fault('digest-length', `${name} has ${value.length} digits, not ${digits}`);
    return value;
  }

  /** A field that must be a list, read row by row. */
  list<T>(name: string, read: (row: unknown, name: string) => T): T[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value.map((row, index) => read(row, `${name}[${index}]`));
    if (value !== undefined) this.fault('wrong-type', `${name} is not a list`);
    return [];
  }

  /** A row that must be a list of `length` values; empty when it is not. */
  tuple(row: unknown, length: number, name: string): readonly unknown[] {
    if (Array.isArray(row) && row.length === length) return row;
    this.fault('wrong-type', `${name} is not a list of ${length}`);
    return [];
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
