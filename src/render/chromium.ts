/** Finds the user's own Chromium or Chrome, and the package that drives it. Neither is a dependency: who does not render needs neither. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Browser, BrowserType } from 'playwright-core';
import { RunError } from '../repository/run-error.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
] as const;

/**
 * Nothing leaves: no name is resolved, no proxy answers, nothing runs in the background. The page itself is handed over,
 * not fetched.
 */
const ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-gpu',
  '--no-pings',
  '--dns-prefetch-disable',
] as const;

const START_TIMEOUT = 30_000;

/** Starts the browser with an empty profile. Throws `RunError` that says what is missing and how to get it. */
export async function startBrowser(env: Readonly<Record<string, string | undefined>>): Promise<Browser> {
  const chromium = await driver();
  const executablePath = findBrowser(env);
  if (executablePath === null) {
    throw new RunError(
      '--render needs Chromium or Chrome, and none is on the PATH: install one (Debian: apt install chromium), or set CHROME_PATH to its program',
    );
  }
  // As root, Chromium starts without its sandbox or not at all.
  const chromiumSandbox = process.getuid?.() !== 0;
  try {
    return await chromium.launch({
      executablePath,
      chromiumSandbox,
      args: [...ARGUMENTS],
      headless: true,
      timeout: START_TIMEOUT,
    });
  } catch {
    throw new RunError('--render: the browser was found but would not start; set CHROME_PATH to another one');
  }
}

async function driver(): Promise<BrowserType> {
  try {
    return (await import('playwright-core')).chromium;
  } catch {
    throw new RunError('--render needs the package playwright-core: npm install playwright-core');
  }
}

/** The program that `CHROME_PATH` names, or the first known one on the `PATH`; `null` when there is none. */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env['CHROME_PATH'];
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  for (const name of NAMES) {
    for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  }
  return null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
