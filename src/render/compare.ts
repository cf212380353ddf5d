/**
 * Brings two judgements of one page together: of what the file says, and of what a browser shows.
 *
 * Where both agree, the file's findings stand, because they have its lines. Where they do not, the findings of both stand
 * and each passage concerned says that the page shows something else than it holds, so that such a copy is `suspect` at
 * best, whichever of the two is the faithful one.
 */
import { findingKind } from '../core/judge/codes.ts';
import type { Finding, Reading } from '../core/judge/finding.ts';
import type { Judgement } from '../core/judge/judgement.ts';
import { type Policy, passes } from '../core/judge/policy.ts';
import { worst } from '../core/judge/verdict.ts';

/** Kinds of caveats that a browser settles. */
const SETTLED: ReadonlySet<string> = new Set(['stylesheet', 'script']);

/** The judgement of a page `read` from its file and `drawn` by a browser. */
export function compareDrawn<Read extends Judgement>(read: Read, drawn: Judgement, policy: Policy): Read {
  const both = { read: failures(read), drawn: failures(drawn) };
  const readOnly = missingFrom(both.read, both.drawn);
  const drawnOnly = missingFrom(both.drawn, both.read);
  const findings = [
    ...both.read.filter(({ code }) => code !== 'unmatched' || drawn.verdict === 'unmatched'),
    ...drawnOnly,
    ...differences(readOnly.filter(isOfWords), drawnOnly.filter(isOfWords)),
  ].sort((a, b) => (a.passage ?? Number.MAX_SAFE_INTEGER) - (b.passage ?? Number.MAX_SAFE_INTEGER));
  const verdict = worst(findings.map(({ code }) => findingKind(code).verdict));
  const all = [...findings, ...notesOf(read, drawn)];
  const words = read.verdict === 'unmatched' ? drawn.words : fewer(read.words, drawn.words);
  return { ...read, verdict, words, findings: all, pass: passes(all, policy) };
}

function fewer(read: Judgement['words'], drawn: Judgement['words']): Judgement['words'] {
  return { ...read, matched: Math.min(read.matched, drawn.matched) };
}

function failures({ findings }: Judgement): readonly Finding[] {
  return findings.filter(({ level }) => level === 'fail');
}

/** The notes of the file, but what was not evaluated there and is not settled by the browser either is the browser's to say. */
function notesOf(read: Judgement, drawn: Judgement): readonly Finding[] {
  const kept = read.findings.filter((one) => one.level === 'note' && !isSettled(one));
  const kinds = new Set(kept.filter(isUnseen).map(({ data }) => data['kind']));
  return [...kept, ...drawn.findings.filter((one) => isUnseen(one) && !kinds.has(one.data['kind']))];
}

function isUnseen({ code, level }: Finding): boolean {
  return code === 'not-evaluated' && level === 'note';
}

function isSettled(finding: Finding): boolean {
  return isUnseen(finding) && SETTLED.has(String(finding.data['kind']));
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

function nameOf({ code, passage, sealed, copy }: Finding): string {
  return JSON.stringify([code, passage, words(sealed), words(copy)]);
}

function words(reading: Reading | null): string {
  return reading?.text.replace(/\s+/gu, ' ').trim() ?? '';
}

/** One finding for each passage that the two do not give alike. */
function differences(readOnly: readonly Finding[], drawnOnly: readonly Finding[]): readonly Finding[] {
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
