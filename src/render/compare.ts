/**
 * Brings judgements of one page together: of what the file says, and of what a browser shows in each view.
 *
 * Where they agree, the file's findings stand, because they have its lines. Where they do not, the findings of all stand
 * and each passage concerned says that the page shows something else than it holds, and in which view, so that such a copy
 * is `suspect` at best, whichever of them is the faithful one.
 */
import { findingKind } from '../core/judge/codes.ts';
import type { Finding, Reading } from '../core/judge/finding.ts';
import type { Judgement } from '../core/judge/judgement.ts';
import { type Policy, passes } from '../core/judge/policy.ts';
import { worst } from '../core/judge/verdict.ts';
import { VIEWS, type View } from './views.ts';

/** The judgement of what is shown, alike, in some views. */
export interface DrawnJudgement {
  readonly views: readonly View[];
  readonly judgement: Judgement;
}

/** Kinds of caveats that a browser settles. */
const SETTLED: ReadonlySet<string> = new Set(['stylesheet', 'script']);

/** The judgement of a page `read` from its file and `drawn` by a browser. */
export function compareDrawn<Read extends Judgement>(
  read: Read,
  drawn: readonly DrawnJudgement[],
  policy: Policy,
): Read {
  const inFile = failures(read);
  const shown = drawn.map(({ views, judgement }) => ({ views, findings: failures(judgement) }));
  const told = [
    ...inFile,
    ...distinct(shown.flatMap(({ findings }) => missingFrom(findings, inFile))),
    ...differences(inFile, shown),
  ];
  const isRecognised = drawn.some(({ judgement }) => judgement.verdict !== 'unmatched');
  const findings = told
    .filter(({ code }) => code !== 'unmatched' || !isRecognised)
    .sort((a, b) => (a.passage ?? Number.MAX_SAFE_INTEGER) - (b.passage ?? Number.MAX_SAFE_INTEGER));
  const verdict = worst(findings.map(({ code }) => findingKind(code).verdict));
  const judgements = drawn.map(({ judgement }) => judgement);
  const all = [...findings, ...notesOf(read, judgements)];
  return { ...read, verdict, words: fewest(read, judgements), findings: all, pass: passes(all, policy) };
}

/** The counts of the view that has fewest of the sealed words. */
function fewest(read: Judgement, drawn: readonly Judgement[]): Judgement['words'] {
  const known = [read, ...drawn].filter(({ verdict }) => verdict !== 'unmatched').map(({ words }) => words);
  const [first = read.words, ...others] = known;
  return { ...first, matched: Math.min(first.matched, ...others.map(({ matched }) => matched)) };
}

function failures({ findings }: Judgement): readonly Finding[] {
  return findings.filter(({ level }) => level === 'fail');
}

/** The notes of the file, but what was not evaluated there and is not settled by the browser either is the browser's to say. */
function notesOf(read: Judgement, drawn: readonly Judgement[]): readonly Finding[] {
  const kept = read.findings.filter((one) => one.level === 'note' && !isSettled(one));
  const kinds = new Set(kept.filter(isUnseen).map(kindOf));
  const unseen = drawn.flatMap(({ findings }) => findings.filter((one) => isUnseen(one) && !kinds.has(kindOf(one))));
  return [...kept, ...distinct(unseen)];
}

function isUnseen({ code, level }: Finding): boolean {
  return code === 'not-evaluated' && level === 'note';
}

function isSettled(finding: Finding): boolean {
  return isUnseen(finding) && SETTLED.has(kindOf(finding));
}

function kindOf({ data }: Finding): string {
  return String(data['kind']);
}

/** What is told of the look of words, or of words that nobody sees, is no other words. */
function isOfWords({ code }: Finding): boolean {
  return code !== 'drawn-otherwise' && code !== 'hidden-text';
}

/** The findings of `some` that `others` does not have, with the same words. */
function missingFrom(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(nameOf));
  return some.filter((one) => !known.has(nameOf(one)));
}

/** Each finding once, as it is first told. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((one) => [nameOf(one), one])).values()].toReversed();
}

function nameOf({ code, passage, sealed, copy, data }: Finding): string {
  return JSON.stringify([code, passage, words(sealed), words(copy), data['kind'], data['drawn']]);
}

function words(reading: Reading | null): string {
  return reading?.text.replace(/\s+/gu, ' ').trim() ?? '';
}

/** What is shown in some views. */
interface Shown {
  readonly views: readonly View[];
  readonly findings: readonly Finding[];
}

/** One finding for each passage that is shown otherwise than the file has it, with the views that show it so. */
function differences(inFile: readonly Finding[], shown: readonly Shown[]): readonly Finding[] {
  const found = new Map<string, { readonly finding: Finding; views: readonly View[] }>();
  for (const { views, findings } of shown) {
    const readOnly = missingFrom(inFile, findings).filter(isOfWords);
    const drawnOnly = missingFrom(findings, inFile).filter(isOfWords);
    for (const finding of differencesOf(readOnly, drawnOnly)) {
      const known = found.get(nameOf(finding));
      if (known === undefined) found.set(nameOf(finding), { finding, views });
      else known.views = [...known.views, ...views];
    }
  }
  const all = shown.flatMap(({ views }) => views).length;
  return [...found.values()].map(({ finding, views }) => (views.length === all ? finding : inViews(finding, views)));
}

function inViews(finding: Finding, views: readonly View[]): Finding {
  return { ...finding, data: { ...finding.data, views: VIEWS.filter((view) => views.includes(view)).join(' ') } };
}

function differencesOf(readOnly: readonly Finding[], drawnOnly: readonly Finding[]): readonly Finding[] {
  const passages = new Set([...readOnly, ...drawnOnly].map(({ passage }) => passage));
  return [...passages].flatMap((passage) => {
    const inFile = readOnly.find((one) => one.passage === passage);
    const inBrowser = drawnOnly.find((one) => one.passage === passage);
    const shown = inFile ?? inBrowser;
    return shown === undefined ? [] : [difference(shown, inFile, inBrowser)];
  });
}

/** Where only one of the two has a finding, the other has the words as they are sealed. */
function difference(shown: Finding, inFile: Finding | undefined, inBrowser: Finding | undefined): Finding {
  const file = words(inFile?.copy ?? inBrowser?.sealed ?? null);
  const drawn = words(inBrowser?.copy ?? inFile?.sealed ?? null);
  const { before = '', after = '', place = null } = shown.copy ?? {};
  return {
    ...shown,
    code: 'drawn-otherwise',
    count: 1,
    sealed: null,
    copy: { text: file, before, after, place },
    data: file === drawn ? { kind: 'browser' } : { kind: 'browser', drawn },
  };
}
