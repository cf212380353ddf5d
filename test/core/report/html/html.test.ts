import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../src/core/report/index.ts';
import { processorTime } from '../../../processor-time.ts';
import { reports } from '../arbitrary.ts';
import * as sample from '../samples.ts';
import { faults, OURS, parsed } from './parsed.ts';
import { ALIGNED, same, side } from './samples.ts';

const page = htmlReport({ results: [sample.DOCTORED] }, [ALIGNED]);

describe('the HTML report', () => {
  it('is as its golden file', async () => {
    await expect(page).toMatchFileSnapshot('../golden/doctored.html');
  });

  it('forbids everything but its style sheet, and names nothing outside itself', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`,
    );
    expect(page).not.toMatch(/<script|\bsrc=|url\(|@import|https?:/u);
  });

  it('links each failing finding to its words and back', () => {
    const { ids, targets } = parsed(page);
    for (const finding of [1, 2, 3, 4]) {
      expect(ids).toContain(`e1-${finding}`);
      expect(ids).toContain(`w1-${finding}`);
      expect(targets).toContain(`#w1-${finding}`);
    }
    expect(targets).toContain('#e1-1');
  });

  it('has no name twice and no link into nothing', () => {
    expect(faults(page)).toEqual([]);
  });

  it('folds what is unchanged and what lies around, with what was folded in words', () => {
    const { text, names } = parsed(page);
    expect(names.get('details')).toBe(3);
    expect(text).toContain('7 passages unchanged (56 words)');
    expect(text).toContain('8 words around the interview, not judged');
  });

  it('says in words what colours show', () => {
    const { text } = parsed(page);
    for (const words of [
      'Changed',
      'Left out of the copy',
      'Foreign block: h3.teaser',
      'it now stands here',
      'in the transcript it stands here',
      '[something is left out here]',
      '[the copy adds something here]',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('1 of 1 mark of withheld words is kept. The notice is removed.');
  });

  it('holds nothing but our elements, whatever the words', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(faults(htmlReport(report))).toEqual([]);
      }),
    );
  });

  it('shows hostile words of both texts as words', () => {
    const evil = '</p><script>alert(1)</script><img src=x onerror=alert(2)> \u202E\u001b[2J';
    const row = {
      relation: { by: 'set-off' as const, what: '<b>' },
      role: null,
      sealed: null,
      copy: [side(evil, '<i>Mira</i>', 1, [{ start: 4, end: 12, kind: 'other' as const, finding: 99 }])],
      findings: [-1, 7],
    };
    const html = htmlReport({ results: [sample.DOCTORED] }, [{ ...ALIGNED, rows: [row] }]);
    const { names, text } = parsed(html);
    for (const name of names.keys()) expect(OURS).toContain(name);
    expect(text).toContain('<i>Mira</i>:');
    expect(text).toContain('onerror=alert(2)> [U+202E]␛[2J');
  });

  it('survives ranges that overlap or leave the text', () => {
    const changes = [
      { start: 0, end: 4, kind: 'replaced' as const, finding: null },
      { start: 2, end: 6, kind: 'replaced' as const, finding: null },
      { start: 8, end: 99, kind: 'replaced' as const, finding: null },
    ];
    const row = { ...same('', 'speech', null, 1), sealed: side('some words', null, 1, changes) };
    const { text } = parsed(htmlReport({ results: [sample.DOCTORED] }, [{ ...ALIGNED, rows: [row] }]));
    expect(text).toContain('some] ');
    expect(text).toContain(' words');
  });

  it('writes a hundred thousand words in a moment', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) =>
      same('one two three four five '.repeat(10), 'speech', 'Mira', i + 1),
    );
    const started = processorTime();
    const html = htmlReport({ results: [sample.result()] }, [{ ...ALIGNED, rows }]);
    expect(processorTime() - started).toBeLessThan(2_000);
    expect(parsed(html).text).toContain('2,000 passages unchanged (100,000 words)');
  });

  it('stays bounded with a hundred thousand findings, and says what it leaves out', () => {
    const text = 'one two three four five six seven eight nine ten';
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      ...same(text, 'speech', null, i + 1),
      relation: { by: 'changed' as const },
      copy: [
        side(
          text,
          null,
          i + 1,
          Array.from({ length: 10 }, (_, k) => ({
            start: k * 4,
            end: k * 4 + 2,
            kind: 'replaced' as const,
            finding: i * 10 + k,
          })),
        ),
      ],
    }));
    const findings = Array.from({ length: 100_000 }, () => sample.AFRAID);
    const html = htmlReport({ results: [sample.result({ verdict: 'altered', pass: false, findings })] }, [
      { ...ALIGNED, rows },
    ]);
    expect(html.length).toBeLessThan(3_000_000);
    const { text: said, names } = parsed(html);
    expect(names.get('li')).toBe(300);
    expect(said).toContain('Word changed (100,000)');
    expect(said).toContain('… and 99,700 more (--format json lists all)');
    expect(said).toContain('From here on the texts are not shown: 9,500 more passages.');
    expect(faults(html)).toEqual([]);
  });

  it('shows of a text without its transcript what the record says, passage by passage', () => {
    const closed = { ...side('', 'Mira', 1), place: null, withheld: 12 };
    const open = { ...side('', 'Mira', 1), place: null };
    const row = (by: 'same' | 'changed' | 'omitted', sealed: typeof open, copy: string | null) => ({
      ...same('', 'speech', null, 1),
      relation: { by },
      sealed,
      copy: copy === null ? [] : [side(copy, null, 7)],
    });
    const rows = [
      row('same', open, 'I was there.'),
      row('changed', closed, 'I saw nobody.'),
      row('omitted', closed, null),
      { ...row('omitted', closed, null), role: 'matter' as const },
    ];
    const { text } = parsed(htmlReport({ results: [sample.DOCTORED] }, [{ ...ALIGNED, transcript: 'digests', rows }]));
    expect(text).toContain('✓ Verbatim hereMira · speech');
    expect(text).toContain('✗ Differs: which words, only the transcript can tellMira · speech · 12 words and signs');
    expect(text).toContain('✗ Missing, or too different to be recognised');
    expect(text).toContain('Not here as it was sealedMira · title or byline');
  });
});
