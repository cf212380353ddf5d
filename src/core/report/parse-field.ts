/** One value of a JSON report, read with its path and believed in nothing: a bad one is noted and reads as a harmless one. */

/** Faults that are named of one report: it may hold a million bad rows. */
const MOST_FAULTS = 100;
/** Longest piece of a key that a path quotes. */
const MOST_OF_KEY = 40;
/** Keys that need no quotation marks in a path; any other may hold what commands a terminal. */
const PLAIN_KEY = /^[\w-]+$/u;

/** A JSON report that is none. It names every bad field with its path, `results[0].findings[2].code: …`. */
export class ReportError extends Error {
  readonly problems: readonly string[];

  /** `problems` has at least one. */
  constructor(problems: readonly string[]) {
    super(problems[0]!);
    this.name = 'ReportError';
    this.problems = problems;
  }
}

/** A value, its path and the list of faults that it adds to. */
export class Field {
  readonly value: unknown;
  readonly #path: string;
  readonly #faults: string[];

  constructor(value: unknown, path: string, faults: string[]) {
    this.value = value;
    this.#path = path;
    this.#faults = faults;
  }

  /** Notes what is wrong with the value. */
  fault(what: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(`${this.#path}: ${what}`);
  }

  /** The object's own fields; none, and a fault, where it is no object. */
  entries(): readonly (readonly [string, Field])[] {
    if (isObject(this.value))
      return Object.entries(this.value).map(([name, value]) => [name, this.#below(name, value)]);
    this.fault('not an object');
    return [];
  }

  has(name: string): boolean {
    return isObject(this.value) && Object.hasOwn(this.value, name);
  }

  /** A field of the object; its value is `undefined` where it is missing. */
  at(name: string): Field {
    return this.#below(name, isObject(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined);
  }

  #below(name: string, value: unknown): Field {
    const shown = PLAIN_KEY.test(name) ? name.slice(0, MOST_OF_KEY) : '?';
    return new Field(value, this.#path === '' ? shown : `${this.#path}.${shown}`, this.#faults);
  }

  list(): readonly Field[] {
    if (Array.isArray(this.value))
      return this.value.map((value: unknown, i) => new Field(value, `${this.#path}[${i}]`, this.#faults));
    this.fault('not a list');
    return [];
  }

  orNull<T>(read: (field: Field) => T): T | null {
    return this.value === null ? null : read(this);
  }

  /** The value if it passes; otherwise `instead`, and a fault that says what it is not. */
  passing<T>(passes: (value: unknown) => value is T, fault: string, instead: T): T {
    if (passes(this.value)) return this.value;
    this.fault(fault);
    return instead;
  }

  string(): string {
    return this.passing((value) => typeof value === 'string', 'not a string', '');
  }

  truth(): boolean {
    return this.passing((value) => typeof value === 'boolean', 'neither true nor false', false);
  }

  /** A whole number, `least` or more. */
  count(least: number): number {
    const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= least;
    return this.passing(isCount, `not a whole number from ${least} on`, least);
  }

  oneOf<const T extends string>(names: readonly [T, ...T[]]): T {
    const isOne = (value: unknown): value is T => names.some((name) => name === value);
    return this.passing(isOne, `none of ${names.join(', ')}`, names[0]);
  }

  /** Notes a count that the rows of the report contradict. */
  equals(count: number): void {
    if (this.value !== count) this.fault(`not ${count}, as the rows have it`);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
