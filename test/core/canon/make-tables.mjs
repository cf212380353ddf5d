// Makes the tables of `verbatim-text/1` from the Unicode Character Database, version 15.0.
//
//   npm install --prefix DIR @unicode/unicode-15.0.0
//   node test/core/canon/make-tables.mjs DIR/node_modules/@unicode/unicode-15.0.0
//
// It writes `verbatim-text-1.json`, the table for people and other implementations, and `unicode-15.ts`, the same classes
// as one string for the program. Neither may change for as long as the form is called `verbatim-text/1`.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { decode, encodeRuns } from './tables.mjs';

const LIMIT = 0x110000;
const canon = new URL('../../../src/core/canon/', import.meta.url);
const database = process.argv[2] ?? '';

async function property(name) {
  const module = await import(new URL(`${name}/code-points.mjs`, `${pathToFileURL(database)}/`));
  return new Set(module.default);
}

const hex = (code) => code.toString(16).toUpperCase().padStart(4, '0');

function ranges(holds) {
  const found = [];
  for (let code = 0; code < LIMIT; code++) {
    if (!holds(code)) continue;
    const first = code;
    while (code + 1 < LIMIT && holds(code + 1)) code++;
    found.push(first === code ? hex(first) : `${hex(first)}-${hex(code)}`);
  }
  return found;
}

const category = (name) => property(`General_Category/${name}`);
const letter = await category('Letter');
const mark = await category('Mark');
const number = await category('Number');
const digit = await category('Decimal_Number');
const punctuation = await category('Punctuation');
const unassigned = await category('Unassigned');
const space = await property('Binary_Property/White_Space');
const ignorable = await property('Binary_Property/Default_Ignorable_Code_Point');
const scripts = await Promise.all(['Latin', 'Greek', 'Cyrillic'].map((name) => property(`Script/${name}`)));
const shared = await Promise.all(['Inherited', 'Common'].map((name) => property(`Script/${name}`)));
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = await Promise.all(unspacedScripts.map((name) => property(`Script_Extensions/${name}`)));
const fillers = new Set([0x115f, 0x1160, 0x3164, 0xffa0]);
const joiners = new Set([0x200c, 0x200d]);
const dropped = (code) => ignorable.has(code) && !fillers.has(code);

/** One step of compatibility decomposition: to the letters, without the space that carries a mark standing alone. */
function expansion(code) {
  const whole = String.fromCodePoint(code);
  const parts = code === 0xfb05 ? '\u017ft' : whole.normalize('NFKD').normalize('NFC');
  return parts === whole ? null : parts.trim();
}

const expand = {};
const presentation = [
  [0x132, 0x133],
  [0xfb00, 0xfb06],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfeff],
];
for (const [first, last] of presentation) {
  for (let code = first; code <= last; code++) {
    const letters = letter.has(code) ? expansion(code) : null;
    if (letters !== null) expand[hex(code)] = Array.from(letters, (one) => hex(one.codePointAt(0))).join(' ');
  }
}

const table = {
  form: 'verbatim-text/1',
  unicode: '15.0.0',
  apostrophe: { to: '0027', from: ['0027', '2019', '2018', '02BC', 'FF07', '0060', '00B4', '2032'] },
  quotation: {
    to: '0022',
    from: [
      '0022',
      '201C',
      '201D',
      '201E',
      '201F',
      '00AB',
      '00BB',
      '2039',
      '203A',
      '201A',
      '201B',
      '301D',
      '301E',
      '2033',
    ],
  },
  hyphen: { to: '002D', from: ['002D', '2010', '2011'] },
  dash: { to: '2014', from: ['2013', '2014', '2015', '2012'] },
  minus: { to: '2212', from: ['2212'] },
  dot: { to: '002E', from: ['002E'] },
  ellipsis: { to: '2026', from: ['2026'] },
  wordJoiner: ['005F'],
  numberJoiner: ['002E', '002C', '003A'],
  countedAsWord: ['0025', '2030', '0026', '0040', '0023', '002A', '00A7'],
  expand,
  classes: {
    whiteSpace: ranges((code) => space.has(code)),
    ignorable: ranges((code) => dropped(code) && !joiners.has(code)),
    joiner: ranges((code) => joiners.has(code)),
    letter: ranges((code) => letter.has(code) && !dropped(code)),
    mark: ranges((code) => mark.has(code) && !dropped(code)),
    number: ranges((code) => number.has(code)),
    digit: ranges((code) => digit.has(code)),
    unspaced: ranges((code) => (letter.has(code) || number.has(code)) && unspaced.some((set) => set.has(code))),
    latinGreekCyrillic: ranges((code) => (letter.has(code) || mark.has(code)) && scripts.some((set) => set.has(code))),
    inheriting: ranges((code) => mark.has(code) && !dropped(code) && shared.some((set) => set.has(code))),
    punctuation: ranges((code) => punctuation.has(code)),
    unassigned: ranges((code) => unassigned.has(code) && !dropped(code)),
  },
};

writeFileSync(new URL('verbatim-text-1.json', canon), `${JSON.stringify(table, null, 1)}\n`);
const lines = encodeRuns(decode(table.classes)).match(/.{1,110}/g) ?? [];
const head = `/**
 * The classes of all code points in Unicode 15.0, as one string of runs: a length in base 36, then a capital that names the
 * class. Made by \`test/core/canon/make-tables.mjs\`; a test holds it against \`verbatim-text-1.json\`. It is pinned, so that
 * a text has the same canonical form in every version of Node and in every browser.
 */
export const RUNS =
`;
writeFileSync(new URL('unicode-15.ts', canon), `${head}${lines.map((line) => `  '${line}'`).join(' +\n')};\n`);
