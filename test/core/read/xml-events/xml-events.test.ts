import { describe, expect, it } from 'vitest';
import { decodeXml, OFFICE_LIMITS, readXmlEvents } from '../../../../src/core/read/xml-events/index.ts';

const VOCABULARY = new Map([['urn:words', 'w']]);

async function eventsOf(source: string, doctype: 'none' | 'bare' = 'none'): Promise<string[]> {
  const events: string[] = [];
  await readXmlEvents(
    source,
    VOCABULARY,
    { ...OFFICE_LIMITS, doctype },
    {
      open: (name, attributes) =>
        void events.push(
          `<${name}${Object.keys(attributes)
            .map((key) => ` ${key}`)
            .join('')}>`,
        ),
      close: (name) => void events.push(`</${name}>`),
      text: (text, { start, end }) => void events.push(`${text}|${source.slice(start, end)}`),
    },
  );
  return events;
}

describe('readXmlEvents', () => {
  it('names elements by their namespaces, whatever the prefix', async () => {
    expect(await eventsOf('<x:a xmlns:x="urn:words"><x:b x:k="1" k="2"/></x:a>')).toEqual([
      '<w:a xmlns:x>',
      '<w:b w:k k>',
      '</w:b>',
      '</w:a>',
    ]);
    expect(await eventsOf('<w:a xmlns:w="urn:other"/>')).toEqual(['<?:a xmlns:w>', '</?:a>']);
    expect(await eventsOf('<a xmlns="urn:words"><a xmlns=""/></a>')).toEqual([
      '<w:a xmlns>',
      '<a xmlns>',
      '</a>',
      '</w:a>',
    ]);
  });

  it('takes no attribute for a binding whose name only begins like one', async () => {
    expect(await eventsOf('<a xmlnsx="urn:words" xmlns:x="urn:words"><x:b/></a>')).toEqual([
      '<a xmlnsx xmlns:x>',
      '<w:b>',
      '</w:b>',
      '</a>',
    ]);
  });

  it('tells where text stands, also behind comments and instructions', async () => {
    const source = '<?xml version="1.0"?><!-- a --><a>one<!-- b -->two &amp; three<?p q?><![CDATA[<four>]]></a>';
    expect(await eventsOf(source)).toEqual([
      '<a>',
      'one|one',
      'two & three|two &amp; three',
      '<four>|<![CDATA[<four>]]>',
      '</a>',
    ]);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "no"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'unsafe-archive'],
    ['an outside entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>', 'unsafe-archive'],
    ['a bare document type', '<!DOCTYPE a><a/>', 'unsafe-archive'],
    ['an entity nobody declares', '<a>&nbsp;</a>', 'damaged'],
    ['an open element', '<a><b></a>', 'damaged'],
    ['an unbound prefix', '<x:a/>', 'damaged'],
    ['no element', '', 'damaged'],
    [
      'more prefixes than any document',
      `<a ${Array.from({ length: 513 }, (_, i) => `xmlns:p${i}="urn:${i}"`).join(' ')}/>`,
      'damaged',
    ],
    ['deep nesting', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'too-deep'],
  ])('refuses %s', async (_what, source, reason) => {
    await expect(eventsOf(source)).rejects.toMatchObject({ reason });
  });

  it('lets a document type through that declares nothing, where it may', async () => {
    expect(await eventsOf('<!DOCTYPE a><a/>', 'bare')).toEqual(['<a>', '</a>']);
    await expect(eventsOf('<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'bare')).rejects.toMatchObject({
      reason: 'unsafe-archive',
    });
  });
});

describe('decodeXml', () => {
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);

  const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[i % 2 === 0 ? i + 1 : i - 1] ?? 0);

  it.each(['utf8', 'us-ascii', 'ASCII', 'UTF-16'])(
    'takes %s, declared in bytes that are one each, for UTF-8',
    async (name) => {
      const source = `<?xml version="1.0" encoding="${name}"?><a>ї</a>`;
      expect(await decodeXml(new TextEncoder().encode(source))).toBe(source);
    },
  );

  it('goes by the byte order mark, the first bytes and the declaration', async () => {
    expect(await decodeXml(new TextEncoder().encode('\ufeff<a>ї</a>'))).toBe('<a>ї</a>');
    expect(await decodeXml(utf16('\ufeff<a>ї</a>'))).toBe('<a>ї</a>');
    expect(await decodeXml(utf16('<a>ї</a>'))).toBe('<a>ї</a>');
    expect(await decodeXml(swapped(utf16('\ufeff<a>ї</a>')))).toBe('<a>ї</a>');
    expect(await decodeXml(swapped(utf16('<a>ї</a>')))).toBe('<a>ї</a>');
    const cyrillic = Uint8Array.from(
      [...'<?xml version="1.0" encoding="windows-1251"?><a>'].map((sign) => sign.charCodeAt(0)),
    );
    expect(await decodeXml(Uint8Array.from([...cyrillic, 0xbf, 0x3c, 0x2f, 0x61, 0x3e]))).toContain('<a>ї</a>');
  });

  it('refuses bytes that are not what they say', async () => {
    await expect(decodeXml(Uint8Array.from([0x3c, 0x61, 0xff]))).rejects.toMatchObject({ reason: 'damaged' });
    await expect(decodeXml(Uint8Array.from([0xfe, 0x3c, 0x61]))).rejects.toMatchObject({ reason: 'damaged' });
    await expect(decodeXml(Uint8Array.from([0x00, 0x61, 0xff]))).rejects.toMatchObject({ reason: 'damaged' });
    const unknown = new TextEncoder().encode('<?xml version="1.0" encoding="x-klingon"?><a/>');
    await expect(decodeXml(unknown)).rejects.toMatchObject({ reason: 'unknown-encoding' });
  });
});
