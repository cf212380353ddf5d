// The programs verbatim is measured against: which of them are here, in which version, and how to get the others.
import { spawnSync } from 'node:child_process';

const PEERS = {
  wdiff: { ask: ['--version'], from: 'apt-get install wdiff' },
  dwdiff: { ask: ['--version'], from: 'apt-get install dwdiff' },
  git: { ask: ['--version'], from: 'apt-get install git' },
  rhash: { ask: ['--version'], from: 'apt-get install rhash' },
  sha256sum: { ask: ['--version'], from: 'apt-get install coreutils' },
};

/** The version of each peer that is here, by name; and a line for each that is missing. */
export function findPeers() {
  const versions = new Map();
  const missing = [];
  for (const [name, { ask, from }] of Object.entries(PEERS)) {
    const { status, stdout = '', stderr = '' } = spawnSync(name, ask, { encoding: 'utf8' });
    const version = /\d+(?:\.\d+)+/.exec(`${stdout}${stderr}`)?.[0];
    if (status === 0 && version !== undefined) versions.set(name, version);
    else missing.push(`${name} is not here: ${from}`);
  }
  return { versions, missing };
}
