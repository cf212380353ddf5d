/** Presentation is counted, never a difference: how many words are set otherwise, and the first of them as an example. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import { compare } from '../verify/support.ts';

const SEALED = `Q: Why did you keep the office after the war?

I kept it because nobody else would. "It's yours", he said - and I signed.

Q: And the café?

The café was sold... It went to a fine family.
`;

async function typographyOf(copy: string): Promise<Finding | undefined> {
  const { findings, verdict } = await compare(SEALED, copy);
  expect(verdict).toBe('verbatim');
  return findings.find(({ code }) => code === 'typography');
}

describe('typography', () => {
  it('is not told of where there is none', async () => {
    expect(await typographyOf(SEALED)).toBeUndefined();
  });

  it.each([
    ['a curly apostrophe', "It's", 'It’s', "It's", 'It’s'],
    ['an opening quotation mark', ' "It', ' “It', '"', '“'],
    ['a dash', ' - ', ' – ', '-', '–'],
    ['an ellipsis', '...', '…', '...', '…'],
    ['a ligature', 'fine', 'ﬁne', 'fine', 'ﬁne'],
  ])('%s is counted, with both ways of writing it', async (_, was, now, sealed, copy) => {
    const told = await typographyOf(SEALED.replace(was, now));
    expect(told).toMatchObject({ count: 1, level: 'note', sealed: { text: sealed }, copy: { text: copy } });
  });

  it('counts every place, and shows the first', async () => {
    const told = await typographyOf(SEALED.replaceAll('"', '”').replace("'", '’').replace('...', '…'));
    expect(told).toMatchObject({
      count: 4,
      sealed: { text: '"' },
      copy: { text: '”', place: { line: 3, column: 38 } },
    });
  });

  it('is not what the same letters are by another encoding', async () => {
    expect(await typographyOf(SEALED.normalize('NFD'))).toBeUndefined();
  });

  it('is not what an invisible character is: that is told of by itself', async () => {
    expect(await typographyOf(SEALED.replaceAll('nobody', 'no\u00adbody'))).toBeUndefined();
  });

  it('is counted where the transcript has the rarer sign', async () => {
    const { findings } = await compare(SEALED.replace('fine', 'ﬁne'), SEALED);
    expect(findings).toMatchObject([{ code: 'typography', count: 1, sealed: { text: 'ﬁne' }, copy: { text: 'fine' } }]);
  });

  it('is not what another capital is', async () => {
    const { findings } = await compare(SEALED, SEALED.replace("It's", 'IT’S'));
    expect(findings.map(({ code }) => code)).toEqual(['case-changed']);
  });

  it('is not what a changed word is', async () => {
    const { findings } = await compare(SEALED, SEALED.replace('kept it', 'Kept it').replace('nobody', 'somebody'));
    expect(findings.map(({ code }) => code)).not.toContain('typography');
  });
});
