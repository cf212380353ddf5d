/** The articles that the configuration declares: a row each, with what is to be said of its quotations. */
import type { TextResult } from '../../core/judge/judgement.ts';
import type { ArticleDeclaration, Config } from '../../repository/config.ts';
import { readInRoot } from '../../repository/read-in-root.ts';
import { EXIT } from '../exit.ts';
import { judgeOne } from '../judge-articles.ts';
import type { ManifestShelf } from '../manifest-shelf.ts';
import { type QuoteSources, quoteSourcesOf, sourcesOf } from '../quote-sources.ts';
import { note, type Session, say } from '../session.ts';
import type { Settings } from '../settings.ts';
import type { SealedText } from '../shelf.ts';
import { declaredFiles } from './declared-files.ts';

/** One row for each article that is `wanted`, in the order of the configuration. */
export async function articleRows(
  root: string,
  config: Config,
  texts: ManifestShelf | null,
  wanted: (path: string) => boolean,
  { policy }: Settings,
  session: Session,
): Promise<readonly TextResult[]> {
  const rows: TextResult[] = [];
  for (const declaration of config.articles) {
    const paths = (await declaredFiles(root, declaration.article, session)).filter(wanted);
    if (paths.length === 0) continue;
    const sources = await sourcesFor(declaration, texts, session);
    for (const path of paths) {
      const article = { shown: path, bytes: async () => readInRoot(root, path) };
      const { pass, findings, quotations } = await judgeOne(article, sources, { policy, mode: 'against' }, session);
      rows.push({
        kind: 'article',
        text: path,
        pass,
        findings: [...findings, ...quotations.flatMap((one) => one.findings)],
      });
    }
  }
  return rows;
}

async function sourcesFor(
  { transcripts }: ArticleDeclaration,
  texts: ManifestShelf | null,
  session: Session,
): Promise<QuoteSources> {
  if (texts === null) return [];
  if (transcripts.length === 0) return quoteSourcesOf(texts, session);
  const named: SealedText[] = [];
  for (const path of transcripts) {
    const text = await texts.at(path.normalize('NFC'));
    if (text === null) {
      say(session, `${path}: an article names it as its transcript, and it is not sealed`);
      note(session, EXIT.notJudged);
    } else named.push(text);
  }
  return sourcesOf(named, session);
}
