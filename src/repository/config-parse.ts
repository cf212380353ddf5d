/**
 * The strict reader of `verbatim.config.json`: it reports every field that is wrong, not just the first, each with its path
 * (`copies[2].transcript`), so that one look mends the file.
 */
import { type FindingCode, isFindingCode } from '../core/judge/codes.ts';
import type { Verdict } from '../core/judge/verdict.ts';
import { duplicateKey } from '../core/seal/json-keys.ts';
import { pathProblem } from '../core/seal/path.ts';
import type { ArticleDeclaration, Config, CopyDeclaration } from './config.ts';
import { faultyLine } from './json-fault.ts';
import { allowProblem, denyProblem, isVerdict } from './policy-names.ts';
import { didYouMean } from './suggest.ts';

/** The configuration in `text`, or every fault found in it. */
export type ParsedConfig = { readonly config: Config } | { readonly faults: readonly [string, ...string[]] };

const FIELDS = [
  '$schema',
  'texts',
  'copies',
  'articles',
  'allow',
  'deny',
  'furniture',
  'marks',
  'labels',
  'aliases',
  'signers',
] as const;

type Fields = ReadonlyMap<string, unknown>;

/** Parses the text of a configuration file. */
export function parseConfig(text: string): ParsedConfig {
  const faults: string[] = [];
  const config = readConfig(text, (path, problem) => faults.push(path === '' ? problem : `${path}: ${problem}`));
  const [first, ...rest] = faults;
  if (first !== undefined) return { faults: [first, ...rest] };
  return config === null ? { faults: ['it is not a JSON object'] } : { config };
}

type Fault = (path: string, problem: string) => void;

function readConfig(text: string, fault: Fault): Config | null {
  const fields = fieldsOf(parseJson(text, fault), '', FIELDS, fault);
  if (fields === null) return null;
  return {
    texts: globs(fields.get('texts'), 'texts', fault),
    copies: list(fields.get('copies'), 'copies', fault, copyOf),
    articles: list(fields.get('articles'), 'articles', fault, articleOf),
    policy: {
      allow: new Set(list(fields.get('allow'), 'allow', fault, allowedName)),
      deny: new Set(list(fields.get('deny'), 'deny', fault, deniedCode)),
    },
    furniture: strings(fields.get('furniture'), 'furniture', fault),
    conventions: {
      labels: strings(fields.get('labels'), 'labels', fault),
      marks: strings(fields.get('marks'), 'marks', fault),
      aliases: aliasesOf(fields.get('aliases'), fault),
    },
    signers: strings(fields.get('signers'), 'signers', fault),
  };
}

function parseJson(text: string, fault: Fault): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const line = faultyLine(json);
  if (line !== null) {
    fault('', `it is not JSON (line ${line})`);
    return null;
  }
  const twice = duplicateKey(json);
  if (twice !== null) fault(twice, 'is there twice');
  return JSON.parse(json);
}

function fieldsOf(value: unknown, path: string, known: readonly string[], fault: Fault): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (path !== '') fault(path, 'must be an object');
    return null;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const name of fields.keys()) {
    if (!known.includes(name)) fault(join(path, name), `is not known${didYouMean(name, known)}`);
  }
  return fields;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

type ReadItem<T> = (value: unknown, path: string, fault: Fault) => T | null;

function list<T>(value: unknown, path: string, fault: Fault, item: ReadItem<T>): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    fault(path, 'must be a list');
    return [];
  }
  const items = value.map((one: unknown, i) => item(one, `${path}[${i}]`, fault));
  return items.filter((one) => one !== null);
}

function string(value: unknown, path: string, fault: Fault): string | null {
  if (typeof value === 'string' && value.trim() !== '') return value;
  fault(path, 'must be a text that is not empty');
  return null;
}

function strings(value: unknown, path: string, fault: Fault): readonly string[] {
  return list(value, path, fault, string);
}

function globs(value: unknown, path: string, fault: Fault): readonly string[] {
  return list(value, path, fault, relativePath);
}

/** A path or glob below the repository's root; a leading `!` leaves out. */
function relativePath(value: unknown, path: string, fault: Fault): string | null {
  const given = string(value, path, fault);
  if (given === null) return null;
  const [sign, glob] = given.startsWith('!') ? ['!', given.slice(1)] : ['', given];
  const plain = glob.replace(/^\.\//, '');
  if (pathProblem(plain) === null) return `${sign}${plain}`;
  fault(path, 'must be a path below this file, with “/” between its parts');
  return null;
}

function copyOf(value: unknown, path: string, fault: Fault): CopyDeclaration | null {
  if (typeof value === 'string') return withCopy(relativePath(value, path, fault), null);
  const fields = fieldsOf(value, path, ['copy', 'transcript'], fault);
  if (fields === null) return null;
  const transcript = fields.get('transcript');
  const named = transcript === undefined ? null : relativePath(transcript, `${path}.transcript`, fault);
  return withCopy(relativePath(fields.get('copy'), `${path}.copy`, fault), named);
}

function withCopy(copy: string | null, transcript: string | null): CopyDeclaration | null {
  return copy === null ? null : { copy, transcript };
}

function articleOf(value: unknown, path: string, fault: Fault): ArticleDeclaration | null {
  if (typeof value === 'string') return withArticle(relativePath(value, path, fault), []);
  const fields = fieldsOf(value, path, ['article', 'transcripts'], fault);
  if (fields === null) return null;
  const transcripts = globs(fields.get('transcripts'), `${path}.transcripts`, fault);
  return withArticle(relativePath(fields.get('article'), `${path}.article`, fault), transcripts);
}

function withArticle(article: string | null, transcripts: readonly string[]): ArticleDeclaration | null {
  return article === null ? null : { article, transcripts };
}

function allowedName(value: unknown, path: string, fault: Fault): Verdict | FindingCode | null {
  const name = string(value, path, fault);
  if (name === null) return null;
  const problem = allowProblem(name);
  if (problem !== null) fault(path, problem);
  return isVerdict(name) || isFindingCode(name) ? name : null;
}

function deniedCode(value: unknown, path: string, fault: Fault): FindingCode | null {
  const name = string(value, path, fault);
  if (name === null) return null;
  if (isFindingCode(name)) return name;
  fault(path, denyProblem(name));
  return null;
}

function aliasesOf(value: unknown, fault: Fault): ReadonlyMap<string, readonly string[]> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault('aliases', 'must be an object: the transcript’s name, and a list of other names');
    return new Map();
  }
  return new Map(Object.entries(value).map(([name, names]) => [name, strings(names, `aliases.${name}`, fault)]));
}
