// Prints one line for each thing whose outcome must not depend on the Node that runs it: the canonical form of every code
// point of Unicode, and of every fixture that is judged its serialisation, verdict and findings, each as a digest.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalise, NO_CONVENTIONS, Refusal, read, STRICT, seal, structure, verify } from '../../dist/index.js';

const FOLDERS = ['fixtures/verify', 'fixtures/attacks'];
const CODE_POINTS = 0x110000;
const CHUNK = 0x1000;

const digest = (value) => createHash('sha256').update(value).digest('hex').slice(0, 16);

function print(...cells) {
  process.stdout.write(`${cells.join('\t')}\n`);
}

/** Each code point of a chunk alone, inside a word, and between digits, a block each. Surrogates are not text. */
function surroundings(from) {
  return Array.from({ length: CHUNK }, (_, i) => from + i)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .map((sign) => `${sign} a${sign}b 1${sign}2`);
}

for (let from = 0; from < CODE_POINTS; from += CHUNK) {
  print(`U+${from.toString(16)}`, canonicalise(surroundings(from)).digest);
}

async function opened(folder, stem) {
  const name = readdirSync(folder).find((file) => file.startsWith(`${stem}.`) && statSync(join(folder, file)).isFile());
  if (name === undefined) return null;
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  return { bytes, document: await read(bytes, { name }) };
}

/** What judging a fixture gives; null where the copy is the inside of an archive, which has to be packed first. */
async function outcome(folder) {
  const sealed = await opened(folder, 'transcript');
  const copy = await opened(folder, 'copy');
  if (sealed === null || copy === null) return null;
  const transcript = structure(sealed.document);
  const entry = seal(transcript, {
    path: 'transcript',
    size: sealed.bytes.length,
    sha256: digest(sealed.bytes).repeat(4),
  });
  const judgement = verify(copy.document, [{ entry, transcript }], { policy: STRICT, conventions: NO_CONVENTIONS });
  return `${entry.digest}\t${judgement.verdict}\t${digest(JSON.stringify(judgement))}`;
}

for (const root of FOLDERS) {
  for (const name of readdirSync(root).toSorted()) {
    const folder = join(root, name);
    const found = await outcome(folder).catch((error) => {
      if (error instanceof Refusal) return error.reason;
      throw error;
    });
    if (found !== null) print(folder, found);
  }
}
