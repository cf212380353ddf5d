/** `an+b`: which children a counted selector takes. */

/** Every `step`-th from `offset` on, counted from 1. */
export interface Nth {
  readonly step: number;
  readonly offset: number;
}

const FORM = /^(?:([-+]?\d*)n(?:\s*([-+])\s*(\d+))?|([-+]?\d+))$/i;
/** Counts beyond this are not evaluated. */
const MOST_DIGITS = 9;

/** Parses `odd`, `even`, `3`, `2n+1`; `null` for anything else. */
export function parseNth(text: string): Nth | null {
  const form = text.trim().toLowerCase();
  if (form === 'odd') return { step: 2, offset: 1 };
  if (form === 'even') return { step: 2, offset: 0 };
  const match = form.length > 4 * MOST_DIGITS ? null : FORM.exec(form);
  if (match === null) return null;
  const [, step, sign = '+', offset = '0', only] = match;
  if (only !== undefined) return { step: 0, offset: Number(only) };
  return {
    step: step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step),
    offset: Number(`${sign}${offset}`),
  };
}

/** Whether the child at `place` (from 1) is one of those counted. */
export function takes({ step, offset }: Nth, place: number): boolean {
  if (step === 0) return place === offset;
  const turns = (place - offset) / step;
  return Number.isInteger(turns) && turns >= 0;
}
