/** What a page's content streams say, as they stand in the file: pdf.js leaves out some of it. */
import type { FileObjects } from './file-objects.ts';
import { type Dictionary, isReference, stringEnd, TOKEN, type Values } from './values.ts';

const OPERATOR = /^(?!(?:true|false|null)$)[A-Za-z'"]/u;
/** Content streams of one page. */
const MAX_STREAMS = 10_000;

/** An operator, and the source of the operands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: string;
}

/** The content of a page, its streams one behind the other; empty where it cannot be found. */
export async function contentOf(objects: FileObjects, values: Values, page: Dictionary): Promise<string> {
  const pieces: string[] = [];
  for (const stream of values.items(page.get('Contents')).filter(isReference).slice(0, MAX_STREAMS))
    pieces.push((await objects.content(stream.object)) ?? '');
  return pieces.join('\n');
}

/** The operators of a content stream in order. */
export function* operationsOf(content: string): Generator<Operation> {
  const token = new RegExp(TOKEN);
  const imageEnd = imageEnds(content);
  /** Where the operands of the next operator begin. */
  let from = 0;
  /** Between the beginning of a picture and its data. */
  let picture = false;
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    const [operator] = match;
    if (operator === '(') token.lastIndex = stringEnd(content, match.index);
    else if (picture && operator === 'ID') token.lastIndex = imageEnd(match.index) ?? token.lastIndex;
    if (!OPERATOR.test(operator)) continue;
    if (operator === 'BI' || operator === 'ID') picture = operator === 'BI';
    if (!picture) yield { operator, operands: content.slice(from, match.index) };
    from = token.lastIndex;
  }
}

/** Finds the end of a picture's data for ascending places where they begin; each stretch of the content is searched once. */
function imageEnds(content: string): (start: number) => number | null {
  const ends = /[\s\0]EI(?=[\s\0])/gu;
  let next: number | null = 0;
  return (start) => {
    if (next !== null && next < start) {
      ends.lastIndex = start;
      next = ends.test(content) ? ends.lastIndex : null;
    }
    return next;
  };
}
