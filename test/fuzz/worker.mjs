// Judges the cases it is told by their seeds, in a process of its own that may be killed.
import { canonicalise, NO_CONVENTIONS, Refusal, read, STRICT, seal, structure, verify } from '../../dist/index.js';
import { doctored, mutated, mutatedBytes, tokensFor } from './mutate.mjs';
import { randomOf } from './random.mjs';
import { samples } from './samples.mjs';

const all = samples();
const sealedTexts = new Map();

async function sealedOf({ transcript }) {
  if (transcript === null) return null;
  const key = transcript.join();
  if (!sealedTexts.has(key)) {
    const text = structure(await read(transcript, { name: 'transcript.txt' }));
    const sentences = text.passages.filter(({ role }) => role === 'speech').map((passage) => wordsOf(text, passage));
    const entry = seal(text, { path: 'transcript.txt', size: transcript.length, sha256: '0'.repeat(64) });
    sealedTexts.set(key, { transcript: text, entry, sentences });
  }
  return sealedTexts.get(key);
}

/** The words of a passage, as the transcript has them. */
function wordsOf({ witness: { document } }, passage) {
  const block = document.blocks[passage.block];
  return block === undefined ? '' : block.text;
}

/** The file of one case: a sample, one word of it changed or none, and then broken. */
export async function fileOf(seed) {
  const random = randomOf(seed);
  const sample = random.pick(all);
  const sealed = await sealedOf(sample);
  const wrong = sealed !== null && random.chance(0.6) ? doctored(sample.parts, sealed.sentences, random) : null;
  const tokens = tokensFor(sample.name);
  const parts = random.chance(0.93) ? mutated(wrong ?? sample.parts, tokens, random) : (wrong ?? sample.parts);
  const bytes = sample.pack(parts);
  const broken = random.chance(0.15) ? mutatedBytes(bytes, random) : bytes;
  return { name: sample.name, bytes: broken, sealed, doctored: wrong !== null };
}

/** What is wrong with how the case was judged, or null. */
async function faultOf(seed) {
  const { name, bytes, sealed, doctored: wrong } = await fileOf(seed);
  try {
    const document = await read(bytes, { name });
    const judged = sealed ?? (await sealedOf(all.find(({ transcript }) => transcript !== null)));
    const { pass, verdict } = verify(document, [judged], { policy: STRICT, conventions: NO_CONVENTIONS });
    if (typeof verdict !== 'string') return 'no verdict';
    if (!pass) return null;
    if (wrong) return 'a doctored copy passes';
    return agrees(document, judged.transcript) ? null : 'passes with other words';
  } catch (error) {
    return error instanceof Refusal ? null : `${error?.stack ?? error}`;
  }
}

/** The words of each passage are seen in the copy in a row, passages in order; counted without the program's own alignment. */
function agrees(copy, transcript) {
  const words = copy.blocks.map(({ text }) => plainWords(text)).filter((text) => text !== '');
  const seen = ` ${words.join(' ')} `;
  let at = 0;
  for (const passage of transcript.passages.filter(({ role }) => role !== 'matter')) {
    const text = wordsOf(transcript, passage);
    const words = ` ${plainWords(passage.label === null ? text : text.slice(text.indexOf(':') + 1))} `;
    const found = seen.indexOf(words, at);
    if (found < 0) return false;
    at = found + words.length - 1;
  }
  return true;
}

/** The words of a text between single spaces, without signs. */
function plainWords(text) {
  return canonicalise(text)
    .tokens.filter((token) => /[\p{L}\p{N}]/u.test(token))
    .join(' ');
}

if (process.send !== undefined) {
  process.on('message', async (seed) => process.send({ seed, fault: await faultOf(seed) }));
  process.send({ ready: true });
}
