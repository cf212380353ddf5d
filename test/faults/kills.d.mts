/** What two hundred kills left behind. */
export interface Tally {
  readonly kills: number;
  readonly ended: number;
  readonly old: number;
  readonly new: number;
  readonly leftovers: number;
  readonly faults: readonly string[];
  readonly leftAtEnd: readonly string[];
}

/** Kills `count` runs of `program` at random moments. */
export function killMany(program: string, count: number): Promise<Tally>;
