/** What all stories of one document share: its body, notes, headers and footers are read with the same styles into one draft. */
import type { DocumentDraft } from '../office/document-draft.ts';
import type { Colour } from '../office/unseen.ts';
import type { ListLabels } from './numbering.ts';
import type { StyleSheet } from './styles.ts';
import type { Theme } from './theme.ts';

export interface Book {
  readonly styles: StyleSheet;
  readonly labels: ListLabels;
  readonly theme: Theme;
  readonly draft: DocumentDraft;
  /** Colour of the page. */
  page: Colour;
  /** Whether the page is painted in the colour the document gives. */
  readonly paintsPage: boolean;
  /** Notes in the order their marks are met: `footnote 2`. */
  readonly notes: Set<string>;
  /** Relationship ids of headers and footers in use. */
  readonly running: Set<string>;
  /** Names of the fields that name a person. */
  readonly people: Set<string>;
}
