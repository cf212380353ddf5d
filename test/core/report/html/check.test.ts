/** The report of a repository as HTML: what is wrong first, every text in a row, and nothing without an end. */
import { describe, expect, it } from 'vitest';
import type { TextResult } from '../../../../src/core/judge/judgement.ts';
import { htmlReport } from '../../../../src/core/report/index.ts';
import type { Manifest, ManifestEntry } from '../../../../src/core/seal/entry.ts';
import { at, CHECK, DOCTORED, FAITHFUL, finding, reading, result } from '../samples.ts';
import { faults, parsed } from './parsed.ts';
import { ALIGNED } from './samples.ts';

function entry(path: string, title: string, parts: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    kind: 'sealed',
    path,
    size: 100,
    sha256: path.length.toString(16).padStart(64, '0'),
    title,
    form: 'verbatim-text/1',
    digest: 'd'.repeat(64),
    words: 4_838,
    speakers: [],
    passages: [],
    marks: [],
    ...parts,
  };
}

const OLDER = entry('texts/harbour.txt', 'At the harbour', { sha256: 'a'.repeat(64), sealed: '2031-04-05' });
const MANIFEST: Manifest = {
  entries: [
    { kind: 'withdrawn', path: 'texts/gone.txt', day: '2031-05-06', reason: 'the speaker asked' },
    OLDER,
    entry('texts/harbour.txt', 'At the harbour <b>', { supersedes: OLDER.sha256, reason: 'a year was wrong' }),
    entry('texts/island.txt', 'שיחה על האי'),
  ],
};
const ARTICLE: TextResult = {
  kind: 'article',
  text: 'articles/storm.md',
  pass: false,
  findings: [finding('quotation-not-found', { copy: reading('We shall rebuild it', '', '', at(4, 2)) })],
};
const REPORT = { results: [FAITHFUL, DOCTORED], texts: [...(CHECK.texts ?? []), ARTICLE] };
const page = htmlReport(REPORT, [null, ALIGNED], MANIFEST);

/** The rows of the table in a section. */
function rowsOf(html: string, section: string): readonly string[] {
  const from = html.indexOf(`<section id="${section}"`);
  const body = html.slice(html.indexOf('<tbody>', from), html.indexOf('</section>', from));
  return body
    .split('<tr>')
    .slice(1)
    .map((row) =>
      row
        .replaceAll(/<[^>]*>/gu, ' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    );
}

describe('the HTML report of a repository', () => {
  it('says first how record and copies fared', () => {
    const { text } = parsed(page);
    expect(text).toContain('4 of 7 do not pass');
    expect(text).toContain('2 of 5 files of the record are in order.');
    expect(text).toContain('2 copies: 1 passes, 1 does not pass.');
  });

  it('has a row a text, those that are not in order first, with title, words and findings', () => {
    expect(rowsOf(page, 'texts')).toEqual([
      expect.stringMatching(/^✗ not in order texts\/island\.txt שיחה על האי 4,838 1 The file changed/u),
      expect.stringMatching(/^✗ not in order verbatim-manifest\.jsonl 1 A line of the base’s manifest is gone/u),
      '✗ not in order articles/storm.md 1 1 place to put right in what it quotes',
      '✓ in order texts/harbour.txt At the harbour &lt;b&gt; 4,838 Sealed and unchanged · 1 older version',
      expect.stringMatching(/^✓ in order texts\/lighthouse\.txt 1 note/u),
    ]);
  });

  it('keeps the faults of files and manifest in a section of their own, by kind', () => {
    const from = page.indexOf('<section id="record"');
    const { text } = parsed(page.slice(from, page.indexOf('</section>', from)));
    expect(text).toContain('Sealed text’s words changed (1)');
    expect(text).toContain('verbatim-manifest.jsonl:3:1');
    expect(text).not.toContain('storm.md');
  });

  it('shows an article’s words with what is wrong with them', () => {
    expect(parsed(page).text).toContain('We shall rebuild itNo transcript has these words.');
  });

  it('shows a copy that does not pass beside its transcript, and one that passes in its row only', () => {
    expect(rowsOf(page, 'copies').map((row) => row.slice(0, 24))).toEqual(
      ['✗ altered mirror/page.htm', '✓ verbatim page.html int'].map((row) => row.slice(0, 24)),
    );
    expect(page.match(/class="texts"/gu)).toHaveLength(1);
    expect(page).toContain('<a href="#c7"><bdi>mirror/page.html</bdi></a>');
    expect(page).toContain('<th scope="row"><bdi>page.html</bdi></th>');
  });

  it('says which lines are superseded or withdrawn, when and why', () => {
    expect(rowsOf(page, 'past')).toEqual([
      'Withdrawn texts/gone.txt 2031-05-06 the speaker asked',
      'Superseded texts/harbour.txt 2031-04-05 a year was wrong',
    ]);
  });

  it('holds nothing but our elements, and no link leads nowhere', () => {
    expect(faults(page)).toEqual([]);
    expect(faults(htmlReport({ results: [], texts: [] }))).toEqual([]);
  });

  it('stays bounded for a repository of thousands, and says how much it shows', () => {
    const texts = Array.from(
      { length: 20_000 },
      (_, i): TextResult => ({
        text: `texts/${i}.txt`,
        pass: i % 4 > 0,
        findings: i % 4 > 0 ? [] : [finding('text-missing')],
      }),
    );
    const results = Array.from({ length: 1_000 }, (_, i) => ({ ...DOCTORED, copy: `copies/${i}.html` }));
    const html = htmlReport({ results, texts }, [ALIGNED, ...Array(999).fill(null)], MANIFEST);
    const { text } = parsed(html);
    expect(html.length).toBeLessThan(8_000_000);
    expect(faults(html)).toEqual([]);
    expect(text).toContain('1 of 1,000 copies that differ are shown beside their transcript');
    expect(text).toContain('… and 900 more copies (--format json lists all)');
    expect(text).toContain('Sealed text missing (5,000)');
    expect(text).toContain('15,000 files in order');
    expect(text).toContain('… and 10,000 more rows (--format json lists all)');
  });

  it('says no more than the paths where the manifest is not given', () => {
    const html = htmlReport({ results: [result()], texts: [{ text: 'a.txt', pass: true, findings: [] }] });
    expect(rowsOf(html, 'texts')).toEqual(['✓ in order a.txt Sealed and unchanged']);
  });
});
