/** Conventions of saying who speaks: each in every format that has it, and the same conversation each time. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/core/read/document.ts';
import { read } from '../../../src/core/read/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { docxOf, paragraph, run } from '../read/docx/make.ts';
import { odtOf } from '../read/odt/make.ts';
import { judged, readString } from '../verify/support.ts';
import { WRITERS, written } from '../write/index.ts';
import { DOCX, ODT, RTF } from '../write/office.ts';
import { EPUB, HTML, MHTML } from '../write/pages.ts';

const TURNS = [
  ['Did you sign the paper that day?', 'I did not sign it. Nobody asked me to.'],
  ['And who read it aloud to you?', 'Nobody did, and I never saw it again.'],
].flat();

/** The turns as paragraphs, behind these two labels by turns. */
const labelled = (asks: string, answers: string) =>
  TURNS.map((text, i) => ({ label: i % 2 === 0 ? asks : answers, text }));

const told = (document: Document) => {
  const { speakers, passages, witness } = structure(document);
  return {
    speakers: speakers.map(({ name }) => name),
    words: passages.map(({ from, to }) => witness.tokens.slice(from, to).join(' ')),
  };
};

const WORDS = told(await readString(TURNS.join('\n\n'))).words;

describe.each([
  ['names', 'Ida Brandt: ', 'Tom Vale: '],
  ['names in capitals', 'IDA BRANDT: ', 'TOM VALE: '],
  ['titles and capitals, as parliaments print them', 'The CHAIR: ', 'Mr. SMITH: '],
  ['a member and the constituency', 'Ms Brandt (Leeds): ', 'Mr Vale (York): '],
  ['single letters', 'Q: ', 'A: '],
])('%s', (_, asks, answers) => {
  it.each(WRITERS.map((writer) => [writer.format, writer] as const))('in %s', async (_format, writer) => {
    const document = await read(written(writer, labelled(asks, answers)), { name: writer.name });
    const { speakers, words } = told(document);
    expect(speakers.map((name) => `${name}: `)).toEqual([asks, answers]);
    // Cues divide the turns, and a page has furniture around them.
    expect(words.join(' ')).toContain(WORDS.join(' '));
    const sealed = labelled(asks, answers).map(({ label, text }) => label + text);
    const judgement = judged(structure(await readString(sealed.join('\n\n'))), document);
    expect(judgement.findings.filter(({ level }) => level === 'fail')).toEqual([]);
  });
});

const NAMES = ['Ida Brandt', 'Tom Vale'] as const;
const nameOf = (i: number): string => NAMES[i % 2] ?? '';
const each = (turn: (name: string, text: string, i: number) => string): string =>
  TURNS.map((text, i) => turn(nameOf(i), text, i)).join('\n');

/** A format, a file's name in it, and the file. */
type Named = readonly [format: string, name: string, file: Uint8Array];

/** A page with this body in the formats that carry pages. */
const pages = (body: string): Named[] =>
  [HTML, MHTML, EPUB].map((writer) => {
    // The writer's own paragraph and title are not wanted here; the body closes them and stands by itself.
    const bytes = writer.write([`Talk</h1>${body}<h1 hidden="hidden">`]);
    return [writer.format, writer.name, bytes];
  });

const tei = (body: string, people = '') =>
  new TextEncoder().encode(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${people}</teiHeader><text><body>${body}</body></text></TEI>`,
  );
const PEOPLE = NAMES.map((name, i) => `<person xml:id="p${i}"><persName>${name}</persName></person>`).join('');
const article = (body: string) =>
  new TextEncoder().encode(`<article xmlns="http://docbook.org/ns/docbook"><title>Talk</title>${body}</article>`);
const bytes = (text: string) => new TextEncoder().encode(text);

const odtTable = `<table:table>${each((name, text) => `<table:table-row><table:table-cell><text:p>${name}</text:p></table:table-cell><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`)}</table:table>`;
const docxTable = `<w:tbl>${each((name, text) => `<w:tr><w:tc>${paragraph(run(name))}</w:tc><w:tc>${paragraph(run(text))}</w:tc></w:tr>`)}</w:tbl>`;
const rtfTable = each((name, text) => `\\trowd\\cellx2000\\cellx9000\\intbl ${name}\\cell ${text}\\cell\\row`);
const clock = (i: number): string => `00:00:0${2 * i}.000 --> 00:00:0${2 * i + 1}.000`;

const NATIVE: readonly (readonly [string, readonly Named[]])[] = [
  ['a list of terms', pages(`<dl>${each((name, text) => `<dt>${name}</dt><dd>${text}</dd>`)}</dl>`)],
  [
    'a table with a column of speakers',
    [
      ...pages(`<table>${each((name, text) => `<tr><td>${name}</td><td>${text}</td></tr>`)}</table>`),
      ['markdown', 'a.md', bytes(`| Who | What |\n|---|---|\n${each((name, text) => `| ${name} | ${text} |`)}\n`)],
      [DOCX.format, DOCX.name, docxOf(docxTable)],
      [ODT.format, ODT.name, odtOf(odtTable)],
      [RTF.format, RTF.name, bytes(`{\\rtf1\\ansi ${rtfTable}\\pard\\par}`)],
      [
        'tei',
        'a.xml',
        tei(`<table>${each((name, text) => `<row><cell>${name}</cell><cell>${text}</cell></row>`)}</table>`),
      ],
      [
        'docbook',
        'a.xml',
        article(
          `<informaltable><tgroup cols="2"><tbody>${each((name, text) => `<row><entry>${name}</entry><entry>${text}</entry></row>`)}</tbody></tgroup></informaltable>`,
        ),
      ],
    ],
  ],
  [
    'what the format has for it',
    [
      [
        'tei, u',
        'a.xml',
        tei(
          each((_name, text, i) => `<u who="#p${i % 2}">${text}</u>`),
          PEOPLE,
        ),
      ],
      ['tei, sp', 'a.xml', tei(each((name, text) => `<sp><speaker>${name}</speaker><p>${text}</p></sp>`))],
      [
        'docbook, dialogue',
        'a.xml',
        article(
          each(
            (name, text) =>
              `<dialogue><linegroup><speaker>${name}</speaker><line>${text}</line></linegroup></dialogue>`,
          ),
        ),
      ],
      ['webvtt, voices', 'a.vtt', bytes(`WEBVTT\n\n${each((name, text, i) => `${clock(i)}\n<v ${name}>${text}\n`)}`)],
    ],
  ],
];

describe.each(NATIVE)('%s', (_, documents) => {
  it.each(documents)('in %s', async (_format, name, file) => {
    const document = await read(file, { name });
    const { speakers, words } = told(document);
    expect(speakers).toEqual([...NAMES]);
    for (const turn of WORDS) expect(words).toContain(turn);
    const sealed = each((speaker, text) => `${speaker}: ${text}\n`);
    const judgement = judged(structure(await readString(sealed)), document);
    expect(judgement.findings.filter(({ level }) => level === 'fail')).toEqual([]);
  });
});
