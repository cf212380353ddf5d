/**
 * The names of places in the report: each finding that is listed has an entry (`e1-4`) and stands somewhere in the texts
 * (`w1-4`). A finding may be seen in several places; the first one to claim it gets the name.
 */
export class Anchors {
  readonly #copy: number;
  readonly #findings: number;
  readonly #listed: ReadonlySet<number>;
  readonly #claimed = new Set<number>();

  /** `copy` is the number of the copy in the report, from 1; `findings` how many it has, and `listed` those with an entry. */
  constructor(copy: number, findings: number, listed: ReadonlySet<number>) {
    this.#copy = copy;
    this.#findings = findings;
    this.#listed = listed;
  }

  /** The name of a finding's entry in the list; `null` where there is no such finding, or none of the list. */
  entry(finding: number): string | null {
    return this.#listed.has(finding) ? `e${this.#copy}-${finding + 1}` : null;
  }

  /** The name of a row of the texts. */
  row(index: number): string {
    return `r${this.#copy}-${index + 1}`;
  }

  /** The name of a finding's words for the first that asks, `null` for every other. */
  claim(finding: number): string | null {
    const isOne = Number.isInteger(finding) && finding >= 0 && finding < this.#findings;
    if (!isOne || this.#claimed.has(finding)) return null;
    this.#claimed.add(finding);
    return `w${this.#copy}-${finding + 1}`;
  }

  /** The name of a finding's words, where some place has claimed it. */
  words(finding: number): string | null {
    return this.#claimed.has(finding) ? `w${this.#copy}-${finding + 1}` : null;
  }
}
