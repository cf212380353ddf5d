/** Writers of word processors' formats. */
import { strToU8 } from 'fflate';
import { docxOf, paragraph, part, run } from '../read/docx/make.ts';
import { odtOf, span, style } from '../read/odt/make.ts';
import { escapeXml, type Way, type Ways, type Writer } from './writer.ts';

const formatted = (properties: string): Way => ({ mark: (word) => run(word, properties) });
const styledRun = (properties: string): Way => ({
  mark: (word) => run(word, '<w:rStyle w:val="X"/>'),
  needs: `<w:style w:type="character" w:styleId="X"><w:rPr>${properties}</w:rPr></w:style>`,
});
const inCode = (word: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run(word)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const inBox = (anchor: string, properties: string, word: string): string =>
  `<w:r><w:drawing><wp:anchor ${anchor}>${properties}<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(word))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
const fill = (inner: string): Way => formatted(`<w14:textFill>${inner}</w14:textFill>`);

const DOCX_HIDES: Ways = {
  vanish: formatted('<w:vanish/>'),
  'special vanish': formatted('<w:specVanish/>'),
  'a hidden style': styledRun('<w:vanish/>'),
  white: formatted('<w:color w:val="FFFFFF"/>'),
  'a white style': styledRun('<w:color w:val="FFFFFF"/>'),
  'black on black': formatted('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
  'the colour of the shading': formatted('<w:color w:val="336699"/><w:shd w:val="clear" w:fill="336699"/>'),
  'half a point': formatted('<w:sz w:val="1"/>'),
  narrowed: formatted('<w:w w:val="1"/>'),
  'pushed together': formatted('<w:spacing w:val="-400"/>'),
  'raised off the page': formatted('<w:position w:val="3000"/>'),
  'no fill': fill('<w14:noFill/>'),
  'a clear fill': fill(
    '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill>',
  ),
  'the instruction of a field': { mark: inCode },
  'a hidden text box': { mark: (word) => inBox('', '<wp:docPr id="1" name="x" hidden="1"/>', word) },
  'a text box of no size': { mark: (word) => inBox('', '<wp:extent cx="0" cy="0"/>', word) },
  'a text box off the page': {
    mark: (word) =>
      inBox('', '<wp:positionH relativeFrom="page"><wp:posOffset>-90000000</wp:posOffset></wp:positionH>', word),
  },
};

const change = (element: string, text: string, word: string): string =>
  `<w:${element} w:id="1"><w:r><w:${text} xml:space="preserve">${escapeXml(word)}</w:${text}></w:r></w:${element}>`;

export const DOCX: Writer = {
  format: 'docx',
  name: 'copy.docx',
  places: 'paragraphs',
  say: run,
  label: (words) => run(words, '<w:b/>'),
  write: (paragraphs, needs = '') =>
    docxOf(paragraphs.map((markup) => paragraph(markup)).join(''), { styles: part('styles', needs) }),
  hides: DOCX_HIDES,
  drops: {
    deleted: { mark: (word) => change('del', 'delText', word) },
    'moved away': { mark: (word) => change('moveFrom', 't', word) },
    'struck through': formatted('<w:strike/>'),
    'struck through twice': formatted('<w:dstrike/>'),
  },
};

const odtStyled = (properties: string): Way => ({
  mark: (word) => span(escapeXml(word)),
  needs: style('T', properties),
});
const framed = (attributes: string, needs = ''): Way => ({
  mark: (word) =>
    `<draw:frame ${attributes}><draw:text-box><text:p>${escapeXml(word)}</text:p></draw:text-box></draw:frame>`,
  needs,
});

const ODT_HIDES: Ways = {
  'not displayed': odtStyled('text:display="none"'),
  white: odtStyled('fo:color="#ffffff"'),
  'the colour of its ground': odtStyled('fo:color="#336699" fo:background-color="#336699"'),
  'half a point': odtStyled('fo:font-size="0.5pt"'),
  'one percent': odtStyled('fo:font-size="1%"'),
  narrowed: odtStyled('style:text-scale="1%"'),
  'pushed together': odtStyled('fo:letter-spacing="-20pt"'),
  'raised far': odtStyled('style:text-position="900% 100%"'),
  'raised to nothing': odtStyled('style:text-position="30% 1%"'),
  'an inherited style': {
    mark: (word) => span(escapeXml(word)),
    needs: style('P', 'text:display="none"') + style('T', '', 'style:family="text" style:parent-style-name="P"'),
  },
  'a hidden text field': {
    mark: (word) =>
      `<text:hidden-text text:condition="ooow:1" text:string-value="${escapeXml(word)}" text:is-hidden="true"/>`,
  },
  'a frame that is not displayed': framed('draw:display="none"'),
  'a frame of no size': framed('svg:width="0cm" svg:height="0cm"'),
  'a frame off the page': framed('svg:x="-90cm" svg:y="1cm"'),
};

export const ODT: Writer = {
  format: 'odt',
  name: 'copy.odt',
  places: 'paragraphs',
  say: escapeXml,
  write: (paragraphs, needs = '') => odtOf(paragraphs.map((markup) => `<text:p>${markup}</text:p>`).join(''), needs),
  hides: ODT_HIDES,
  drops: {
    'struck through': odtStyled('style:text-line-through-style="solid"'),
    'a comment': {
      mark: (word) => `<office:annotation><text:p>${escapeXml(word)}</text:p></office:annotation>`,
    },
  },
};

const escapeRtf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${(text.charCodeAt(i) << 16) >> 16}?`).join('');
const grouped = (controls: string, needs?: string): Way => ({
  mark: (word) => `{${controls} ${escapeRtf(word)}}`,
  ...(needs === undefined ? {} : { needs }),
});
const ofStyle = (controls: string): Way => grouped('\\cs9', `{\\stylesheet{\\*\\cs9 ${controls} Quiet;}}`);
const COLOURS = '{\\colortbl;\\red255\\green255\\blue255;\\red51\\green102\\blue153;}';
const shape = (properties: string): Way => ({
  mark: (word) => `{\\shp{\\*\\shpinst${properties}{\\shptxt \\pard ${escapeRtf(word)}\\par}}}`,
});

