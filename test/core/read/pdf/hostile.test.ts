/** Documents that are made to cost time and memory, to lead the reader astray, or that are written badly. */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, lines, type Parts } from './build.ts';

type Means = Omit<Parts, 'pages'>;

async function read(content: string, means: Means = {}): Promise<Document> {
  return readPdf(buildPdf({ ...means, pages: [content] }));
}
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const form = (resources: string): string => `/Type/XObject/Subtype/Form/BBox[0 0 400 400]${resources}`;
const refusal = (reason: string): object => ({ name: 'Refusal', reason });

describe('too deep', () => {
  const NOT = 'BT /F1 10 Tf 41.7 360 Td (not) Tj ET';

  test.each<[what: string, content: string, means?: Means]>([
    ['states saved within states, of which the last would be forgotten', `${'q '.repeat(10_000)} 3 Tr q Q ${NOT}`],
    [
      'marked content within marked content, of which the last is switched off',
      `${'/P BMC '.repeat(10_000)} /OC /L BDC ${NOT} EMC`,
      {
        resources: '/Properties<</L 100 0 R>>',
        catalog: '/OCProperties<</OCGs[100 0 R]/D<</OFF[100 0 R]>>>>',
        objects: { 100: '<</Type/OCG/Name(layer)>>' },
      },
    ],
    [
      'forms within forms',
      '/X Do',
      {
        resources: '/XObject<</X 100 0 R>>',
        objects: Object.fromEntries(
          Array.from({ length: 120 }, (_, i) => [
            100 + i,
            [form(`/Resources<</XObject<</X ${101 + i} 0 R>>>>`), '/X Do'],
          ]),
        ),
      },
    ],
    [
      'fonts within fonts',
      '',
      {
        resources: '/A 1',
        fonts: { F2: '100 0 R' },
        objects: Object.fromEntries(
          Array.from({ length: 120 }, (_, i) => [
            100 + i,
            `<</Type/Font/Subtype/Type3/CharProcs<<>>/Resources<</Font<</F ${101 + i} 0 R>>>>>>`,
          ]),
        ),
      },
    ],
    ['values within values', '', { page: `/Junk ${'['.repeat(200)}${']'.repeat(200)}` }],
  ])('%s', async (_, content, means) => {
    await expect(read(`${lines('I did sign it.')} ${content}`, means)).rejects.toMatchObject(refusal('too-deep'));
  });
});

describe('too large', () => {
  const appearance = (content: string): [string, string] => [
    form('/Resources<</Font<</F1 3 0 R>>/XObject<</X 102 0 R>>>>'),
    content,
  ];
  const stamps = (count: number, content: string): Means => ({
    page: `/Annots[${'101 0 R '.repeat(count)}]`,
    objects: { 100: appearance(content), 101: '<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 100 0 R>>>>' },
  });

  test.each<[what: string, content: string, means?: Means]>([
    ['letters of one page', `BT /F1 10 Tf 20 200 Td (${'a'.repeat(300_001)}) Tj ET`],
    ['annotations with words', lines('I did not sign it.'), stamps(301, 'BT /F1 9 Tf 1 3 Td (no) Tj ET')],
    [
      'pages',
      lines('I did not sign it.'),
      { objects: { 2: `<</Type/Pages/Count 5001/Kids[${'10 0 R '.repeat(5_001)}]>>` } },
    ],
  ])('%s', async (_, content, means) => {
    await expect(read(content, means)).rejects.toMatchObject(refusal('too-large'));
  });

  test('what many pages draw together, though none of them draws too much', async () => {
    const drawn = stamps(1, '/X Do '.repeat(19));
    const objects = { ...drawn.objects, 102: [form(''), `%${'x'.repeat(100_000)}\n`] as const };
    const pages = Array.from({ length: 20 }, () => lines('I did not sign it.'));
    const bytes = buildPdf({ ...drawn, objects, pages });
    await expect(readPdf(bytes)).rejects.toMatchObject(refusal('too-large'));
  });

  const WEIGHED = 'page 1: too many shapes to weigh them all';

  test.each<[what: string, content: string]>([
    ['shapes', '300 10 2 2 re f '.repeat(50_001)],
    ['pieces of a shape', `${'300 10 m 301 11 l '.repeat(5_001)} f`],
    ['pieces of a clip', `q ${'300 10 m 301 11 l '.repeat(5_001)} 0 0 400 400 re W n 300 10 2 2 re f Q`],
  ])('%s: it is said that not all was weighed', async (_, content) => {
    const { caveats } = await read(`${lines('I did not sign it.')} ${content}`);
    expect(caveats.filter(({ kind }) => kind === 'covered').map(({ detail }) => detail)).toEqual([WEIGHED]);
  });
});

describe('badly written', () => {
  test.each<[what: string, means: Means]>([
    [
      'contents that are no stream',
      { objects: { 12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents(words)/Resources<</XObject<<>>>>>>' } },
    ],
    ['no contents', { objects: { 12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>' } }],
    [
      'contents that are missing',
      { objects: { 12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 99 0 R/Resources<</XObject<<>>>>>>' } },
    ],
    [
      'an annotation without an appearance',
      {
        objects: {
          12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[100 0 R]>>',
          100: '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>',
        },
      },
    ],
    [
      'resources that are a text',
      { objects: { 12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources(words)>>' } },
    ],
  ])('a second page with %s', async (_, means) => {
    const bytes = buildPdf({ ...means, pages: [lines('I did not sign it.'), ''] });
    expect(seen(await readPdf(bytes))).toEqual(['I did not sign it.']);
  });

  test('a page that is no object of its own', async () => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 11 0 R/Resources<</Font<</F1 3 0 R>>>>>>`;
    const objects = { 2: `<</Type/Pages/Count 1/Kids[${page}]>>` };
    await expect(read(lines('I did not sign it.'), { objects })).rejects.toMatchObject(refusal('damaged'));
  });

  test('a page larger than numbers can tell apart', async () => {
    const far = `1${'0'.repeat(25)}`;
    const content = `BT /F1 10 Tf 20 360 Td (Here.) Tj 1 0 0 1 ${far} 20 Tm (There.) Tj ET`;
    const { blocks } = await read(content, { page: `/MediaBox[0 0 2${'0'.repeat(25)} 400]` });
    expect(blocks[0]?.text).toContain('Here.');
  });
});
