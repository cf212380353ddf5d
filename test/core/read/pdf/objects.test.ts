/** Objects of the file as they stand in it, and the values they are written in (ISO 32000-1, 7.3 and 7.5). */
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileObjects } from '../../../../src/core/read/pdf/file-objects.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { parseValues, Values } from '../../../../src/core/read/pdf/values.ts';
import { buildPdf, lines } from './build.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const deflated = (text: string): string => String.fromCharCode(...zlibSync(bytesOf(text)));
const objectsOf = (...objects: readonly string[]): Promise<FileObjects> => FileObjects.of(bytesOf(objects.join('\n')));
const packed = (entries: string, content: string): string =>
  `9 0 obj <</Type/ObjStm${entries}/Length ${content.length}>> stream\n${content}\nendstream endobj`;

describe('the source of an object', () => {
  test.each<[what: string, file: readonly string[], source: string]>([
    ['up to its end', ['7 0 obj <</A 1>> endobj'], ' <</A 1>> '],
    ['up to its stream', ['7 0 obj <</A 1>> stream\nwords\nendstream'], ' <</A 1>> '],
    ['the last of its number', ['7 0 obj 1 endobj', '7 0 obj 2 endobj'], ' 2 '],
    ['longer than most', [`7 0 obj (${'a'.repeat(5_000)}) endobj`], ` (${'a'.repeat(5_000)}) `],
    ['without an end', ['7 0 obj <</A 1>>'], ''],
    ['that is missing', ['8 0 obj 1 endobj'], ''],
    ['that words only speak of', ['the 7th obj 1 endobj'], ''],
    ['in an object stream, with another behind it', [packed('/First 8', '7 0 8 3 <<>>\n1')], '<<>'],
    ['in an object stream, the last', [packed('/First 4', '7 0 <</A 1>>')], '<</A 1>>'],
    ['in an object stream that says not where they begin', [packed('', '7 0 <</A 1>>')], ''],
    [
      'in an object stream that is packed in a way of its own',
      [packed('/First 4/Filter/LZWDecode', '7 0 <</A 1>>')],
      '',
    ],
    ['in a file that is encrypted', ['7 0 obj 1 endobj', 'trailer <</Encrypt 8 0 R>>'], ''],
  ])('%s', async (_, file, source) => {
    expect((await objectsOf(...file)).source(7)).toBe(source);
  });
});

describe('the content of a stream', () => {
  const WORDS = 'many words';
  const ZIPPED = deflated(WORDS);

  test.each<[what: string, object: string, content: string | null]>([
    ['as it is', `<</Length 10>> stream\n${WORDS}\nendstream`, WORDS],
    ['behind a line end of two signs', `<</Length 10>> stream\r\n${WORDS}\nendstream`, WORDS],
    ['inflated', `<</Filter/FlateDecode/Length ${ZIPPED.length}>> stream\n${ZIPPED}\nendstream`, WORDS],
    ['of a length that is written wrong', `<</Filter/FlateDecode/Length 3>> stream\n${ZIPPED}\nendstream`, WORDS],
    ['of a length that is written elsewhere', `<</Length 8 0 R>> stream\n${WORDS}endstream`, WORDS],
    ['of no length and without an end', `<<>> stream\n${WORDS}`, WORDS],
    ['packed in another way', `<</Filter/ASCII85Decode/Length 10>> stream\n${WORDS}\nendstream`, null],
    ['that is not inflated by any means', '<</Filter/FlateDecode/Length 5>> stream\nwords\nendstream', null],
    ['that is none', '<</Length 10>> endobj', null],
  ])('%s', async (_, object, content) => {
    expect(await (await objectsOf(`7 0 obj ${object}`)).content(7)).toBe(content);
  });

  test('that is missing', async () => {
    expect(await (await objectsOf('8 0 obj 1 endobj')).content(7)).toBe(null);
  });

  test('that inflates beyond all measure is refused', async () => {
    const bomb = String.fromCharCode(...zlibSync(new Uint8Array(65 * 1024 * 1024), { level: 9 }));
    const objects = await objectsOf(`7 0 obj <</Filter/FlateDecode/Length ${bomb.length}>> stream\n${bomb}\nendstream`);
    await expect(objects.content(7)).rejects.toMatchObject({ name: 'Refusal', reason: 'too-large' });
  });
});

test('objects are referred to from the file and from object streams', async () => {
  const objects = await objectsOf(
    '7 0 obj <</ToUnicode 1 0 R/ToUnicode /None>> endobj',
    packed('/First 9/Filter/FlateDecode', deflated('5 0 6 20 <</ToUnicode 2 0 R>><</ToUnicode /None>>')),
  );
  expect([...objects.referredAs('/ToUnicode')]).toEqual([1, 2]);
});

describe('values', () => {
  test.each<[source: string, values: readonly unknown[]]>([
    ['12 /Name (a (b) \\) c) <6E 6F>', ['12', '/Name', '(a (b) \\) c)', '<6E 6F>']],
    ['[1 [2] 3 0 R]', [['1', ['2'], { object: 3 }]]],
    [
      '<</A 1/B<</C 2>>>>',
      [
        new Map<string, unknown>([
          ['A', '1'],
          ['B', new Map([['C', '2']])],
        ]),
      ],
    ],
    ['<</A 1 % /A 2\n/B>>', [new Map([['A', '1']])]],
    ['<<[1] 1 /A 2>>', [new Map([['A', '2']])]],
    [']>> 1', [']', '>>', '1']],
    ['(never ends', ['(never ends']],
    ['/A 0 R', []],
    ['', []],
  ])('%s', (source, values) => {
    expect(parseValues(source)).toEqual(values);
  });

  test('are followed through references, and not for ever', async () => {
    const values = new Values(
      await objectsOf('1 0 obj 2 0 R endobj', '2 0 obj [3 0 R] endobj', '4 0 obj 4 0 R endobj'),
    );
    expect(values.resolved({ object: 1 })).toEqual([{ object: 3 }]);
    expect(values.items({ object: 1 })).toEqual([{ object: 3 }]);
    expect(values.items({ object: 9 })).toEqual([{ object: 9 }]);
    expect(values.items(undefined)).toEqual([]);
    expect(values.resolved({ object: 9 })).toBe(null);
    expect(values.resolved({ object: 4 })).toEqual({ object: 4 });
    expect(values.dictionary({ object: 1 })).toEqual(new Map());
  });
});

describe('tables of letters', () => {
  test.each([
    ['whose ranges end with no string', '1 beginbfrange\n<61> 5 [<0062>]\nendbfrange'],
    ['of ranges that run backwards', '1 beginbfrange\n<FFFF> <0000> <0041>\nendbfrange'],
  ])('%s are read', async (_, ranges) => {
    const bytes = buildPdf({
      pages: [`${lines('I did not sign it.')} BT /F2 10 Tf (a) Tj ET`],
      fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 100 0 R>>' },
      objects: { 100: ['', ranges] },
    });
    expect((await readPdf(bytes)).blocks[0]?.text).toContain('I did not sign it.');
  });
});
