/**
 * What a configuration lets through that an older one does not. A pull request is judged by the configuration of its base;
 * this names what it would loosen for the next one.
 */
import type { Config } from './config.ts';

/** One line for each loosening, naming its field. */
export function loosenings(base: Config, head: Config): readonly string[] {
  return [
    ...added('allow', base.policy.allow, head.policy.allow),
    ...added('furniture', base.furniture, head.furniture),
    ...added('marks', base.conventions.marks, head.conventions.marks),
    ...added('labels', base.conventions.labels, head.conventions.labels),
    ...added('aliases', aliases(base), aliases(head)),
    ...added('signers', base.signers, head.signers),
    ...removed('deny', base.policy.deny, head.policy.deny),
    ...removed('texts', base.texts.filter(isWanted), head.texts),
    ...added(
      'texts',
      base.texts,
      head.texts.filter((glob) => !isWanted(glob)),
    ),
    ...removed('copies', copies(base), copies(head)),
    ...removed('articles', articles(base), articles(head)),
  ];
}

function isWanted(glob: string): boolean {
  return !glob.startsWith('!');
}

function aliases({ conventions }: Config): readonly string[] {
  return [...conventions.aliases].flatMap(([name, others]) => others.map((other) => `${name} = ${other}`));
}

function copies(config: Config): readonly string[] {
  return config.copies.map(({ copy, transcript }) => (transcript === null ? copy : `${copy} (${transcript})`));
}

function articles(config: Config): readonly string[] {
  return config.articles.map(({ article, transcripts }) =>
    transcripts.length === 0 ? article : `${article} (${transcripts.join(', ')})`,
  );
}

function added(field: string, base: Iterable<string>, head: Iterable<string>): readonly string[] {
  const known = new Set(base);
  return [...head].filter((value) => !known.has(value)).map((value) => `${field}: “${value}” is added`);
}

function removed(field: string, base: Iterable<string>, head: Iterable<string>): readonly string[] {
  const kept = new Set(head);
  return [...base].filter((value) => !kept.has(value)).map((value) => `${field}: “${value}” is taken out`);
}

/**
 * The configuration a pull request is judged by: the base's, with what the head adds to be looked at. What the head would
 * let through is not taken from it.
 */
export function governing(base: Config, head: Config): Config {
  const texts = [...new Set([...base.texts, ...head.texts.filter(isWanted)])];
  return {
    ...base,
    texts,
    copies: union(base.copies, head.copies, ({ copy, transcript }) => `${copy}\n${transcript}`),
    articles: union(base.articles, head.articles, ({ article, transcripts }) => [article, ...transcripts].join('\n')),
    policy: { allow: base.policy.allow, deny: new Set([...base.policy.deny, ...head.policy.deny]) },
  };
}

function union<T>(base: readonly T[], head: readonly T[], key: (item: T) => string): readonly T[] {
  const known = new Set(base.map(key));
  return [...base, ...head.filter((item) => !known.has(key(item)))];
}
