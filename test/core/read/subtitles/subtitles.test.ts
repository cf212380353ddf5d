import { describe, expect, it } from 'vitest';
import { placeOf, sourceOffset } from '../../../../src/core/read/place.ts';
import { readSrt, readWebvtt } from '../../../../src/core/read/subtitles/index.ts';
import { processorTime } from '../../../processor-time.ts';

const time = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')},000`;
/** One cue a second. */
const srt = (...cues: string[]) =>
  cues.map((text, i) => `${i + 1}\n${time(i)} --> ${time(i + 1)}\n${text}\n`).join('\n');
const shown = (...cues: string[]) => readSrt(srt(...cues)).blocks.map(({ text }) => text);

describe('SubRip', () => {
  it.each([
    ['tags', '<i>He</i> <font color="#ff0000">said</font> {\\an8}so', 'He said so'],
    ['what is no tag', '<not a tag> 5 < 6 {so}', '<not a tag> 5 < 6 {so}'],
    ['references', 'R&amp;D &lt;3 &#x2014; &unknown;', 'R&D <3 — &unknown;'],
    ['line ends of override codes', 'one\\Ntwo', 'one\ntwo'],
    ['sounds', '[music] Yes.', '[music] Yes.'],
    ['a blank line inside', 'one\n\ntwo', 'one\ntwo'],
    ['a number that is said', '1984', '1984'],
  ])('%s', (_, cue, text) => {
    expect(shown(cue, 'next')).toEqual([text, 'next']);
  });

  it('puts cues in the order of time', () => {
    const source = `2\n${time(4)} --> ${time(5)}\nsecond\n\n1\n${time(1)} --> ${time(2)}\nfirst\n`;
    const document = readSrt(source);
    expect(document.blocks.map(({ text }) => text)).toEqual(['first', 'second']);
    const [first] = document.blocks;
    expect(first && placeOf(document, first, 2)).toEqual({ by: 'time', milliseconds: 1000, line: 7, column: 3 });
  });

  it.each([
    ['transparent', '{\\alpha&HFF&}not{\\r}', 'style'],
    ['transparent fill', '{\\1a&HFF&}not{\\1a&H00&}', 'style'],
    ['no size', '{\\fs0}not{\\r}', 'size'],
    ['no width', '{\\fscx0}not{\\r}', 'size'],
    ['off the picture', '{\\pos(-500,10)}not{\\r}', 'position'],
    ['a transparent colour', '<font color="#ffffff00">not</font>', 'colour'],
  ])('finds words that are hidden: %s', (_, hidden, by) => {
    const document = readSrt(srt(`I will ${hidden} go`));
    expect(document.blocks.map(({ text }) => text)).toEqual(['I will  go']);
    expect(document.hidden).toMatchObject([{ text: 'not', by, block: 0, offset: 7 }]);
  });

  it('hides a cue that is never shown, and words before the first cue', () => {
    const source = `stray words\n\n${srt('one', 'two')}\n3\n${time(0)} --> ${time(0)}\nnever\n`;
    const { blocks, hidden } = readSrt(source);
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(hidden.map(({ text, by, block }) => [text, by, block])).toEqual([
      ['stray words', 'markup', -1],
      ['never', 'markup', 0],
    ]);
  });

  it('reads captions that roll up once', () => {
    expect(shown('I was born', 'I was born\nby the sea,', 'by the sea,\nand stayed.', 'and stayed.\nAlways.')).toEqual([
      'I was born',
      'by the sea,',
      'and stayed.',
      'Always.',
    ]);
  });

  it('keeps what a speaker repeats', () => {
    expect(shown('No.', 'No.', 'Never.\nNo.', 'No.')).toEqual(['No.', 'No.', 'Never.\nNo.', 'No.']);
  });
});

describe('WebVTT', () => {
  const source = [
    'WEBVTT - not text',
    'Kind: captions',
    '',
    'STYLE',
    '::cue { color: red }',
    '',
    'NOTE not text',
    'nor this',
    '',
    'REGION',
    'id:bottom',
    '',
    'first',
    '00:01.000 --> 00:02.500 align:start',
    '<v Anna>Hello <c.loud>there</c>.</v> <v.far Bo Berg>Hi &amp; bye{x}',
    'again',
    '',
    'stray words',
    '',
    '01:00:03.000 --> 01:00:04.000',
    '<01:00:03.500><b>one</b> two<weird> three',
  ].join('\r\n');

  it('gives a block for each voice, and nothing of the set-up', async () => {
    const { blocks, hidden, caveats } = await readWebvtt(source);
    expect(
      blocks.map(({ text, speaker, place }) => [text.trim(), speaker, place.by === 'time' && place.milliseconds]),
    ).toEqual([
      ['Hello there.', 'Anna', 1000],
      ['Hi & bye{x}\nagain', 'Bo Berg', 1000],
      ['one two three', null, 3_603_000],
    ]);
    expect(blocks[2]?.strong).toEqual([{ start: 0, end: 3 }]);
    expect(hidden).toMatchObject([{ text: 'stray words', by: 'markup' }]);
    expect(caveats).toEqual([]);
  });

  it('leads every sign back to the source', async () => {
    for (const { text, origin } of (await readWebvtt(source)).blocks) {
      for (let i = 0; i < text.length; i++) {
        const found = origin === null ? '' : source.charAt(sourceOffset(origin, i));
        expect(found).toBe(text[i] === '\n' ? '\r' : text[i]);
      }
    }
  });
});

it('reads hostile files in bounded time', async () => {
  const started = processorTime();
  readSrt(srt('<'.repeat(200_000), '{\\'.repeat(200_000), '&'.repeat(200_000), ' '.repeat(200_000)));
  await readWebvtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<a '.repeat(200_000)}\n`);
  await readWebvtt(
    `WEBVTT\n\nSTYLE\n${'::cue('.repeat(20_000)}\n\n00:01.000 --> 00:02.000\n${'<i></i>'.repeat(5_000)}\n`,
  );
  readSrt('1'.repeat(2_000_000));
  readSrt(`${'0:'.repeat(500_000)} --> `);
  expect(processorTime() - started).toBeLessThan(5_000);
});
