/** A quotation may end with another sign than the transcript's: `a blatant lie,” he said` for `a blatant lie.` */
import { gapBehind } from '../gaps.ts';
import type { Convention } from './convention.ts';

export const closingSign: Convention = ({ stream, pattern, to }) => {
  const written = pattern.joints.at(-1)!.signs.filter((sign) => sign !== '"');
  const sealed = gapBehind(stream, to - 1).signs.filter((sign) => sign !== '"');
  const text = written.join('');
  if (sealed.slice(0, written.length).join('') === text) return [];
  const start = pattern.words.at(-1)!.end;
  return [
    { convention: 'closing-sign', text, start, from: to, to, sealed: sealed[0] ?? '', beyond: false, problem: null },
  ];
};
