/** Front matter is metadata: nothing of it is seen, and only its simple values are kept. */

/** Longer front matter is not front matter. */
const MAX_LENGTH = 65_536;

/** The simple values at the top of a YAML front matter, by lower-case key; empty when it is broken. */
export async function readFrontMatter(yaml: string): Promise<Map<string, string>> {
  const metadata = new Map<string, string>();
  if (yaml.length > MAX_LENGTH) return metadata;
  const { parseDocument, isMap, isScalar } = await import('yaml');
  const contents = attempt(() => parseDocument(yaml, { logLevel: 'silent' }).contents);
  if (!isMap(contents)) return metadata;
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || !isScalar(value) || value.value === null) continue;
    metadata.set(String(key.value).toLowerCase(), String(value.value));
  }
  return metadata;
}

/** Deep nesting exhausts the stack of the parser; such front matter says nothing. */
function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
