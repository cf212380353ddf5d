/** Judges what a reader could not evaluate, and what can show other words than the ones read. */
import { TOKEN } from '../align/collation.ts';
import type { Caveat, CaveatKind } from '../read/document.ts';
import { tokenAt } from '../structure/turns.ts';
import type { FindingCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { copyReading, finding, holdsOnlyMatter, type Scene } from './scene.ts';

/** What a caveat is where it touches what was said, and where it concerns the document as a whole or its title, which may differ. */
const CODES = {
  stylesheet: { within: 'not-evaluated', whole: 'not-evaluated' },
  script: { within: 'not-evaluated', whole: 'not-evaluated' },
  font: { within: 'drawn-otherwise', whole: 'not-evaluated' },
  frame: { within: 'drawn-otherwise', whole: 'not-evaluated' },
  embedded: { within: 'drawn-otherwise', whole: 'not-evaluated' },
  reordered: { within: 'drawn-otherwise', whole: 'drawn-otherwise' },
  'drawn-otherwise': { within: 'drawn-otherwise', whole: 'not-evaluated' },
  covered: { within: 'drawn-otherwise', whole: 'not-evaluated' },
  transformed: { within: 'not-evaluated', whole: 'not-evaluated' },
  'deleted-text': { within: 'deleted-text', whole: 'deleted-text' },
  'tracked-change': { within: 'deleted-text', whole: 'deleted-text' },
  comment: { within: 'not-evaluated', whole: 'not-evaluated' },
  revision: { within: 'not-evaluated', whole: 'not-evaluated' },
  'optional-content': { within: 'drawn-otherwise', whole: 'not-evaluated' },
  field: { within: 'drawn-otherwise', whole: 'not-evaluated' },
  'auto-number': { within: 'drawn-otherwise', whole: 'not-evaluated' },
  'declared-format': { within: 'format-declared', whole: 'format-declared' },
  encoding: { within: 'encoding-assumed', whole: 'encoding-assumed' },
  'personal-metadata': { within: 'personal-metadata', whole: 'personal-metadata' },
} as const satisfies Record<CaveatKind, { within: FindingCode; whole: FindingCode }>;

/**
 * The findings of a document's caveats. Those that touch no sealed word are dropped; failing ones are told once for the
 * words they touch, however many tricks there are; notes are counted by kind.
 */
export function judgeCaveats(scene: Scene): readonly Finding[] {
  const counted = new Map<string, { finding: Finding; count: number }>();
  for (const caveat of scene.collation.copy.document.caveats) {
    const touched = caveat.at === null ? null : touchedWords(scene, caveat.at);
    if (caveat.at !== null && touched === null) continue;
    const within = caveat.at !== null && !holdsOnlyMatter(scene, caveat.at.block);
    const code = CODES[caveat.kind][within ? 'within' : 'whole'];
    const told = toldCaveat(scene, caveat, code, touched);
    const fails = told.level === 'fail';
    const key = fails && touched !== null ? `${code} ${touched.from} ${touched.to}` : `${code} ${caveat.kind}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { finding: told, count: 1 });
    else if (!fails) known.count++;
  }
  return [...counted.values()].map(({ finding: one, count }) => ({ ...one, count }));
}

/** The tokens of the copy that a caveat touches, and the passage whose words are among them or directly beside them. */
interface Touched {
  readonly from: number;
  readonly to: number;
  readonly passage: number;
}

function toldCaveat(scene: Scene, caveat: Caveat, code: FindingCode, touched: Touched | null): Finding {
  const data = { kind: caveat.kind, detail: caveat.detail };
  if (touched === null) return finding(scene, { code, data });
  const { from, to, passage } = touched;
  return finding(scene, { code, passage, copy: copyReading(scene, from, to), data });
}

function touchedWords({ collation }: Scene, at: NonNullable<Caveat['at']>): Touched | null {
  const { copy, kind, owner } = collation;
  const [first, last] = [copy.firstToken[at.block]!, copy.firstToken[at.block + 1]!];
  const from = tokenAt(copy, at.block, at.start);
  let to = from;
  while (to < last && copy.start[to]! < at.end) to++;
  for (let c = Math.max(first, from - 1); c < Math.min(last, to + 1); c++)
    if (kind[c] === TOKEN.passage) return { from, to, passage: owner[c]! };
  return null;
}
