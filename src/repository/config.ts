/** `verbatim.config.json`: what a texts repository declares about itself, as values that were checked at the door. */
import { type Policy, STRICT } from '../core/judge/policy.ts';
import { type Conventions, NO_CONVENTIONS } from '../core/structure/transcript.ts';

export const CONFIG_NAME = 'verbatim.config.json';

/** A copy (or a glob of copies) and the sealed text it is held against; `null` for whichever sealed text is recognised. */
export interface CopyDeclaration {
  readonly copy: string;
  readonly transcript: string | null;
}

/** An article (or a glob of articles) and the transcripts it quotes; empty for all sealed texts. */
export interface ArticleDeclaration {
  readonly article: string;
  readonly transcripts: readonly string[];
}

export interface Config {
  /** Globs of the texts to seal. */
  readonly texts: readonly string[];
  readonly copies: readonly CopyDeclaration[];
  readonly articles: readonly ArticleDeclaration[];
  readonly policy: Policy;
  /** Selectors of boxes whose words are furniture. */
  readonly furniture: readonly string[];
  readonly conventions: Conventions;
  /** Who may sign the manifest: lines as of an allowed-signers file (ssh-keygen(1)). */
  readonly signers: readonly string[];
}

/** A repository that declares nothing. */
export const EMPTY_CONFIG: Config = {
  texts: [],
  copies: [],
  articles: [],
  policy: STRICT,
  furniture: [],
  conventions: NO_CONVENTIONS,
  signers: [],
};
