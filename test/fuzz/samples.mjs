// Small real documents of every format: faithful copies of one interview, and documents without a transcript.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';

const ATTACKS = 'fixtures/attacks';
const READ = 'fixtures/read';

/**
 * The samples. `parts` is what can be mutated: names and texts (one byte a character); `pack` makes a file of them.
 * `transcript` is the file a copy must agree with, or null.
 */
export function samples() {
  return [...faithful(), ...others()];
}

function faithful() {
  const folders = readdirSync(ATTACKS).filter((name) =>
    /^(html|markdown|docx|odt|epub|rtf|tei|mhtml|pdf|srt|webvtt)-faithful$/.test(name),
  );
  const found = folders.map((folder) => {
    const names = readdirSync(join(ATTACKS, folder));
    const copy = names.find((name) => name.startsWith('copy.'));
    return sample(copy, join(ATTACKS, folder, copy), join(ATTACKS, folder, 'transcript.txt'));
  });
  const text = join(ATTACKS, 'html-faithful', 'transcript.txt');
  return [...found, sample('copy.txt', text, text)];
}

function others() {
  return readdirSync(READ, { recursive: true })
    .filter((name) => /\.(pdf|html|txt|docx|odt|rtf|epub)$/.test(name) && statSync(join(READ, name)).size < 60_000)
    .map((name) => sample(name.replaceAll('/', '-'), join(READ, name), null));
}

function sample(name, path, transcript) {
  const sealed = transcript === null ? null : new Uint8Array(readFileSync(transcript));
  if (statSync(path).isFile()) {
    const parts = { '': strFromU8(readFileSync(path), true) };
    return { name, transcript: sealed, parts, pack: (changed) => strToU8(changed[''], true) };
  }
  const parts = {};
  for (const part of readdirSync(path, { recursive: true }).toSorted()) {
    if (statSync(join(path, part)).isFile()) parts[part] = strFromU8(readFileSync(join(path, part)), true);
  }
  return { name, transcript: sealed, parts, pack };
}

function pack(parts) {
  const names = Object.keys(parts).toSorted((one, other) => Number(other === 'mimetype') - Number(one === 'mimetype'));
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8(parts[name], true)])), {
    mtime: new Date('2001-01-01T00:00:00Z'),
  });
}
