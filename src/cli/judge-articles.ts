/** What `verbatim quotes` does: gathers the transcripts, judges each article's quotations, reports. */
import { dirname } from 'node:path';
import { articleText, coverageOf, judgeArticle, type QuoteOptions } from '../core/quote/index.ts';
import type { ArticleResult } from '../core/quote/quotes-report.ts';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import { type ArticleText, writeQuotes } from '../core/report/index.ts';
import { loadManifest } from '../repository/manifest-file.ts';
import { shownPath } from '../repository/paths.ts';
import type { FileBytes } from '../repository/read-file.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { emit } from './emit.ts';
import { exitOfRow } from './emit-report.ts';
import { readBytes } from './input.ts';
import { lookFor } from './look.ts';
import { ManifestShelf } from './manifest-shelf.ts';
import { judgeAgainstMany } from './many-transcripts.ts';
import { neededManifest } from './needed-manifest.ts';
import type { PolicyOptions } from './policy-options.ts';
import { type QuoteSources, quoteSourcesOf, sourcesOf } from './quote-sources.ts';
import { refusedFinding, refusedLine } from './refused.ts';
import type { ReportOptions } from './report-options.ts';
import { sealedFiles } from './sealed-files.ts';
import { note, type Session, say } from './session.ts';
import { type Settings, settingsFor } from './settings.ts';
import { version } from './version.ts';

/** What the command line says about judging quotations. */
export interface QuotesOptions extends PolicyOptions, ReportOptions {
  readonly against?: readonly string[];
  readonly within?: true;
  readonly manifest?: string;
}

/** An article: its name in reports, and how to get its bytes. */
export interface Article {
  readonly shown: string;
  /** Throws `Refusal`. */
  readonly bytes: () => Promise<FileBytes>;
}

/** A row of the report, which can show the article as it reads. */
export interface JudgedArticle extends ArticleResult {
  readonly text?: () => ArticleText;
}

/** Judges the quotations of the articles in `names` and writes the report. */
export async function judgeArticles(names: readonly string[], options: QuotesOptions, session: Session): Promise<void> {
  const { sources, settings } = await prepare(options, session);
  const mode = options.within === true ? 'within' : 'against';
  const articles: ArticleResult[] = [];
  const texts: (ArticleText | null)[] = [];
  for (const name of names) {
    const article = { shown: shownPath(name, session.cwd), bytes: () => readBytes(name, session) };
    const { text, ...row } = await judgeOne(article, sources, { policy: settings.policy, mode }, session);
    articles.push(row);
    if (options.format === 'html') texts.push(text?.() ?? null);
  }
  for (const row of articles) note(session, exitOfRow(row));
  const surroundings = { look: await lookFor(options, session), version: version(), articles: texts };
  const text = writeQuotes({ articles }, options.format, surroundings);
  emit(text, options.output, [...names, ...(options.against ?? [])], session);
}

async function prepare(
  options: QuotesOptions,
  session: Session,
): Promise<{ readonly sources: QuoteSources; readonly settings: Settings }> {
  const { against = [] } = options;
  if (options.within === true) {
    if (against.length > 0) throw new RunError('--within needs no transcript: leave out --against');
    return { sources: [], settings: settingsFor(session.cwd, [], options) };
  }
  if (against.length > 0) {
    const settings = settingsFor(session.cwd, against, options);
    return { settings, sources: sourcesOf(await sealedFiles(against, settings, session), session) };
  }
  const file = neededManifest(options.manifest, session);
  const settings = settingsFor(session.cwd, [dirname(file.path)], options);
  const shelf = new ManifestShelf(loadManifest(file), file.root, settings, null, session);
  return { settings, sources: await quoteSourcesOf(shelf, session) };
}

/** Judges one article. One that cannot be read has its row too. */
export async function judgeOne(
  article: Article,
  sources: QuoteSources,
  options: QuoteOptions,
  session: Session,
): Promise<JudgedArticle> {
  try {
    const { bytes } = await article.bytes();
    const document = await read(bytes, { name: article.shown });
    const judged =
      'count' in sources
        ? await judgeAgainstMany(document, article.shown, sources, options)
        : judgeArticle(document, article.shown, sources, options);
    return { ...judged, text: () => articleText(document) };
  } catch (error) {
    const refusal = expected(error, Refusal);
    say(session, refusedLine(article.shown, refusal));
    const findings = [refusedFinding(refusal)];
    return { article: article.shown, pass: false, quotations: [], findings, coverage: coverageOf([]) };
  }
}
