/** Any format can be the transcript, and any the copy: sealed in one, the text is verbatim in every other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../src/core/read/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { WRITERS, written } from '../write/index.ts';
import { interviews, namedInterviews, textParagraphs } from './interview.ts';
import { judged } from './support.ts';

describe.each(WRITERS.map((writer) => [writer.format, writer] as const))('sealed from %s', (_sealed, from) => {
  it.each(WRITERS.map((writer) => [writer.format, writer] as const))('a copy in %s is verbatim', async (_copy, to) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(interviews, namedInterviews), async (interview) => {
        const paragraphs = textParagraphs(interview);
        const transcript = structure(await read(written(from, paragraphs), { name: from.name }));
        const judgement = judged(transcript, await read(written(to, paragraphs), { name: to.name }));
        expect(judgement.findings.filter(({ level }) => level === 'fail')).toEqual([]);
        expect(judgement).toMatchObject({ verdict: 'verbatim', pass: true });
      }),
      { numRuns: 5 },
    );
  });
});
