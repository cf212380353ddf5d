/**
 * Fields: words that a program computes (RTF 1.9.1, "Fields"). The file keeps the result last computed, and that is read; where
 * updating the field could put other words in its place, the result is doubtful in every paragraph it runs through.
 */
import type { BlockDraft } from '../office/block-draft.ts';
import { fieldName, isHarmlessField } from '../office/field-names.ts';

/** Code units of a field's instruction that are kept; its name stands at the beginning. */
const MAX_CODE = 64;

/** A field while its group is open. */
export class Field {
  /** The name of the nearest field around whose result can change, '' for none. */
  readonly #around: string;
  #code = '';
  /** Where the result begins: the paragraph, `null` before there is one, and the offset in it. */
  #paragraph: BlockDraft | null;
  #start: number;
  readonly #outer: Field | null;
  #isTold = false;

  constructor(around: Field | null, paragraph: BlockDraft | null) {
    this.#around = around?.changing ?? '';
    this.#outer = around;
    this.#paragraph = paragraph;
    this.#start = paragraph?.length ?? 0;
  }

  instruct(code: string): void {
    this.#code = (this.#code + code).slice(0, MAX_CODE);
  }

  /** The result begins here. */
  beginResult(paragraph: BlockDraft | null): void {
    this.#paragraph = paragraph;
    this.#start = paragraph?.length ?? 0;
  }

  /** The name of the field whose result the words here belong to and can change with, '' for none. */
  get changing(): string {
    const name = fieldName(this.#code);
    return isHarmlessField(name) ? this.#around : name;
  }

  /** Notes in a paragraph, at its end or at the field's, that words of it are a result. */
  doubt(paragraph: BlockDraft): void {
    this.#tell();
    const start = this.#paragraph === paragraph ? this.#start : 0;
    if (this.changing !== '') paragraph.doubt('field', this.changing, start);
  }

  /** Whether it has been told of, or a field in it. */
  get isTold(): boolean {
    return this.#isTold;
  }

  #tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    if (this.#outer !== null) this.#outer.#tell();
  }
}
