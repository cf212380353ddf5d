/** The report room's door: a report and a format in, a string out. No writer touches a stream, a clock or the environment. */
export { explain, explainAll } from './explain.ts';
export { jsonReport } from './json.ts';
export { placeIn, placeText } from './place.ts';
export type { Look } from './text/paint.ts';
export { type Paint, PLAIN, textReport } from './text.ts';
export { sentence } from './wording.ts';

/** The forms a report can have. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'github' | 'junit' | 'markdown' | 'html';
