/** TEI P5 (and P4): how its elements are read. */
import { type Rule, rulesOf, type Vocabularies } from './rules.ts';

const block = (kind: 'paragraph' | 'heading' | 'list-item' | 'cell' | 'caption' | 'quote'): Rule => ({
  does: 'block',
  kind,
});

const RULES = rulesOf([
  [
    block('paragraph'),
    'p ab l u byline dateline opener closer salute signed trailer bibl docAuthor docDate docImprint imprimatur',
  ],
  [block('paragraph'), 'argument postscript castItem roleDesc'],
  [block('heading'), 'head titlePart'],
  [block('list-item'), 'item label'],
  [block('cell'), 'cell'],
  [
    { does: 'box' },
    'TEI TEI.2 teiCorpus text body front back group div div0 div1 div2 div3 div4 div5 div6 div7 sp list lg table row',
  ],
  [{ does: 'box' }, 'annotationBlock floatingText epigraph titlePage docTitle castList listBibl docEdition'],
  [{ does: 'box', setOff: true }, 'figure'],
  [{ does: 'note', kind: 'note' }, 'note stage desc'],
  [{ does: 'note', kind: 'running' }, 'fw'],
  [
    { does: 'skip' },
    'teiHeader facsimile sourceDoc standOff figDesc index interp interpGrp spanGrp linkGrp link timeline',
  ],
  [{ does: 'leave-out', caveat: 'deleted-text' }, 'del'],
  [{ does: 'leave-out', caveat: 'optional-content' }, 'rdg rdgGrp'],
  [{ does: 'doubt', caveat: 'embedded' }, 'xi:include ptr'],
  [{ does: 'line' }, 'lb'],
  [{ does: 'part' }, 'gap pb cb milestone pause shift anchor'],
  [{ does: 'quote', marks: 'where missing' }, 'q quote soCalled'],
  [{ does: 'speaker' }, 'speaker'],
  [{ does: 'choose' }, 'choice'],
]);

const RAISED = /(^|[\s:;])sup(er(script)?)?($|[\s;])/;
const STRUCK = /(^|[\s:;])(strike|strikethrough|line-through|overstrike)($|[\s;])/;
const BOLD = /(^|[\s:;])(bold|b|strong)($|[\s;])/;

/** A stage direction in one of these, `(laughs)`, stands in the line that is spoken. */
const WITHIN_SPEECH: ReadonlySet<string> = new Set(['p', 'ab', 'l', 'u', 'said', 'seg', 'q']);

export const TEI: Vocabularies = {
  format: 'tei',
  rules: RULES,
  byAttributes: (name, parent, attributes) => {
    if (name === 'stage' && WITHIN_SPEECH.has(parent)) return { does: 'part' };
    const shown = rendition(attributes);
    if (STRUCK.test(shown)) return { does: 'leave-out', caveat: 'deleted-text' };
    return RAISED.test(shown) ? { does: 'raise' } : null;
  },
  unseenBy: (name, attributes, renditions) => renditions.unseenBy(name, attributes),
  conditionOf: () => null,
  speakerOf: (_name, attributes) => attributes['who']?.trim().split(/\s+/)[0]?.replace(/^#/, '') ?? null,
  isStrong: (name, attributes) => name === 'hi' && BOLD.test(rendition(attributes)),
};

function rendition(attributes: Readonly<Record<string, string>>): string {
  return `${attributes['rend'] ?? ''} ${attributes['rendition'] ?? ''} ${attributes['style'] ?? ''}`;
}
