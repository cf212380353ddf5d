/**
 * Fields: words that Word computes (ECMA-376, part 1, 17.16).
 *
 * The file keeps the result last computed, and that is what is read. Updating the field can put other words in its place:
 * `{ QUOTE "not" }` with the stored result `gladly` reads `gladly` until somebody presses F9. So the result of every field is
 * doubtful, except of those that only point (a link, a page number, a reference).
 */
import { Refusal } from '../../refusal.ts';
import type { BlockDraft } from '../office/block-draft.ts';
import { fieldName, isHarmlessField } from '../office/field-names.ts';

/** Code units of a field's instruction that are kept; its name stands at the beginning. */
const MAX_CODE = 64;
/** Fields inside of fields. */
const MAX_NESTING = 200;

interface Field {
  code: string;
  phase: 'code' | 'result';
  /** Offset in the present block at which the result begins. */
  start: number;
}

/** The fields open at one place of the document. */
export class Fields {
  readonly #open: Field[] = [];
  #codes = 0;

  /** Whether what is read now belongs to an instruction, so that nobody sees it. */
  get inCode(): boolean {
    return this.#codes > 0;
  }

  /** @throws Refusal `too-deep` */
  begin(): void {
    if (this.#open.length >= MAX_NESTING) throw new Refusal('too-deep', 'fields within fields');
    this.#open.push({ code: '', phase: 'code', start: 0 });
    this.#codes++;
  }

  /** A field whose instruction is given at once (`w:fldSimple`). */
  beginSimple(code: string, draft: BlockDraft | null): void {
    this.begin();
    this.instruct(code);
    this.separate(draft);
  }

  instruct(code: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && field.code.length < MAX_CODE) field.code += code.slice(0, MAX_CODE);
  }

  separate(draft: BlockDraft | null): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.phase === 'result') return;
    field.phase = 'result';
    field.start = draft?.length ?? 0;
    this.#codes--;
  }

  end(draft: BlockDraft | null): void {
    const field = this.#open.pop();
    if (field === undefined) return;
    if (field.phase === 'code') this.#codes--;
    note(field, draft);
  }

  /** A block ends while fields are open: their results go on at the beginning of the next. */
  endBlock(draft: BlockDraft): void {
    for (const field of this.#open) {
      if (field.phase === 'result' && field.start < draft.length) note(field, draft);
      field.start = 0;
    }
  }
}

function note(field: Field, draft: BlockDraft | null): void {
  const name = fieldName(field.code);
  if (draft === null || isHarmlessField(name)) return;
  draft.doubt('field', name, field.phase === 'result' ? field.start : draft.length);
}
