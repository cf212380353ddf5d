/** The sources from which the tools make their documents, written from the plain text of an interview. */

const LABEL = /^([\p{L} ]{1,30}):(?= )/u;

const paragraphs = (text) => text.trim().split(/\n\n+/u);
const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Markdown with a title and bold labels. */
export function markdownSource(text) {
  const [title, ...body] = paragraphs(text).map((one) => one.replace(/[\\`*_[\]<>#'"]/gu, '\\$&'));
  const marked = body.map((one) => one.replace(LABEL, '**$1:**'));
  return `# ${title}\n\n${marked.join('\n\n')}\n`;
}

/** A page with an advert, navigation and footer around the interview. */
export function htmlSource(text) {
  const [title, ...body] = paragraphs(text).map(escapeXml);
  const marked = body.map((one) => `<p>${one.replace(LABEL, '<b>$1:</b>')}</p>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><style>body { font-family: serif; max-width: 40em }</style></head>
<body>
<h1>${title}</h1>
${marked.join('\n')}
</body>
</html>
`;
}

/** The ms macros: a title and paragraphs. */
export function groffSource(text) {
  const safe = (line) =>
    line
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .replace(/^([.'])/u, '\\&$1')
      .replaceAll("'", '\\(aq');
  const [title, ...body] = paragraphs(text).map(safe);
  return `.TL\n${title}\n${body.map((one) => `.LP\n${one}`).join('\n')}\n`;
}

const WORDS_A_CUE = 9;
const SECONDS_A_CUE = 4;

function clock(second) {
  const two = (n) => String(n).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** Cues of two short lines; every paragraph begins one. */
export function subtitleSource(text) {
  const cues = paragraphs(text).flatMap((one) => {
    const words = one.split(' ');
    const count = Math.ceil(words.length / WORDS_A_CUE);
    return Array.from({ length: count }, (_, i) => words.slice(i * WORDS_A_CUE, (i + 1) * WORDS_A_CUE));
  });
  const lines = (words) => `${words.slice(0, 5).join(' ')}${words.length > 5 ? `\n${words.slice(5).join(' ')}` : ''}`;
  const cue = (words, i) =>
    `${i + 1}\n${clock(SECONDS_A_CUE * i)},000 --> ${clock(SECONDS_A_CUE * i + 3)},800\n${lines(words)}\n`;
  return cues.map(cue).join('\n');
}

/** TEI: turns as speeches with their speaker. */
export function teiSource(text) {
  const [title, ...body] = paragraphs(text).map(escapeXml);
  const marked = body.map((one) => {
    const label = LABEL.exec(one)?.[1];
    if (label === undefined) return `<p>${one}</p>`;
    return `<sp><speaker>${label}:</speaker><p>${one.slice(label.length + 2)}</p></sp>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>Own text.</p></publicationStmt><sourceDesc><p>Invented.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
<head>${title}</head>
${marked.join('\n')}
</body></text>
</TEI>
`;
}
