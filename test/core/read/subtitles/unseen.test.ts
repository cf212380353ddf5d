/** Words of subtitles that a parser finds and a viewer does not see: by styles, by override codes, by where a cue is put. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readSrt, readWebvtt } from '../../../../src/core/read/subtitles/index.ts';

const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const hidden = (document: Document): (readonly [string, string])[] =>
  document.hidden.map(({ text, by }) => [text, by] as const);

/** One cue of ten seconds, in a file with this set-up before it. */
const webvtt = (cue: string, setUp = '', settings = ''): Promise<Document> =>
  readWebvtt(`WEBVTT\n\n${setUp}00:10.000 --> 00:20.000 ${settings}\n${cue}\n`);
const sheet = (rules: string): string => `STYLE\n${rules}\n\n`;
const HIDES = '{ visibility: hidden }';

describe('a style of WebVTT', () => {
  it.each([
    ['of a class', `::cue(.x) ${HIDES}`, 'I did <c.x>not </c>sign it.'],
    ['of one of several classes', `::cue(.x) ${HIDES}`, 'I did <c.loud.x>not </c>sign it.'],
    ['of bold words', `::cue(b) ${HIDES}`, 'I did <b>not </b>sign it.'],
    ['of a voice', `::cue(v[voice="Ada"]) ${HIDES}`, 'I did <v Ada>not </v>sign it.'],
    ['of a language', `::cue([lang="en-GB"]) ${HIDES}`, 'I did <lang en-GB>not </lang>sign it.'],
    ['of words inside of others', `::cue(i b) ${HIDES}`, 'I did <i><b>not </b></i>sign it.'],
    ['of what was said before the time', `::cue(:past) ${HIDES}`, 'I did <00:09.000>not <00:15.000>sign it.'],
    ['of what is said behind the end', `::cue(b:future) ${HIDES}`, 'I did <00:21.000><b>not </b><00:15.000>sign it.'],
    ['of what nobody says behind a tag in it', `::cue(b:past) ${HIDES}`, 'I did <00:10.000><b>not </b>sign it.'],
    ['of words with a tag nobody knows', `::cue(.x) ${HIDES}`, 'I did <x><c.x>not </c></x>sign it.'],
    ['of a line through them', '::cue(u) { text-decoration: line-through }', 'I did <u>not </u>sign it.'],
    ['of a player: black on black', '', 'I did <c.black>not </c>sign it.'],
    ['behind what looks like a code and holds a tag', `::cue(.x) ${HIDES}`, '{\\<b>}</b>I did <c.x>not </c>sign it.'],
    ['of small words above others, left open', `::cue(rt) ${HIDES}`, '<ruby>I did <rt>not </ruby>sign it.'],
  ])('%s hides', async (_what, rules, cue) => {
    const document = await webvtt(cue, rules === '' ? '' : sheet(rules));
    expect(seen(document).join('').replace('{\\}', '')).toBe('I did sign it.');
    expect(hidden(document)).toEqual(
      [['not ', 'style']].map(([text, by]) => [text, cue.includes('black') ? 'colour' : by]),
    );
  });

  it.each([
    ['of another class', `::cue(.y) ${HIDES}`, 'I did <c.x>not</c> sign it.'],
    ['of a class that ended', `::cue(.x) ${HIDES}`, '<c.x></c>I did not sign it.'],
    ['of a tag that another one does not end', `::cue(b) { color: yellow }`, 'I <b>did</i> not</b> sign it.'],
    ['of words inside of ones that are seen', `::cue(i b) ${HIDES}`, 'I did <b><i>not</i></b> sign it.'],
  ])('%s hides nothing', async (_what, rules, cue) => {
    const document = await webvtt(cue, sheet(rules));
    expect(seen(document)).toEqual(['I did not sign it.']);
    expect(document.hidden).toEqual([]);
  });

  it('hides whole cues, those of a name, and those of a region', async () => {
    const cue = 'I did not sign it.';
    expect(hidden(await webvtt(cue, sheet(`::cue ${HIDES}`)))).toEqual([[cue, 'style']]);
    expect(hidden(await webvtt(cue, `${sheet(`::cue(#no) ${HIDES}`)}no\n`))).toEqual([[cue, 'style']]);
    expect(hidden(await webvtt(cue, `${sheet(`::cue(#no) ${HIDES}`)}yes\n`))).toEqual([]);
    const region = `REGION\nid:r\n\n${sheet(`::cue-region(#r) ${HIDES}`)}`;
    expect(hidden(await webvtt(cue, region, 'region:r'))).toEqual([[cue, 'style']]);
    expect(hidden(await webvtt(cue, region))).toEqual([]);
  });

  it('is counted where it is not evaluated', async () => {
    const details = async (rules: string): Promise<string[]> =>
      (await webvtt('Yes.', sheet(rules))).caveats.map(({ detail }) => detail);
    expect(await details('::cue { color: red }')).toEqual([]);
    const rule = '@media (max-width: 9px) { ::cue { display: none } }';
    expect(await details(rule)).toEqual(['1 style rule not evaluated (@media)']);
    expect(await details(`${rule}\n${rule}`)).toEqual(['2 style rules not evaluated (@media)']);
  });

  it('without rules is none', async () => {
    const document = await webvtt('Yes.', 'STYLE\n\n');
    expect([seen(document), document.hidden, document.caveats]).toEqual([['Yes.'], [], []]);
  });

  it('of tags that never end is refused', async () => {
    await expect(webvtt('<b>'.repeat(3_000), sheet(`::cue ${HIDES}`))).rejects.toMatchObject({ reason: 'too-deep' });
  });
});

describe('the settings of a WebVTT cue', () => {
  it.each([
    ['a box without width', 'size:0%', 'clip'],
    ['no room to the right of the left edge', 'position:100%,line-left', 'clip'],
    ['no room to the left of the right edge', 'position:0%,line-right', 'clip'],
    ['no room around the middle', 'position:100%', 'clip'],
    ['words that begin at the right edge', 'align:left position:100%', 'clip'],
    ['words that end at the left edge', 'align:end position:0%', 'clip'],
    ['a line under the picture', 'line:100%', 'position'],
    ['a line over the picture', 'line:0%,end', 'position'],
  ])('keep it from the picture: %s', async (_what, settings, by) => {
    const document = await webvtt('not', 'NOTE x\n\n', settings);
    expect(seen(document)).toEqual([]);
    expect(hidden(document)).toEqual([['not', by]]);
  });

  it.each([
    'align:start',
    'align:right',
    'align:left position:0%',
    'position:50%,center',
    'line:0%',
    'line:100%,end',
    'line:90%,center',
    'line:-1',
    'size:120% position:abc',
    'region:nobody',
    ':x size: y',
  ])('leave it in the picture: %s', async (settings) => {
    expect(seen(await webvtt('Yes.', '', settings))).toEqual(['Yes.']);
  });

  it.each([
    ['no width', 'width:0%', 'clip'],
    ['no lines', 'lines:0', 'clip'],
    ['a number of lines that is none', 'lines:x', 'clip'],
    ['a place to the right', 'viewportanchor:100%,50%', 'position'],
    ['a place to the left', 'width:50% regionanchor:100%,50% viewportanchor:0%,50%', 'position'],
    ['a place below', 'regionanchor:0%,0% viewportanchor:0%,100%', 'position'],
    ['a place above', 'regionanchor:0%,100% viewportanchor:0%,0%', 'position'],
  ])('put it into a region with %s', async (_what, region, by) => {
    const document = await webvtt('not', `REGION\nid:r ${region}\n\n`, 'region:r');
    expect(hidden(document)).toEqual([['not', by]]);
  });

  it.each([
    ['in the picture', 'REGION\nid:r width:40% lines:3 regionanchor:0%,100% viewportanchor:10%,90%\n\n', 'region:r'],
    ['that says nothing of itself', 'REGION\nid:r\n\n', 'region:r'],
    ['whose anchors are no shares', 'REGION\nid:r regionanchor:x viewportanchor:y\n\n', 'region:r'],
    ['without a name', 'REGION\nwidth:0%\n\n', ''],
    ['without a line', 'REGION\n\n', 'region:r'],
  ])('leave it in the picture in a region %s', async (_what, region, settings) => {
    expect(seen(await webvtt('Yes.', region, settings))).toEqual(['Yes.']);
  });
});

describe('a code or tag of SubRip', () => {
  const srt = (cue: string): Document => readSrt(`1\n00:00:01,000 --> 00:00:02,000\n${cue}\n`);

  it.each([
    ['no height', '{\\fs3}not{\\fs20}', 'size'],
    ['a place left of the picture', '{\\move(-900,10,-900,10)}not{\\r}', 'position'],
    ['an empty window', '{\\clip(0, 0, 0, 0)}not{\\r}', 'position'],
    ['letters taken for a drawing', '{\\p1}not{\\p0}', 'style'],
    ['nearly no colour', '{\\alpha&HC0&}not{\\alpha&H80&}', 'style'],
    ['a line through it', '<s>not</s>', 'style'],
    ['letters of no size', '<font size="0">not</font>', 'size'],
    ['letters of a clear colour', "<font color='transparent'>not</font>", 'colour'],
  ])('hides words: %s', (_what, not, by) => {
    const document = srt(`I will ${not} go`);
    expect(seen(document)).toEqual(['I will  go']);
    expect(hidden(document)).toEqual([['not', by]]);
  });

  it.each([
    ['a code for something else', '{\\b1\\i0}not{\\c&H0000FF&}', 'I will not go'],
    ['a struck class', '<s.loud>not</s>', 'I will not go'],
    ['a font of its own', '<font face="Arial">not</font>', 'I will not go'],
    ['a hard space', 'not\\h', 'I will not\u00a0 go'],
    ['an unhidden break', '{\\fs0} {\\r}not', 'I will not go'],
  ])('shows them: %s', (_what, not, text) => {
    const document = srt(`I will ${not} go`);
    expect(seen(document)).toEqual([text]);
    expect(document.hidden).toEqual([]);
  });
});

describe('a cue none of whose words are seen', () => {
  const at = (second: number, text: string): string => `00:00:0${second},000 --> 00:00:0${second},900\n${text}\n`;

  it.each([
    ['first', ['<s>not</s>', 'I will', 'go.'], ['I will', 'go.'], -1],
    ['in the middle', ['I will', '<s>not</s>', 'go.'], ['I will', 'go.'], 0],
    ['last', ['I will', 'go.', '<s>not</s> <s>now</s>'], ['I will', 'go.'], 1],
  ])('stands %s: its words follow the cue before it', (_where, cues, texts, block) => {
    const document = readSrt(cues.map((text, i) => at(i, text)).join('\n'));
    expect(seen(document)).toEqual(texts);
    expect(document.hidden[0]).toMatchObject({ text: 'not', by: 'style', block, offset: null });
    expect(document.hidden.every((one) => one.block === block && one.offset === null)).toBe(true);
  });
});

describe('a cue that is over at once', () => {
  const clock = (milliseconds: number): string => `00:00:0${(milliseconds / 1000).toFixed(3).replace('.', ',')}`;
  const srt = (...cues: (readonly [from: number, to: number, text: string])[]): Document =>
    readSrt(cues.map(([from, to, text]) => `${clock(from)} --> ${clock(to)}\n${text}\n`).join('\n'));

  it('hides words of its own, behind the cue before it', () => {
    const document = srt([0, 1_000, 'I will'], [1_000, 1_010, 'not'], [2_000, 3_000, 'go.']);
    expect(seen(document)).toEqual(['I will', 'go.']);
    expect(document.hidden).toMatchObject([{ text: 'not', by: 'markup', block: 0, offset: null }]);
  });

  it('shows what the cue before it or behind it shows too', () => {
    expect(srt([0, 1_000, 'I will'], [1_000, 1_010, 'I will'], [2_000, 3_000, 'go.']).hidden).toEqual([]);
    expect(srt([0, 1_010 - 1_000, 'I will'], [1_000, 2_000, 'I will'], [3_000, 4_000, 'go.']).hidden).toEqual([]);
  });

  it('is no cue without words, however many lines it has', () => {
    const document = srt([0, 1_000, 'Yes.'], [2_000, 2_000, ''], [3_000, 3_010, '']);
    expect([seen(document), document.hidden]).toEqual([['Yes.'], []]);
  });
});

describe('the words of a cue', () => {
  it.each([
    ['a number in the decimal system', '&#233;', 'é'],
    ['a number in the hexadecimal system', '&#xE9;', 'é'],
    ['a name in capitals', '&AMP;', '&'],
    ['what is no character', '&#0;&#xD800;&#x110000;&#x85;', '&#0;&#xD800;&#x110000;&#x85;'],
    ['a name nobody knows', '&copy;', '&copy;'],
  ])('may be referred to by %s', async (_what, cue, text) => {
    expect(seen(await webvtt(cue))).toEqual([text]);
  });

  it('are one cue and no more, however many blank lines follow', async () => {
    expect(seen(await webvtt('Yes.\n\n\n\nNOTE no'))).toEqual(['Yes.']);
  });

  it('are nobody’s where a voice has no name', async () => {
    const { blocks } = await webvtt('<v>Yes.</v> <v Ada>No.</v>');
    expect(blocks.map(({ text, speaker }) => [text.trim(), speaker])).toEqual([
      ['Yes.', null],
      ['No.', 'Ada'],
    ]);
  });

  it('need no numbers of cues, and a number that is said is none', () => {
    const source =
      '00:01.000 --> 00:02.000\nWhen?\n\n00:02.000 --> 00:03.000\n1984\n\n00:03.000 --> 00:04.000\nIt was.\n';
    expect(seen(readSrt(source))).toEqual(['When?', '1984', 'It was.']);
  });
});
