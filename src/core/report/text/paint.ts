/** How a terminal report looks: its width, its colours, and how much of it is wanted. */

/** Colours by what they mean. A brush returns the text with its codes around it; the words never depend on them. */
export interface Paint {
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly strong: (text: string) => string;
}

function same(text: string): string {
  return text;
}

/** No colours. */
export const PLAIN: Paint = { bad: same, good: same, warn: same, dim: same, strong: same };

export interface Look {
  /** Columns of the terminal, or 80. */
  readonly width: number;
  readonly paint: Paint;
  /** `full`: every difference. `verdicts`: one line for each copy that does not pass, nothing for one that does. */
  readonly detail: 'full' | 'verdicts';
}