const RTF_HIDES: Ways = {
  hidden: grouped('\\v'),
  'special hidden': grouped('\\spv'),
  'a hidden style': ofStyle('\\v'),
  'a style based on a hidden one': grouped(
    '\\cs9',
    '{\\stylesheet{\\*\\cs8 \\v Quiet;}{\\*\\cs9 \\sbasedon8 Quieter;}}',
  ),
  'a tiny style': ofStyle('\\fs1'),
  'a white style': grouped('\\cs9', `${COLOURS}{\\stylesheet{\\*\\cs9 \\cf1 Quiet;}}`),
  white: grouped('\\cf1', COLOURS),
  'black on black': grouped(
    '\\cf0\\highlight3',
    '{\\colortbl;\\red9\\green9\\blue9;\\red8\\green8\\blue8;\\red0\\green0\\blue0;}',
  ),
  'the colour of its ground': grouped('\\cf2\\chcbpat2', COLOURS),
  'half a point': grouped('\\fs1'),
  narrowed: grouped('\\charscalex1'),
  'pushed together': grouped('\\expndtw-400'),
  'pushed together in quarter points': grouped('\\expnd-80'),
  'raised off the page': grouped('\\up3000'),
  'lowered off the page': grouped('\\dn3000'),
  'the instruction of a field': { mark: (word) => `{\\field{\\*\\fldinst ${escapeRtf(word)}}{\\fldrslt }}` },
  'a hidden shape': shape('{\\sp{\\sn fHidden}{\\sv 1}}'),
  'a shape of no size': shape('\\shpleft0\\shptop0\\shpright0\\shpbottom0'),
  'a shape off the page': shape('\\shpleft-90000\\shptop0\\shpright-80000\\shpbottom900'),
};

export const RTF: Writer = {
  format: 'rtf',
  name: 'copy.rtf',
  places: 'paragraphs',
  say: escapeRtf,
  label: (words) => `{\\b ${escapeRtf(words)}}`,
  write: (paragraphs, needs = '') =>
    strToU8(`{\\rtf1\\ansi ${needs}${paragraphs.map((markup) => `\\pard\\plain ${markup}\\par `).join('')}}`),
  hides: RTF_HIDES,
  drops: {
    deleted: grouped('\\deleted'),
    'struck through': grouped('\\strike'),
    'struck through twice': grouped('\\striked1'),
    'a comment': grouped('\\*\\annotation'),
    'a destination nobody knows': grouped('\\*\\nobodyknows'),
  },
};
