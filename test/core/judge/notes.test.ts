/** Words of the text that a copy gives in a note: they are moved, though they are the next words of its file. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { documentOf } from '../quote/support.ts';
import { judged, readString } from '../verify/support.ts';

const LINES = [
  'Q: Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'Q: And in the summer?',
  'In the summer nobody had to, for it was light.',
  '[She looks at the lamp.]',
];

const note = (text: string): Partial<Block> & { readonly text: string } => ({ text, kind: 'note' });

async function movedIn(...copy: readonly (string | ReturnType<typeof note>)[]): Promise<readonly Finding[]> {
  const transcript = structure(await readString(`${LINES.join('\n\n')}\n`));
  return judged(transcript, documentOf(...copy)).findings.filter(({ code }) => code === 'words-moved');
}

describe('words in a note', () => {
  it('are moved, where their passage has other words in the text', async () => {
    const found = await movedIn(
      ...LINES.slice(0, 3),
      'In the summer nobody had to',
      note(', for it was light.'),
      note(LINES[4] ?? ''),
    );
    expect(found).toMatchObject([
      {
        level: 'fail',
        passage: 3,
        speaker: 'A',
        sealed: { text: ', for it was light.' },
        copy: { text: ', for it was light.', place: { by: 'paragraph', paragraph: 5 } },
      },
    ]);
  });

  it('are told for each note', async () => {
    const found = await movedIn(
      ...LINES.slice(0, 3),
      'In the summer',
      note('nobody had to,'),
      'for it',
      note('was light.'),
    );
    expect(found.map(({ copy }) => copy?.text)).toEqual(['nobody had to,', 'was light.']);
  });

  it('are shown with the sealed words they stand for, where others are among them', async () => {
    const found = await movedIn(
      ...LINES.slice(0, 3),
      'In the summer nobody had to,',
      note('because it was light. Now.'),
    );
    expect(found.map(({ sealed, copy }) => [sealed?.text, copy?.text])).toEqual([
      ['it was light.', 'because it was light. Now.'],
    ]);
  });

  it('may be a title’s, which may be missing', async () => {
    const transcript = structure(await readString(`The lamp at the pier\n\n${LINES.join('\n\n')}\n`));
    const { findings } = judged(transcript, documentOf('The lamp', note('at the pier'), ...LINES));
    expect(findings.map(({ code }) => code)).not.toContain('words-moved');
  });

  it('may be the whole passage', async () => {
    expect(await movedIn(...LINES.slice(0, 4), note(LINES[4] ?? ''))).toEqual([]);
    expect(await movedIn(...LINES)).toEqual([]);
  });
});
