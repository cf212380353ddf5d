/** Runs the built program as a person would, in a folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

/** `npm test` builds it once before all tests. */
export const PROGRAM = inject('program');
if (PROGRAM === '') throw new Error('the program is not built: npm run build');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** A folder below to run in. */
  readonly below?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder for one test, with the files given by their paths. */
export class Folder {
  readonly path: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.path = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  run(args: readonly string[], { input = '', env = {}, below = '.' }: RunOptions = {}): Ran {
    const options = {
      cwd: join(this.path, below),
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], options);
    return { status, stdout, stderr };
  }

  git(...args: string[]): string {
    const who = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'init.defaultBranch=main',
      '-c',
      'commit.gpgsign=false',
    ];
    return execFileSync('git', [...who, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A small interview of our own. */
export const INTERVIEW = `A talk at the ferry

Q: Why did you stay on the island when the school closed?

I stayed because somebody had to keep the light burning. My neighbours said that I would not last the winter.

I did not sign the letter they sent around in March.

Q: What happened to the boats?

They sold four of them and burned the fifth on the beach. (*) told me that it was an accident.

Q: Would you do it again?

Yes, but not alone.
`;

/** The same with one word less. */
export const DOCTORED = INTERVIEW.replace('did not sign', 'did sign');
