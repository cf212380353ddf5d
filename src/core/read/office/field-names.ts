/** Fields of Word and RTF by their names: which only point, and so can show no other words when they are updated. */

const HARMLESS = new Set([
  'HYPERLINK',
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'REF',
  'PAGEREF',
  'NOTEREF',
  'STYLEREF',
  'TOC',
  'TOA',
  'TC',
  'TA',
  'XE',
  'SEQ',
  'BIBLIOGRAPHY',
  'CITATION',
  'ADDIN',
  'FORMTEXT',
]);

/** The name of the field with this instruction, fit for a report: `=` for a formula, `?` for what is no name. */
export function fieldName(code: string): string {
  const name = /^\s*(=|[A-Za-z]{1,20})/.exec(code)?.[1];
  return name?.toUpperCase() ?? '?';
}

/** Whether the field of this name only points: a link, a number, a reference. */
export function isHarmlessField(name: string): boolean {
  return HARMLESS.has(name);
}
