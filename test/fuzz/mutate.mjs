// Ways to break a document: in its bytes, in its structure, and in one word of what was said.

const TOKENS = {
  any: [
    '\0',
    '\u00ff\u00fe',
    '\u00ef\u00bb\u00bf',
    '\u00e2\u0080\u008b',
    '\u00e2\u0080\u00ae',
    '\u00cc\u00b6',
    '\n\n',
    '\r',
    '9'.repeat(40),
    ' '.repeat(400),
    '(',
    ')',
    '[00:00:01]',
    'Q: ',
    '\u00f0\u009f\u0098\u0080',
  ],
  html: [
    '<p>',
    '</p>',
    '<span hidden>',
    '</span>',
    '<div style="display:none">',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<style>p{display:none}</style>',
    '<table><tr><td>',
    '<svg><text>',
    '<math><mtext>',
    '<template>',
    '<plaintext>',
    '<textarea>',
    '&',
    '&#0;',
    '&#x10ffff;',
    '&notin',
    '<b',
    '="',
    '<ruby><rt>',
    '<details>',
    '<select><option>',
    '<sup>',
    '<del>',
    '<ins>',
    '<br>',
    '<aside>',
    '<figure>',
    '<blockquote>',
    '<style>@layer a{*{all:initial}}</style>',
    '<style>:has(*) ~ :not(:is(a,b)){color:red}</style>',
    '<x-y><template shadowrootmode=open><slot>',
    '<frameset>',
    '<title>',
    '<iframe srcdoc="<p>x">',
  ],
  xml: [
    '<',
    '>',
    '<![CDATA[',
    ']]>',
    '<?x ?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#55296;',
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '<w:del>',
    '<w:ins>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:tbl>',
    '<w:vanish/>',
    '<text:p>',
    '<text:span>',
    '<text:note>',
    '<sp>',
    '<note>',
    '<del>',
    ' xmlns="urn:x"',
    '<w:sdt>',
    '<mc:AlternateContent>',
    '<w:txbxContent>',
  ],
  rtf: [
    '{',
    '}',
    '\\',
    '\\v ',
    '\\par ',
    '\\u8212 ?',
    "\\'9",
    '\\bin99999 ',
    '\\uc9 ',
    '{\\*\\x ',
    '{\\field{\\*\\fldinst ',
    '\\deleted ',
    '\\fs1 ',
    '\\cf1 ',
    '\\intbl\\cell\\row ',
    '\\ansicpg932 ',
    '{\\footnote ',
    '\\sectd ',
  ],
  pdf: [
    'BT',
    'ET',
    ' Tj ',
    ' 3 Tr ',
    ' q ',
    ' Q ',
    '/F1 0 Tf ',
    '<<',
    '>>',
    '[',
    ']',
    ' 0 0 0 0 0 0 cm ',
    ' Do ',
    'endobj',
    'stream',
    'endstream',
    '/Length 999999999',
    '/Kids[2 0 R]',
    '/Parent 4 0 R',
    ' 1e99 ',
    ' W n ',
    '/Filter/FlateDecode',
    ' BDC ',
    ' EMC ',
  ],
  markdown: [
    '# ',
    '> ',
    '- ',
    '1. ',
    '```',
    '~~',
    '**',
    '_',
    '[',
    '](',
    '[a]: ',
    '<!--',
    '|---|',
    '\\',
    '<div hidden>',
    '---\n',
    '[^1]',
    '    ',
    '~~~',
  ],
  subtitles: [
    '-->',
    '\n\n',
    '00:00:01.000 --> 00:00:00.000\n',
    '<v Anna>',
    '</v>',
    '{\\an8}',
    '{\\alpha&HFF&}',
    'NOTE ',
    'STYLE\n',
    '<c.x>',
    '<00:00:01.000>',
    '1\n',
    '99:99:99,999',
  ],
  mhtml: [
    '------b\r\n',
    '------b--',
    'Content-Type: text/html\r\n\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    '=3D',
    '=\r\n',
    'Content-Type: text/css\r\nContent-Location: x\r\n\r\n',
  ],
};

const FAMILIES = [
  [/\.(html|xhtml|epub)$/, ['html', 'xml']],
  [/\.(docx|odt|xml)$/, ['xml']],
  [/\.rtf$/, ['rtf']],
  [/\.pdf$/, ['pdf']],
  [/\.md$/, ['markdown', 'html']],
  [/\.(srt|vtt)$/, ['subtitles']],
  [/\.mhtml$/, ['mhtml', 'html']],
];

/** Tokens that mean something in a file of this name. */
export function tokensFor(name) {
  const families = FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return [...TOKENS.any, ...families.flatMap((family) => TOKENS[family])];
}

const MOST_LENGTH = 400_000;

/** The parts with one to eight changes in the text of one of them. */
export function mutated(parts, tokens, random) {
  const changed = { ...parts };
  const names = Object.keys(changed);
  for (let count = 1 + random.below(8); count > 0; count--) {
    const name = weighted(names, changed, random);
    const text = mutatedText(changed[name], tokens, random);
    if (text.length <= MOST_LENGTH) changed[name] = text;
  }
  return changed;
}

/** Longer parts are changed more often. */
function weighted(names, parts, random) {
  let at = random.below(names.reduce((sum, name) => sum + parts[name].length + 1, 0));
  for (const name of names) {
    at -= parts[name].length + 1;
    if (at < 0) return name;
  }
  return names[0];
}

function mutatedText(text, tokens, random) {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + random.below(random.chance(0.2) ? 2_000 : 24));
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at, to) + text.slice(to);
    case 3:
      return random.chance(0.1)
        ? text.slice(0, at)
        : text.slice(0, at) + text.slice(at, to).toUpperCase() + text.slice(to);
    case 4: {
      const other = random.below(text.length + 1);
      return text.slice(0, other) + text.slice(at, to) + text.slice(other);
    }
    case 5: {
      const token = random.pick(tokens);
      return text.slice(0, at) + token.repeat(random.chance(0.03) ? 3_000 : 1 + random.below(3)) + text.slice(at);
    }
    case 6: {
      const tag = text.lastIndexOf('<', at);
      const end = text.indexOf('>', at);
      return tag < 0 || end < 0 ? text : text.slice(0, tag) + text.slice(end + 1);
    }
    default:
      return text.slice(0, at) + random.pick(tokens) + text.slice(at);
  }
}

/** The bytes with a few of them changed: for what stands around the parts of an archive. */
export function mutatedBytes(bytes, random) {
  const changed = bytes.slice();
  for (let count = 1 + random.below(6); count > 0; count--) changed[random.below(changed.length)] = random.below(256);
  return random.chance(0.1) ? changed.slice(0, random.below(changed.length)) : changed;
}

/** The parts with one letter of one word of `sentences` changed wherever the word stands, or null where it is not found. */
export function doctored(parts, sentences, random) {
  const words = random.pick(sentences).match(/[A-Za-z]{4,}/g) ?? [];
  const word = random.pick(words.length === 0 ? ['-'] : words);
  const at = random.below(word.length - 1) + 1;
  const letter = random.pick([...'bcdfghklmnpqrstvwxyz'].filter((one) => one !== word[at]));
  const wrong = word.slice(0, at) + letter + word.slice(at + 1);
  let found = 0;
  const changed = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [
      name,
      text.replaceAll(new RegExp(`(?<![\\w\\\\<&/])${word}(?![\\w>=:])`, 'g'), () => {
        found++;
        return wrong;
      }),
    ]),
  );
  return found === 0 ? null : changed;
}
