/**
 * On which line a JSON text is broken. The engine's message mostly quotes the text instead of saying where, so the line is
 * found by halving: the fault stands on the first line with which the text up to there is broken and not just unfinished.
 */

/** The line, from 1, on which `text` stops being JSON; `null` when it is JSON. */
export function faultyLine(text: string): number | null {
  if (stateOf(text) === 'whole') return null;
  const lines = text.split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stateOf(lines.slice(0, middle).join('\n')) === 'broken') high = middle;
    else low = middle + 1;
  }
  return low;
}

function stateOf(text: string): 'whole' | 'unfinished' | 'broken' {
  try {
    JSON.parse(text);
    return 'whole';
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(message)?.[1];
    const atEnd = at !== undefined && Number(at) >= text.length;
    return atEnd || /end of JSON|Unterminated string/.test(message) ? 'unfinished' : 'broken';
  }
}
