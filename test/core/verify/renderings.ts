/** Renders an interview in the formats a copy comes in: as the writers write them, and as PDF in several layouts. */
import { type Layout, typeset } from '../read/pdf/typeset.ts';
import { WRITERS, type Writer, written } from '../write/index.ts';
import { type Interview, linesOf, paragraphsOf, textParagraphs } from './interview.ts';

export interface Rendered {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In formats with pages: the one on which a word of a paragraph of speech begins. */
  readonly pageOf?: (paragraph: number, word: number) => number;
  /** How the writer's format says where a word stands. */
  readonly places?: Writer['places'];
}

const byWriter =
  (writer: Writer) =>
  (interview: Interview): Rendered => ({
    name: writer.name,
    bytes: written(writer, textParagraphs(interview)),
    places: writer.places,
  });

/** Layouts of a PDF: between them everything that its reader has to undo. */
export const LAYOUTS = {
  plain: { columns: 1, font: 'differences', spaces: 'drawn', with: new Set(['ligatures']) },
  columns: { columns: 2, font: 'composite', spaces: 'moved', with: new Set(['hyphens', 'heads']) },
  book: { columns: 1, font: 'mapped', spaces: 'justified', with: new Set(['hyphens', 'heads', 'indents']) },
  leaflet: { columns: 2, font: 'differences', spaces: 'justified', with: new Set(['hyphens', 'ligatures']) },
} as const satisfies Readonly<Record<string, Layout>>;

/** The words of the paragraphs, title and notice with them. */
export function wordsOf(interview: Interview): readonly (readonly { readonly text: string }[])[] {
  return linesOf(interview).map((line) => line.split(' ').map((text) => ({ text })));
}

const pdf =
  (layout: Layout) =>
  (interview: Interview): Rendered => {
    const { bytes, pageOf } = typeset(wordsOf(interview), layout);
    const labels = paragraphsOf(interview).map(({ label }) => label.split(' ').length - 1);
    return { name: 'copy.pdf', bytes, pageOf: (index, at) => pageOf(1 + index, (labels[index] ?? 0) + at) };
  };

/** By format. */
export const RENDERINGS: Readonly<Record<string, (interview: Interview) => Rendered>> = {
  ...Object.fromEntries(WRITERS.map((writer) => [writer.format, byWriter(writer)])),
  ...Object.fromEntries(Object.entries(LAYOUTS).map(([name, layout]) => [`pdf, ${name}`, pdf(layout)])),
};
