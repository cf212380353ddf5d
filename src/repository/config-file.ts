/** Finds and loads `verbatim.config.json`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import { CONFIG_NAME, type Config } from './config.ts';
import { parseConfig } from './config-parse.ts';
import { readFileOnce } from './read-file.ts';
import { RunError } from './run-error.ts';

/** A configuration and the absolute path of the folder it governs. */
export interface LoadedConfig {
  readonly config: Config;
  readonly root: string;
}

/** The nearest folder at or above `from` that holds a file called `name`; `null` when there is none. */
export function folderHolding(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** The nearest configuration at or above the folder `from`; `null` when there is none. */
export function findConfig(from: string): LoadedConfig | null {
  const root = folderHolding(CONFIG_NAME, from);
  return root === null ? null : { config: loadConfig(root), root };
}

/** The configuration in the folder `root`. */
function loadConfig(root: string): Config {
  return configFrom(configText(root), CONFIG_NAME);
}

/** The configuration in `text`; `shown` names it in messages. */
export function configFrom(text: string, shown: string): Config {
  const parsed = parseConfig(text);
  if ('config' in parsed) return parsed.config;
  const [first, ...rest] = parsed.faults;
  throw new RunError(`${shown}: ${first}`, ...rest.map((fault) => `${shown}: ${fault}`));
}

function configText(root: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileOnce(join(root, CONFIG_NAME)).bytes);
  } catch (error) {
    const why = error instanceof Refusal ? error.detail : 'it is not UTF-8';
    throw new RunError(`${CONFIG_NAME} cannot be read: ${why}`);
  }
}
