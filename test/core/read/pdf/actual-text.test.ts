/** What a page gives to those who copy its words or have them read aloud, where that is not what it shows (ISO 32000-1, 14.9.4). */
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, type Parts } from './build.ts';

type Means = Omit<Parts, 'pages'>;

/** The words on the page of which another text is given. */
async function doubted(content: string, means: Means = {}): Promise<readonly string[]> {
  const { blocks, caveats } = await readPdf(buildPdf({ ...means, pages: [content] }));
  expect(blocks.map(({ text }) => text)).toEqual(['I did not sign.']);
  return caveats
    .filter(({ detail }) => detail === 'ActualText')
    .map(({ at }) => blocks[at!.block]!.text.slice(at!.start, at!.end));
}

const span = (properties: string, before = ''): string =>
  `BT /F1 10 Tf 20 200 Td (I did ) Tj ${before} /Span ${properties} BDC (not) Tj EMC ( sign.) Tj ET`;
const named: Means = {
  resources: '/Properties<</P1<</ActualText(now)>>/P2 100 0 R>>',
  objects: { 100: '<</ActualText 101 0 R>>', 101: '(now)' },
};

describe('another text', () => {
  test.each<[what: string, content: string, means?: Means]>([
    ['in the content', span('<</ActualText (now)>>')],
    ['behind other properties with brackets in them', span('<</Lang(<<)/MCID 4/A[<</B<3C3C>>>]/ActualText(now)>>')],
    ['in UTF-16 of one order', span('<</ActualText(\\376\\377\\000n\\000o\\000w)>>')],
    ['in UTF-16 of the other order', span('<</ActualText<FFFE6E006F007700>>>')],
    ['in UTF-8', span('<</ActualText<EFBBBF6E6F77>>>')],
    ['in hexadecimal digits without a last one', span('<</ActualText<6E 6F 7>>>')],
    ['of escaped white space alone', span('<</ActualText(\\n\\r\\t\\b\\f)>>')],
    ['in the resources', span('/P1'), named],
    ['by two objects', span('/P2'), named],
    [
      'in resources of the pages around',
      span('/P2'),
      {
        ...named,
        objects: {
          ...named.objects,
          2: '<</Type/Pages/Count 1/Kids[10 0 R]/Resources<</Font<</F1 3 0 R>>/Properties<</P2 100 0 R>>>>>>',
          10: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents[11 0 R]>>',
        },
      },
    ],
    [
      'in contents that are kept as a list',
      span('<</ActualText(now)>>'),
      {
        objects: {
          10: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 100 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
          100: '[11 0 R]',
        },
      },
    ],
    ['behind a mark with too few operands, which is none', span('<</ActualText(now)>>', 'BDC /Span BDC BMC')],
    ['behind a mark with too many operands', span('<</ActualText(now)>>', '/A /B /P BMC EMC')],
    ['behind a mark whose tag is no name, which is none', span('<</ActualText(now)>>', 'true <</A null>> BDC EMC')],
    [
      'behind optional content, which has no turn',
      span('<</ActualText(now)>>', '/OC /L BDC EMC'),
      { resources: '/Properties<</L 100 0 R>>', objects: { 100: '<</Type/OCG/Name(layer)>>' } },
    ],
    [
      'behind an inline image that looks like a mark',
      span('<</ActualText(now)>>', 'BI /W 16 /H 1 /BPC 8 /CS /G ID /Span BMC (((( EI'),
    ],
    ['behind a sign of an inline image that is none', span('<</ActualText(now)>>', 'ID')],
    ['behind a comment that looks like a mark', span('<</ActualText(now)>>', '% /Span BMC (\n')],
    [
      'behind a form with marks of its own',
      span('<</ActualText(now)>>', '/X Do'),
      {
        resources: '/XObject<</X 100 0 R>>',
        objects: { 100: ['/Type/XObject/Subtype/Form/BBox[0 0 9 9]', '/P BMC EMC /P BMC EMC'] },
      },
    ],
    ['around another one', span('<</ActualText(now)>>', '/Span <</ActualText()>> BDC EMC')],
  ])('%s', async (_, content, means) => {
    expect(await doubted(content, means)).toEqual(['not']);
  });

  test('around marks that have none', async () => {
    const content =
      'BT /F1 10 Tf 20 200 Td /P BMC (I did ) Tj /Span <</ActualText(now)>> BDC /A BMC /B BMC (not) Tj EMC EMC EMC ( sign.) Tj EMC ET';
    expect(await doubted(content)).toEqual(['not']);
  });
});

describe('no other text', () => {
  test.each<[what: string, content: string, means?: Means]>([
    ['with a language between escapes', span('<</ActualText<FEFF001B0065006E001B006E006F0074>>>')],
    ['with escapes that stand for themselves', span('<</ActualText(\\not)>>').replace('\\not', 'n\\o\\164')],
    ['that is no text', span('<</ActualText/not>>')],
    ['that is a number', span('<</ActualText 12>>')],
    ['of a name that the resources do not have', span('/P9'), named],
    ['around nothing', span('<</MCID 4>>', '/Span <</ActualText(now)>> BDC EMC')],
    [
      'inside of an inline image that never ends',
      `BT /F1 10 Tf 20 200 Td (I did not sign.) Tj ET BI /W 1 /H 1 /BPC 8 /CS /G ID x /Span <</ActualText(now)>> BDC`,
    ],
  ])('%s', async (_, content, means) => {
    expect(await doubted(content, means)).toEqual([]);
  });

  test('in letters that latin-1 has not', async () => {
    const { blocks, caveats } = await readPdf(
      buildPdf({
        pages: ['BT /F1 10 Tf 20 200 Td /Span <</ActualText(\\223nd \\235el)>> BDC (find \\232el) Tj EMC ET'],
      }),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['find šel']);
    expect(caveats).toEqual([]);
  });
});

test('property lists within property lists beyond all measure are refused', async () => {
  const deep = `<</A ${'['.repeat(200)}${']'.repeat(200)}/ActualText(now)>>`;
  await expect(doubted(span(deep))).rejects.toMatchObject({ name: 'Refusal', reason: 'too-deep' });
});
