import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../src/core/seal/entry.ts';
import { amend, current, history } from '../../../src/core/seal/manifest-change.ts';
import { ManifestError, type ManifestProblem } from '../../../src/core/seal/manifest-error.ts';
import { parseManifest, parseManifestBytes } from '../../../src/core/seal/manifest-parse.ts';
import { HEADER, serialiseManifest, serialiseRecord } from '../../../src/core/seal/manifest-write.ts';
import { anyManifest, changed, hash, sample, sealed } from './sample.ts';

function problemsOf(text: string): readonly ManifestProblem[] {
  try {
    parseManifest(text);
    return [];
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return error.problems;
  }
}

/** Each problem of a text as `line code`; empty when it is accepted. */
function problems(text: string): string[] {
  return problemsOf(text).map(({ line, code }) => `${line} ${code}`);
}

/** Each problem of a text as a person is told of it: `line code: detail`. */
function told(text: string): string[] {
  return problemsOf(text).map(({ line, code, detail }) => `${line} ${code}: ${detail}`);
}

const good = serialiseRecord(sample('a.txt'));

const NOT_CANONICAL = 'not-canonical: spacing, the order of keys or escapes are not as the format writes them';

/** A manifest of the good line with one thing in it put otherwise. */
function broken(from: string | RegExp, to: string): string {
  const line = good.replace(from, to);
  expect(line).not.toBe(good);
  return `${HEADER}\n${line}\n`;
}

describe('a manifest', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const text = serialiseManifest(manifest);
        expect(parseManifest(text)).toEqual(manifest);
        expect(serialiseManifest(parseManifest(text))).toBe(text);
        expect(parseManifestBytes(new TextEncoder().encode(text))).toEqual(manifest);
      }),
    );
  });

  it('is a header and one readable line a text', () => {
    const [header, line, end] = serialiseManifest(sealed('talks/harbour.txt')).split('\n');
    expect(header).toBe('{"format":"verbatim-manifest/1","algorithm":"sha256"}');
    expect(line).toContain('{"kind":"sealed","path":"talks/harbour.txt","size":120,"sha256":"');
    expect(line).toContain('"speakers":[["Q",true],["Marta",false]],"marks":[["(*)",2,4]],"passages":[["m",null,5,"');
    expect(end).toBe('');
  });

  it('may be empty but for its header', () => {
    expect(parseManifest(`${HEADER}\n`)).toEqual(EMPTY_MANIFEST);
  });

  it('may have the line ends that git makes on some systems', () => {
    const text = serialiseManifest(sealed('a.txt', 'b.txt'));
    expect(parseManifest(text.replaceAll('\n', '\r\n'))).toEqual(parseManifest(text));
  });

  it.each(['__proto__', 'constructor', 'toString', 'x/__proto__'])('may hold a text at the path %s', (path) => {
    const manifest = parseManifest(serialiseManifest(sealed(path)));
    expect([...current(manifest).keys()]).toEqual([path]);
  });
});

