/**
 * Asks git about the repository: always the program itself with a list of arguments, never a shell, and always so that a
 * revision or path that begins with a dash stays a revision or a path.
 */
import { execFile } from 'node:child_process';
import { RunError } from './run-error.ts';

/** Bytes of one answer; the manifest of a hundred thousand texts fits. */
const MAX_ANSWER = 1024 * 1024 * 1024;

/** What git said: its output, or why it did not answer. */
type Answer = { readonly output: Buffer } | { readonly failed: string };

/** Kept out of git's sight: settings from the environment that would point it at another repository. */
const WITHHELD = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_EXTERNAL_DIFF',
  'GIT_PAGER',
];

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  for (const name of WITHHELD) delete env[name];
  return env;
}

function git(root: string, args: readonly string[]): Promise<Answer> {
  const safe = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args];
  const options = { cwd: root, encoding: 'buffer', maxBuffer: MAX_ANSWER, env: environment() } as const;
  return new Promise((done) => {
    execFile('git', safe, options, (error, output, problem) => {
      if (error === null) done({ output });
      else done({ failed: error.code === 'ENOENT' ? 'git is not installed' : problem.toString('utf8').trim() });
    });
  });
}

async function answer(root: string, args: readonly string[]): Promise<string | null> {
  const said = await git(root, args);
  return 'output' in said ? said.output.toString('utf8').trimEnd() : null;
}

/** The commit that `revision` names, as git writes it. Throws when it is not in this clone, and says how to get it. */
export async function commitOf(root: string, revision: string): Promise<string> {
  const said = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if ('output' in said) return said.output.toString('utf8').trim();
  if (said.failed === 'git is not installed') throw new RunError('--base needs git, which is not installed');
  await assertRepository(root);
  const shallow = (await answer(root, ['rev-parse', '--is-shallow-repository'])) === 'true';
  const remedy = shallow
    ? 'this clone is shallow: fetch the base first, for example with “git fetch --depth=1 origin BRANCH”'
    : 'check the name, or fetch it with “git fetch origin BRANCH”';
  throw new RunError(`the base “${revision}” is not in this clone: ${remedy}`);
}

/** In a container the files often belong to somebody else, and git then refuses to look at them. */
async function assertRepository(root: string): Promise<void> {
  const said = await git(root, ['rev-parse', '--is-inside-work-tree']);
  if ('output' in said) return;
  throw new RunError(
    said.failed.includes('dubious ownership')
      ? '--base: git does not trust this folder, which belongs to another user: add it to git’s safe.directory setting'
      : '--base needs a git repository, and this folder is in none',
  );
}

/** The best common ancestor of `commit` and the checked-out commit; `null` when the clone is too shallow to have it. */
export async function mergeBase(root: string, commit: string): Promise<string | null> {
  const found = await answer(root, ['merge-base', '--end-of-options', commit, 'HEAD']);
  return found === null || found === '' ? null : found;
}

/** The bytes of `path` (below `root`) in `commit`; `null` when the commit has no such file. */
export async function fileAt(root: string, commit: string, path: string): Promise<Uint8Array | null> {
  const said = await git(root, ['cat-file', 'blob', '--end-of-options', `${commit}:./${path}`]);
  return 'output' in said ? said.output : null;
}

/** Paths below `root` that differ between `commit` and the files at hand, those that git does not yet track included. */
export async function changedSince(root: string, commit: string): Promise<readonly string[]> {
  const changed = await listed(root, [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--relative',
    '-z',
    '--end-of-options',
    commit,
    '--',
    '.',
  ]);
  const untracked = await listed(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return [...new Set([...changed, ...untracked])].sort();
}

async function listed(root: string, args: readonly string[]): Promise<readonly string[]> {
  const said = await git(root, args);
  if ('failed' in said) throw new RunError(`git could not list the changed files: ${said.failed.replace(/\n.*/s, '')}`);
  return said.output
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
}
