import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../../src/core/judge/codes.ts';
import { displayWidth } from '../../../src/core/report/columns.ts';
import { explain, explainAll } from '../../../src/core/report/index.ts';

describe('explain', () => {
  it('shows a code with its example', async () => {
    await expect(explain('mark-filled')).toMatchFileSnapshot('golden/explain-mark-filled.txt');
  });

  it('lists every code once, in 80 columns', () => {
    const text = explainAll();
    for (const code of FINDING_CODES) expect(text.match(new RegExp(`^  ${code} `, 'gmu'))).toHaveLength(1);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it.each(FINDING_CODES)('%s in 80 columns', (code) => {
    const text = explain(code);
    expect(text.startsWith(`${code}: `)).toBe(true);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});