describe('the file is refused', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', ['1 no-header: the first line must name the format']],
    ['a first line that is a text', `${good}\n`, ['1 no-header: the first line must name the format']],
    ['a first line that is no JSON', 'sealed\n', ['1 no-header: the first line must name the format']],
    [
      'another format',
      `${HEADER.replace('manifest/1', 'manifest/2')}\n`,
      ['1 unknown-format: not verbatim-manifest/1'],
    ],
    ['another algorithm', `${HEADER.replace('sha256', 'md5')}\n`, ['1 unknown-algorithm: not sha256']],
    ['a header that says more', `${HEADER.replace('}', ',"x":1}')}\n`, ['1 unknown-field: "x"']],
    ['a header without an algorithm', '{"format":"verbatim-manifest/1"}\n', ['1 missing-field: algorithm']],
    ['a header that is null', 'null\n', ['1 no-header: the first line must name the format']],
    ['a header in other spelling', `${HEADER.replace(',', ', ')}\n`, [`1 ${NOT_CANONICAL}`]],
    [
      'a header key twice',
      `${HEADER.replace('}', ',"format":"verbatim-manifest/1"}')}\n`,
      ['1 duplicate-key: "format"'],
    ],
    ['a byte order mark', `\ufeff${HEADER}\n`, ['1 byte-order-mark: save the file as UTF-8 without one']],
    ['a last line cut off', `${HEADER}\n${good}`, ['2 no-final-newline: the last line is cut off']],
    ['a blank line', `${HEADER}\n\n${good}\n`, ['2 blank-line: no line may be blank']],
    [
      'a conflict that shows the base',
      `${HEADER}\n||||||| base\n`,
      ['2 merge-conflict: resolve the conflict: keep the lines of both sides'],
    ],
    ['a line that holds what parts a conflict', `${HEADER}\nx <<<<<<< y\n`, ['2 not-json: this line is not JSON']],
    [
      'a line that begins like one',
      `${HEADER}\n| x\n<<<<<<<x\n`,
      ['2 not-json: this line is not JSON', '3 not-json: this line is not JSON'],
    ],
    ['a line of spaces', `${HEADER}\n  \n`, ['2 blank-line: no line may be blank']],
    ['a line that is no JSON', `${HEADER}\n{"path":\n`, ['2 not-json: this line is not JSON']],
    ['a line that is a list', `${HEADER}\n[]\n`, ['2 not-object: this line is not a JSON object']],
    ['a line that is null', `${HEADER}\nnull\n`, ['2 not-object: this line is not a JSON object']],
    [
      'a conflict',
      `${HEADER}\n<<<<<<< ours\n${good}\n=======\n${good}\n>>>>>>> theirs\n`,
      [
        '2 merge-conflict: resolve the conflict: keep the lines of both sides',
        '4 merge-conflict: resolve the conflict: keep the lines of both sides',
        '6 merge-conflict: resolve the conflict: keep the lines of both sides',
      ],
    ],
    [
      'every bad line, not only the first',
      `${HEADER}\n{}\n[]\nx\n`,
      ['2 missing-field: kind', '3 not-object: this line is not a JSON object', '4 not-json: this line is not JSON'],
    ],
  ])('for %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['in the first line', (text: string) => text.replace('1', 'ÿ'), 1],
    ['in the last line', (text: string) => text.replace('b.txt', 'ÿ.txt'), 3],
    ['in a last line that is cut off', (text: string) => `${text}ÿ`, 4],
  ])('for bytes that are not UTF-8: %s', (_, damage, line) => {
    const bytes = Uint8Array.from(Buffer.from(damage(serialiseManifest(sealed('a.txt', 'b.txt'))), 'latin1'));
    expect(() => parseManifestBytes(bytes)).toThrow(
      new ManifestError([{ line, code: 'not-utf8', detail: 'these bytes are not UTF-8' }]),
    );
  });

  it('for bytes with a byte order mark', () => {
    const bytes = new TextEncoder().encode(`\ufeff${HEADER}\n`);
    expect(() => parseManifestBytes(bytes)).toThrow(
      new ManifestError([{ line: 1, code: 'byte-order-mark', detail: 'save the file as UTF-8 without one' }]),
    );
  });
});

