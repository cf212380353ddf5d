/** DocBook 5 (and 4): how its elements are read. */
import { type Rule, rulesOf, type Vocabularies } from './rules.ts';

const block = (kind: 'paragraph' | 'heading' | 'list-item' | 'cell' | 'caption' | 'preformatted'): Rule => ({
  does: 'block',
  kind,
});

const RULES = rulesOf([
  [block('paragraph'), 'para simpara attribution line glossdef segtitle seg releaseinfo'],
  [block('heading'), 'title subtitle bridgehead'],
  [block('list-item'), 'member'],
  [block('cell'), 'entry td th'],
  [block('caption'), 'caption'],
  [block('preformatted'), 'screen programlisting literallayout synopsis address'],
  [
    { does: 'box' },
    'set book part article chapter appendix preface section sect1 sect2 sect3 sect4 sect5 simplesect dialogue',
  ],
  [{ does: 'box' }, 'drama poetry linegroup formalpara qandaset qandadiv qandaentry question answer'],
  [
    { does: 'box' },
    'itemizedlist orderedlist variablelist varlistentry simplelist segmentedlist seglistitem glosslist',
  ],
  [
    { does: 'box' },
    'glossentry glossary procedure step substeps table informaltable tgroup thead tbody tfoot row tr colophon',
  ],
  [{ does: 'box' }, 'dedication acknowledgements refentry refsection'],
  [{ does: 'box', kind: 'list-item' }, 'listitem'],
  [{ does: 'box', kind: 'quote' }, 'blockquote epigraph'],
  [
    { does: 'box', setOff: true },
    'figure informalfigure mediaobject sidebar note tip warning caution important toc index',
  ],
  [{ does: 'note', kind: 'note' }, 'footnote annotation'],
  [
    { does: 'skip' },
    'info articleinfo bookinfo chapterinfo sectioninfo sect1info sect2info sect3info partinfo prefaceinfo',
  ],
  [{ does: 'skip' }, 'appendixinfo setinfo blockinfo objectinfo indexterm titleabbrev textobject alt imageobject'],
  [{ does: 'leave-out', caveat: 'comment' }, 'remark'],
  [{ does: 'doubt', caveat: 'embedded' }, 'xi:include'],
  [{ does: 'doubt', caveat: 'field' }, 'xref'],
  [{ does: 'part' }, 'footnoteref co anchor'],
  [{ does: 'quote', marks: 'always' }, 'quote'],
  [{ does: 'raise' }, 'superscript'],
  [{ does: 'speaker' }, 'speaker'],
]);

/** Attributes by which a text is made for one kind of reader or another ("effectivity attributes"). */
const PROFILES = ['arch', 'audience', 'condition', 'conformance', 'os', 'outputformat', 'revision', 'security'].concat([
  'userlevel',
  'vendor',
  'wordsize',
]);

export const DOCBOOK: Vocabularies = {
  format: 'docbook',
  rules: RULES,
  byAttributes: (name, parent, attributes) => {
    if (attributes['revisionflag'] === 'deleted') return { does: 'leave-out', caveat: 'tracked-change' };
    if (name === 'emphasis' && /^strike/.test(attributes['role'] ?? ''))
      return { does: 'leave-out', caveat: 'deleted-text' };
    if ((name === 'term' && parent === 'varlistentry') || (name === 'glossterm' && parent === 'glossentry')) {
      return block('list-item');
    }
    return null;
  },
  unseenBy: (_name, attributes) => (/^(?:hidden|invisible)$/.test(attributes['role'] ?? '') ? 'style' : null),
  conditionOf: (attributes) => PROFILES.find((name) => attributes[name] !== undefined) ?? null,
  speakerOf: () => null,
  isStrong: (name, attributes) => name === 'emphasis' && /^(bold|strong)$/.test(attributes['role'] ?? ''),
};
