import { describe, expect, it } from 'vitest';
import { detectFormat, read } from '../../../src/core/read/index.ts';
import { MAX_FILE_BYTES } from '../../../src/core/read/limits.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('detectFormat', () => {
  it.each([
    ['a.txt', 'plain words', 'text'],
    ['a', 'plain words', 'text'],
    ['-', '# words', 'text'],
    ['A.MD', '# words', 'markdown'],
    ['a.md', '<div>\n\nwords', 'markdown'],
    ['a.htm', 'words', 'html'],
    ['a', '\ufeff <!-- saved -->\n<!DOCTYPE html><p>words', 'html'],
    ['a', '<p class="x">words', 'html'],
    ['a.txt', '<p>an example', 'text'],
    ['a.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'html'],
    ['a.xml', '<?xml version="1.0"?>\n<!-- c --><tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">', 'tei'],
    ['a.xml', '<article xmlns="http://docbook.org/ns/docbook" version="5.0">', 'docbook'],
    ['a.xml', '<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "d.dtd"><book>', 'docbook'],
    ['a', 'WEBVTT\n\n00:01.000 --> 00:02.000\nwords', 'webvtt'],
    ['a', '1\r\n00:00:01,000 --> 00:00:02,000\r\nwords', 'srt'],
    ['a', '{\\rtf1\\ansi words}', 'rtf'],
    ['a', '%PDF-1.7\n', 'pdf'],
    ['a', 'Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n', 'mhtml'],
    ['a', 'Anna: I was there.\nMIME-Version: who knows\n', 'text'],
    ['a', `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zip`, 'epub'],
    ['a', `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`, 'odt'],
    ['a', `PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`, 'docx'],
    ['a', `PK\x03\x04${'\0'.repeat(26)}META-INF/manifest.xml`, 'odt'],
    ['a', `PK\x03\x04${'\0'.repeat(26)}META-INF/container.xml`, 'epub'],
    ['a.docx', 'PK\x03\x04 and nothing that tells', 'docx'],
    ['a.html', '<!-- a comment without an end', 'html'],
  ])('%s with %j', (name, text, format) => {
    expect(detectFormat(utf8(text), name)).toEqual({ format, what: '', lie: null });
  });

  it('an old Word file that holds an encrypted package is an encrypted DOCX', () => {
    const name = Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('');
    expect(detectFormat(latin1(`\xd0\xcf\x11\xe0${'\0'.repeat(20)}${name}`), 'a').format).toBe('docx');
  });

  it.each([
    ['little end first', (text: string) => latin1(`\xff\xfe${Array.from(text, (sign) => `${sign}\0`).join('')}`)],
    ['big end first', (text: string) => latin1(`\xfe\xff${Array.from(text, (sign) => `\0${sign}`).join('')}`)],
  ])('in UTF-16, %s', (_, encoded) => {
    expect(detectFormat(encoded('<!DOCTYPE html><p>words'), 'a').format).toBe('html');
    expect(detectFormat(encoded('WEBVTT\n'), 'a').format).toBe('webvtt');
  });

  it.each(['\xff', '\xfe', '\xff<p>', '\xfe<p>'])('of half a byte order mark in %j is no more than text', (text) => {
    expect(detectFormat(latin1(text), 'a').format).toBe('text');
  });

  it.each([
    ['talk.txt', '<!doctype html><p>words', 'html', 'named .txt, but it is html'],
    ['talk.docx', 'plain words', 'text', 'named .docx, but it is text'],
    ['talk.pdf', '{\\rtf1 words}', 'rtf', 'named .pdf, but it is rtf'],
  ])('says that %s lies', (name, text, format, lie) => {
    expect(detectFormat(utf8(text), name)).toEqual({ format, what: '', lie });
  });
});

describe('read', () => {
  it.each([
    ['a picture', latin1('\x89PNG\r\n\x1a\n'), 'unknown-format', 'a PNG picture'],
    ['a film', latin1('\0\0\0\x20ftypisom'), 'unknown-format', 'a film or sound recording'],
    ['a file beyond all measure', new Uint8Array(MAX_FILE_BYTES + 1), 'too-large', `${MAX_FILE_BYTES + 1} bytes`],
    ['a program', latin1('\x7fELF\x02\x01'), 'unknown-format', 'a program'],
    ['an old Word document', latin1('\xd0\xcf\x11\xe0\xa1\xb1'), 'unknown-format', 'save it as DOCX'],
    ['another archive', latin1('PK\x03\x04nothing'), 'unknown-format', 'ZIP archive'],
    ['other XML', utf8('<?xml version="1.0"?><svg/>'), 'unknown-format', 'XML'],
    ['junk', latin1('\x01\x02\xfe\x80'), 'not-text', 'offset'],
    ['nothing', utf8(''), 'no-text', 'not a single word'],
    ['signs alone', utf8('— … *\n'), 'no-text', 'not a single word'],
    ['a control character', utf8('one\btwo'), 'not-text', 'U+0008'],
  ])('refuses %s', async (_, input, reason, detail) => {
    const expected = { name: 'Refusal', reason, detail: expect.stringContaining(detail) };
    await expect(read(input, { name: 'talk.txt' })).rejects.toMatchObject(expected);
  });

  it('says that the encoding was a guess, and that the extension lies', async () => {
    const { format, caveats } = await read(latin1('<html><p>caf\xe9'), { name: 'talk.txt' });
    expect(format).toBe('html');
    expect(caveats.map(({ kind }) => kind)).toEqual(['declared-format', 'encoding']);
  });

  it('reads markup in the encoding it declares', async () => {
    const { blocks, caveats } = await read(latin1('<meta charset="windows-1251"><p>\xc4\xe0'), { name: 'talk.html' });
    expect(blocks.map(({ text }) => text)).toEqual(['Да']);
    expect(caveats).toEqual([]);
  });

  it.each([
    ['talk.txt', 'Q: Why?\n\nSo.', ['Q: Why?', 'So.']],
    ['talk.md', '**Q:** Why?\n\nSo.', ['Q: Why?', 'So.']],
    ['talk.html', '<p><b>Q:</b> Why?</p><p>So.</p>', ['Q: Why?', 'So.']],
    [
      'talk.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nQ: Why?\n\n2\n00:00:02,000 --> 00:00:03,000\nSo.',
      ['Q: Why?', 'So.'],
    ],
    ['talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nQ: Why?\n\n00:02.000 --> 00:03.000\nSo.', ['Q: Why?', 'So.']],
    ['talk.rtf', '{\\rtf1\\ansi Q: Why?\\par So.\\par}', ['Q: Why?', 'So.']],
    [
      'talk.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Q: Why?</p><p>So.</p></body></text></TEI>',
      ['Q: Why?', 'So.'],
    ],
  ])('reads %s', async (name, text, expected) => {
    const { blocks } = await read(utf8(text), { name });
    expect(blocks.map((block) => block.text)).toEqual(expected);
  });
});