describe('a sealed line is refused', () => {
  it.each<[string, string | RegExp, string, string]>([
    ['another kind', '"kind":"sealed"', '"kind":"signed"', 'wrong-value: kind is neither sealed nor withdrawn'],
    ['no kind', '"kind":"sealed",', '', 'missing-field: kind'],
    ['a field left out', '"words":20,', '', 'missing-field: words'],
    ['a field too many', '"words":20', '"words":20,"weight":1', 'unknown-field: "weight"'],
    ['a prototype for a field', '"words":20', '"words":20,"__proto__":{}', 'unknown-field: "__proto__"'],
    ['a key twice', '"words":20', '"words":20,"words":20', 'duplicate-key: "words"'],
    ['a key twice, once escaped', '"words":20', '"words":20,"w\\u006frds":21', 'duplicate-key: "words"'],
    ['size left out', '"size":120,', '', 'missing-field: size'],
    ['size a string', '"size":120', '"size":"120"', 'wrong-type: size is not a number'],
    ['size negative', '"size":120', '"size":-1', 'wrong-value: size is not a count'],
    ['size broken', '"size":120', '"size":1.5', 'wrong-value: size is not a count'],
    ['size too large', '"size":120', '"size":1e300', 'wrong-value: size is not a count'],
    ['size in other spelling', '"size":120', '"size":1.2e2', NOT_CANONICAL],
    ['words a list', '"words":20', '"words":[]', 'wrong-type: words is not a number'],
    ['title a number', '"title":"A talk at the harbour"', '"title":5', 'wrong-type: title is not a string'],
    ['half a surrogate pair', 'A talk', '\\ud800 talk', 'wrong-value: title holds half a surrogate pair'],
    ['title left out', '"title":"A talk at the harbour",', '', 'missing-field: title'],
    ['form left out', '"form":"verbatim-text/1",', '', 'missing-field: form'],
    ['path left out', '"path":"a.txt",', '', 'missing-field: path'],
    ['path null', '"path":"a.txt"', '"path":null', 'wrong-type: path is not a string'],
    ['a digest too short', /"sha256":"./, '"sha256":"', 'digest-length: sha256 has 63 digits, not 64'],
    ['a digest too long', '"sha256":"', '"sha256":"0', 'digest-length: sha256 has 65 digits, not 64'],
    ['a digest in capitals', /"sha256":"./, '"sha256":"F', 'not-hex: sha256 holds other signs than 0-9 and a-f'],
    ['a digest null', /"digest":"[0-9a-f]{64}"/, '"digest":null', 'wrong-type: digest is not a string'],
    [
      'a passage’s digest too long',
      /\["m",null,5,"/,
      '["m",null,5,"0',
      'digest-length: passages[0][3] has 33 digits, not 32',
    ],
    [
      'a passage’s digest no hex',
      /\["m",null,5,"./,
      '["m",null,5,"g',
      'not-hex: passages[0][3] holds other signs than 0-9 and a-f',
    ],
    [
      'another form',
      '"form":"verbatim-text/1"',
      '"form":"verbatim-text/2"',
      'unknown-form: form is not verbatim-text/1',
    ],
    ['an unknown role', '["m",null', '["x",null', 'wrong-value: passages[0][0] is not a role'],
    ['a role that is a list', '["m",null', '[["m"],null', 'wrong-value: passages[0][0] is not a role'],
    ['a speaker who is not there', '["s",1,', '["s",2,', 'bad-index: passages[2][1] points behind the last of 2'],
    ['a speaker before the first', '["s",1,', '["s",-1,', 'wrong-value: passages[2][1] is not a count'],
    ['a speaker by name', '["s",1,', '["s","Marta",', 'wrong-type: passages[2][1] is not a number'],
    ['a passage too short', '["q",0,', '["q",', 'wrong-type: passages[1] is not a list of 4'],
    ['a passage that is a string', '["m",null,5,', '"m",["s",null,5,', 'wrong-type: passages[0] is not a list of 4'],
    ['marks left out', '"marks":[["(*)",2,4]],', '', 'missing-field: marks'],
    ['marks an object', '"marks":[["(*)",2,4]]', '"marks":{}', 'wrong-type: marks is not a list'],
    ['a speaker without a label', '["Q",true]', '["Q"]', 'wrong-type: speakers[0] is not a list of 2'],
    ['a speaker’s name that is a number', '["Q",true]', '[7,true]', 'wrong-type: speakers[0][0] is not a string'],
    ['a label that is a number', '["Q",true]', '["Q",1]', 'wrong-type: speakers[0][1] is neither true nor false'],
    ['a mark in no passage', '["(*)",2,4]', '["(*)",3,4]', 'bad-index: marks[0][1] points behind the last of 3'],
    ['a mark behind its passage', '["(*)",2,4]', '["(*)",2,12]', 'bad-index: marks[0][2] points behind the last of 12'],
    ['a mark that is a number', '["(*)",2,4]', '[7,2,4]', 'wrong-type: marks[0][0] is not a string'],
    [
      'a day that is not',
      '"words":20',
      '"words":20,"sealed":"2023-02-29"',
      'bad-date: sealed is not a day written YYYY-MM-DD',
    ],
    [
      'a day in another order',
      '"words":20',
      '"words":20,"sealed":"28-02-2023"',
      'bad-date: sealed is not a day written YYYY-MM-DD',
    ],
    [
      'a month that is not',
      '"words":20',
      '"words":20,"sealed":"2023-13-01"',
      'bad-date: sealed is not a day written YYYY-MM-DD',
    ],
    ['a reason for nothing', '"words":20', '"words":20,"reason":"x"', 'unknown-field: "reason"'],
    ['a day that is a number', '"words":20', '"words":20,"sealed":20230201', 'wrong-type: sealed is not a string'],
    ['a move from nothing', '"words":20', '"words":20,"moved":"b.txt"', 'unknown-field: "moved"'],
    ['superseding without a reason', '"words":20', `"words":20,"supersedes":"${hash('x')}"`, 'missing-field: reason'],
    [
      'superseding with an empty reason',
      '"words":20',
      `"words":20,"supersedes":"${hash('x')}","reason":" "`,
      'wrong-value: reason is empty',
    ],
    [
      'superseding by half a digest',
      '"words":20',
      '"words":20,"supersedes":"abc","reason":"x"',
      'digest-length: supersedes has 3 digits, not 64',
    ],
    [
      'a reason that is a number',
      '"words":20',
      `"words":20,"supersedes":"${hash('x')}","reason":5`,
      'wrong-type: reason is not a string',
    ],
    [
      'a move from an unsafe path',
      '"words":20',
      `"words":20,"supersedes":"${hash('x')}","moved":"../b.txt","reason":"x"`,
      'unsafe-path: moved: dots',
    ],
    [
      'superseding what is not there',
      '"words":20',
      `"words":20,"supersedes":"${hash('x')}","reason":"x"`,
      'supersedes-unknown: no line has what it supersedes',
    ],
    ['spaces', '"words":20', '"words": 20', NOT_CANONICAL],
    ['keys in another order', /"size":120,("sha256":"[0-9a-f]+"),/, '$1,"size":120,', NOT_CANONICAL],
    ['an escape that is not needed', 'A talk', '\\u0041 talk', NOT_CANONICAL],
    ['a space at the end', /$/, ' ', NOT_CANONICAL],
  ])('for %s', (_, from, to, problem) => {
    expect(told(broken(from, to))).toEqual([`2 ${problem}`]);
  });

  it.each([
    '../a.txt',
    'x/../../a.txt',
    '..',
    '.',
    './a.txt',
    'a/./b',
    '/etc/passwd',
    '//host/share',
    'C:/a.txt',
    'c:a.txt',
    'a:b.txt',
    'a\\b.txt',
    '..\\a.txt',
    'a\u0000.txt',
    'a\nb',
    'a\u001b[2J',
    'a\u007f',
    'a\u0085',
    'a\u2028b',
    '',
    'a//b',
    'a/',
    '/',
    'x'.repeat(5_000),
  ])('for the path %j', (path) => {
    expect(problems(`${HEADER}\n${serialiseRecord(sample(path))}\n`)).toEqual(['2 unsafe-path']);
  });

  it.each(['a b.txt', '-rf', 'ab:c', '%2e%2e/a', '...', '..a', 'a..', 'é/漢.txt', '~/x', '$HOME', "it's", '🙂'])(
    'but not for the path %j',
    (path) => {
      expect(problems(`${HEADER}\n${serialiseRecord(sample(path))}\n`)).toEqual([]);
    },
  );

  it('for each of its faults at once', () => {
    expect(told(broken(/"words":20(.*)\["s",1,12/, '"words":-1$1["s",7,"12"'))).toEqual([
      '2 bad-index: passages[2][1] points behind the last of 2',
      '2 wrong-type: passages[2][2] is not a number',
      '2 wrong-value: words is not a count',
      '2 bad-index: marks[0][2] points behind the last of 0',
    ]);
  });

  it('for what points into a list that is not there', () => {
    expect(told(broken(/"passages":.*$/, '"passages":0}'))).toEqual([
      '2 wrong-type: passages is not a list',
      '2 bad-index: marks[0][1] points behind the last of 0',
    ]);
    expect(told(broken('["(*)",2,4]', '["(*)",3,-1]'))).toEqual([
      '2 bad-index: marks[0][1] points behind the last of 3',
      '2 wrong-value: marks[0][2] is not a count',
    ]);
  });

  it('for a key twice as well as for its other faults', () => {
    expect(told(broken('"words":20', '"words":-1,"words":-1'))).toEqual([
      '2 duplicate-key: "words"',
      '2 wrong-value: words is not a count',
    ]);
  });

  it.each([100, 101])('for a hundred of its faults, and no more of them: %i', (count) => {
    expect(problems(broken('["(*)",2,4]', Array(count).fill('0').join(','))).length).toBe(100);
  });

  it('with a problem that holds no control sign and little of the file', () => {
    const line = broken('"words":20', `"words":20,"${'k'.repeat(500)}":1,"\\u001b[2J":2`);
    expect(() => parseManifest(line)).toThrow(ManifestError);
    try {
      parseManifest(line);
    } catch (error) {
      const details = error instanceof ManifestError ? error.problems.map((one) => one.detail) : [];
      expect(details).toEqual([`"${'k'.repeat(40)}"`, '"?[2J"']);
    }
  });
});

describe('lines are refused together', () => {
  const lines = (...records: Parameters<typeof serialiseRecord>[0][]) =>
    `${HEADER}\n${records.map(serialiseRecord).join('\n')}\n`;
  const stone = { kind: 'withdrawn', path: 'a.txt', day: '2025-03-01', reason: 'a name' } as const;

  it('when unsorted', () =>
    expect(told(lines(sample('b.txt'), sample('a.txt')))).toEqual(['3 unsorted: lines are sorted by path']));
  it('with their faults in the order of lines, whatever they are', () => {
    const dangling = { ...sample('b.txt'), supersedes: hash('x'), reason: 'r' };
    expect(problems(lines(sample('a.txt', 'a'), dangling, sample('a.txt', 'b')))).toEqual([
      '3 supersedes-unknown',
      '4 unsorted',
      '4 sealed-twice',
    ]);
  });
  it('with an error that says what is wrong with the first of them', () => {
    const refusal = () => parseManifest(lines(sample('c.txt'), sample('b.txt'), sample('a.txt')));
    expect(refusal).toThrow('line 3: unsorted: lines are sorted by path');
    expect(refusal).toThrow(expect.objectContaining({ name: 'ManifestError' }));
  });
  it('when one path is sealed twice', () =>
    expect(told(lines(sample('a.txt'), sample('a.txt', 'x')))).toEqual(['3 sealed-twice: as line 2']));
  it('when paths differ by case', () =>
    expect(told(lines(sample('A.txt'), sample('a.txt')))).toEqual(['3 path-twin: as line 2']));
  it('when paths differ by normal form', () =>
    expect(problems(lines(sample('e\u0301'), sample('é')))).toEqual(['3 path-twin']));
  it('when a line supersedes another path’s without a move', () => {
    const line = { ...sample('b.txt', 'x'), supersedes: sample('a.txt').sha256, reason: 'r' };
    expect(problems(lines(sample('a.txt'), line))).toEqual(['3 supersedes-unknown']);
  });
  it('when a line supersedes other contents than its path has', () => {
    const line = { ...sample('a.txt', 'x'), supersedes: hash('other'), reason: 'r' };
    expect(problems(lines(sample('a.txt'), line))).toEqual(['3 supersedes-unknown', '3 sealed-twice']);
  });
  it('when a line moves what was corrected before', () => {
    const better = { ...sample('a.txt', 'better'), supersedes: sample('a.txt').sha256, reason: 'r' };
    const moved = { ...sample('b.txt'), supersedes: sample('a.txt').sha256, moved: 'a.txt', reason: 'r' };
    expect(problems(lines(sample('a.txt'), better, moved))).toEqual(['4 supersedes-unknown']);
  });
  it('when a line supersedes what was withdrawn', () => {
    const line = { ...sample('a.txt', 'x'), supersedes: sample('a.txt').sha256, reason: 'r' };
    expect(problems(lines(stone, line))).toEqual(['3 supersedes-unknown']);
  });
  it.each([
    ['a path that is not sealed', 'z.txt', 'a.txt'],
    ['contents that are not sealed', 'a.txt', 'z.txt'],
  ])('when a line moves a text from %s', (_, moved, contents) => {
    const line = { ...sample('b.txt'), supersedes: sample('x', contents).sha256, moved, reason: 'r' };
    expect(told(lines(sample('a.txt', 'a.txt'), line))).toEqual([
      '3 supersedes-unknown: no line has what it supersedes',
    ]);
  });
  it('when a line moves a text to where it stands', () => {
    const line = { ...sample('a.txt', 'x'), supersedes: sample('a.txt').sha256, moved: 'a.txt', reason: 'r' };
    expect(problems(lines(sample('a.txt'), line))).toEqual(['3 supersedes-unknown', '3 sealed-twice']);
  });
  it('when two lines supersede one', () => {
    const move = (path: string) => ({
      ...sample(path),
      supersedes: sample('a.txt').sha256,
      moved: 'a.txt',
      reason: 'r',
    });
    expect(problems(lines(sample('a.txt'), move('b.txt'), move('c.txt')))).toEqual(['4 supersedes-unknown']);
  });
  it('when lines supersede each other', () => {
    const move = (path: string, moved: string) => ({
      ...sample(path),
      supersedes: sample(path).sha256,
      moved,
      reason: 'r',
    });
    expect(told(lines(move('a.txt', 'b.txt'), move('b.txt', 'a.txt')))).toEqual([
      '2 supersedes-itself: supersedes itself, through others',
      '3 supersedes-itself: supersedes itself, through others',
    ]);
  });

  it('but not when a text moves away and comes back', () => {
    const away = changed(amend(sealed('a.txt'), sample('b.txt', 'a.txt'), 'moved', 'a.txt'));
    const back = changed(amend(away, sample('a.txt', 'a.txt'), 'moved back', 'b.txt'));
    expect(problems(serialiseManifest(back))).toEqual([]);
    expect([...current(back).keys()]).toEqual(['a.txt']);
    const gone = changed(amend(back, sample('c.txt', 'a.txt'), 'moved again', 'a.txt'));
    expect(problems(serialiseManifest(gone))).toEqual([]);
    expect([...current(gone).keys()]).toEqual(['c.txt']);
    expect(history(gone, 'c.txt').map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'a.txt']);
  });
  it('nor when only the case of a path changes', () => {
    const moved = changed(amend(sealed('a.txt'), sample('A.txt', 'a.txt'), 'named anew', 'a.txt'));
    expect(problems(serialiseManifest(moved))).toEqual([]);
  });
  it('nor when a withdrawn path is sealed again', () =>
    expect(problems(lines(stone, stone, sample('a.txt')))).toEqual([]));
  it.each([
    ['day', { ...stone, day: 'soon' }, 'bad-date'],
    ['reason', { ...stone, reason: '' }, 'wrong-value'],
    ['path', { ...stone, path: '/a' }, 'unsafe-path'],
  ])('when a tombstone has no good %s', (_, record, code) => expect(problems(lines(record))).toEqual([`2 ${code}`]));
  it('when a tombstone keeps a digest', () => {
    expect(problems(`${HEADER}\n${serialiseRecord(stone).replace('}', `,"digest":"${hash('x')}"}`)}\n`)).toEqual([
      '2 unknown-field',
    ]);
  });
});
