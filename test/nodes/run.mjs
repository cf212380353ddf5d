// Canonical form and verdicts are the same under every Node that is supported: `npm run nodes`. The Nodes come from npm.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const OTHERS = ['20.19.0', '22', '24'];
const OUTCOMES = fileURLToPath(new URL('./outcomes.mjs', import.meta.url));
const options = { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] };

const expected = execFileSync(process.execPath, [OUTCOMES], options).trimEnd().split('\n');
let differences = 0;
for (const version of OTHERS) {
  const npx = ['--yes', '--package', `node@${version}`, '--', 'node'];
  const name = execFileSync('npx', [...npx, '--version'], options).trim();
  const found = execFileSync('npx', [...npx, OUTCOMES], options)
    .trimEnd()
    .split('\n');
  const other = found.filter((line, i) => line !== expected[i]);
  differences += other.length + Math.abs(found.length - expected.length);
  process.stdout.write(`${name}: ${found.length} outcomes, ${other.length} unlike those of ${process.version}\n`);
  for (const line of other.slice(0, 20)) process.stdout.write(`  ${line}\n`);
}
process.exitCode = differences === 0 ? 0 : 1;
