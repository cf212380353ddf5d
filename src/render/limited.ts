/** A limit of time for work that a page can keep from ending. */
import { Refusal } from '../core/refusal.ts';

/** `work`, or `Refusal('not-shown')` when it takes longer than `milliseconds`. */
export async function limited<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Refusal('not-shown', 'it does not come to rest')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
