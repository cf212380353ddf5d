/** What each control word does; a word that is not listed changes nothing that matters here. */
import type { Frame } from '../office/unseen.ts';
import { DESTINATIONS } from './destinations.ts';
import type { Control } from './reader.ts';
import { type Look, type ParagraphState, PLAIN, PLAIN_PARAGRAPH } from './state.ts';

const look =
  (change: (value: number | null) => Partial<Look>): Control =>
  (reader, value) => {
    reader.flush();
    const changed = change(value);
    if (reader.group.destination === 'styles') reader.tables.styleLook(changed, {});
    reader.group.look = { ...reader.group.look, ...changed };
  };

const paragraphOf =
  (change: (state: ParagraphState, value: number | null) => Partial<ParagraphState>): Control =>
  (reader, value) => {
    if (reader.group.destination === 'styles') reader.tables.styleLook({}, change(PLAIN_PARAGRAPH, value));
    if (reader.group.destination !== 'text') return;
    reader.flush();
    Object.assign(reader.paragraph, change(reader.paragraph, value));
  };

const paragraph = (change: (value: number | null) => Partial<ParagraphState>): Control =>
  paragraphOf((_state, value) => change(value));

/** The frame that the paragraph stands in, by a length in twips. */
const framed = (change: (points: number) => Partial<Frame>): Control =>
  paragraphOf((state, value) => ({ frame: { ...state.frame, ...change((value ?? 0) / TWIPS_PER_POINT) } }));

const says =
  (text: string): Control =>
  (reader) =>
    reader.say(text);

const TWIPS_PER_POINT = 20;
/** How far `\up` and `\dn` move words unless told, in half points. */
const USUAL_SHIFT = 6;

const on = (value: number | null): boolean => value !== 0;

/**
 * A style formats what is set in it. Most programs repeat the formatting in the text, and not all readers look at the style; where
 * it hides, some of them would show the words and some not.
 */
const styled =
  (change: (value: number) => Partial<ParagraphState>): Control =>
  (reader, value) => {
    if (reader.group.destination !== 'text' || value === null) return;
    const style = reader.tables.styled(value);
    reader.flush();
    Object.assign(reader.paragraph, style.paragraph, change(value));
    reader.group.look = { ...reader.group.look, ...style.look };
  };

const endBlock =
  (kind: 'paragraph' | 'cell'): Control =>
  (reader) => {
    reader.endBlock(kind);
    if (kind === 'cell' && reader.group.destination === 'text') reader.cell++;
  };

const revised: Control = (reader) => {
  if (reader.group.destination !== 'text') return;
  reader.document.doubt('tracked-change', '\\revised');
};

const rowBegins: Control = (reader) => {
  reader.cellGrounds.length = 0;
  reader.pendingCellGround = 0;
  reader.rowHeight = null;
};

/** Below zero is exactly, above it at least. */
const exactly = (value: number | null): number | null =>
  value !== null && value < 0 ? -value / TWIPS_PER_POINT : null;

const rowHeight: Control = (reader, value) => {
  reader.rowHeight = exactly(value);
};

const cellEdge: Control = (reader) => {
  if (reader.cellGrounds.length < 1_000) reader.cellGrounds.push(reader.pendingCellGround);
  reader.pendingCellGround = 0;
};

const computed =
  (name: string): Control =>
  (reader) => {
    if (reader.group.destination !== 'text') return;
    reader.flush();
    reader.draft.doubt('field', name);
  };

const defaultFont: Control = (reader, value) => {
  reader.defaultFont = value ?? -1;
  plain(reader, null);
};

const plain: Control = (reader) => {
  reader.flush();
  reader.group.look = { ...PLAIN, font: reader.defaultFont };
};

const ENTRIES: readonly (readonly [string, Control])[] = [
  ['u', (reader, value) => reader.unicode(value ?? 0)],
  ['uc', (reader, value) => void Object.assign(reader.group, { fallback: Math.min(100, Math.max(0, value ?? 1)) })],
  ['ansicpg', (reader, value) => void Object.assign(reader, { page: value ?? 1252 })],
  ['mac', (reader) => void Object.assign(reader, { page: 10000 })],
  ['pc', (reader) => void Object.assign(reader, { page: 437 })],
  ['pca', (reader) => void Object.assign(reader, { page: 850 })],
  ['deff', defaultFont],
  ['plain', plain],
  ['v', look((value) => ({ hidden: on(value) }))],
  ['spv', look((value) => ({ hidden: on(value) }))],
  ['strike', look((value) => ({ struck: on(value) }))],
  ['striked', look((value) => ({ struck: on(value) }))],
  ['deleted', look((value) => ({ deleted: on(value) }))],
  ['super', look((value) => ({ raised: on(value) }))],
  ['up', look((value) => ({ raised: value === null || value > 0, shift: (value ?? USUAL_SHIFT) / 2 }))],
  ['dn', look((value) => ({ raised: false, shift: -(value ?? USUAL_SHIFT) / 2 }))],
  ['nosupersub', look(() => ({ raised: false }))],
  ['expnd', look((value) => ({ spacing: (value ?? 0) / 4 }))],
  ['expndtw', look((value) => ({ spacing: (value ?? 0) / TWIPS_PER_POINT }))],
  ['b', look((value) => ({ bold: on(value) }))],
  ['cf', look((value) => ({ colour: value ?? 0 }))],
  ['highlight', look((value) => ({ highlight: value ?? 0 }))],
  ['cb', look((value) => ({ ground: value ?? 0 }))],
  ['chcbpat', look((value) => ({ ground: value ?? 0 }))],
  ['fs', look((value) => ({ halfPoints: value ?? 24 }))],
  ['charscalex', look((value) => ({ scale: value ?? 100 }))],
  ['f', look((value) => ({ font: value ?? -1 }))],
  ['revised', revised],
  ['pard', paragraph(() => PLAIN_PARAGRAPH)],
  ['s', styled((value) => ({ style: value }))],
  ['cs', styled(() => ({}))],
  ['outlinelevel', paragraph((value) => ({ outline: value ?? 9 }))],
  ['intbl', paragraph(() => ({ inTable: true }))],
  ['itap', paragraph((value) => ({ inTable: (value ?? 1) > 0 }))],
  ['ls', paragraph((value) => ({ list: value ?? 0 }))],
  ['ilvl', paragraph((value) => ({ level: value ?? 0 }))],
  ['sl', paragraph((value) => ({ exact: exactly(value) }))],
  ['li', paragraph((value) => ({ indent: (value ?? 0) / TWIPS_PER_POINT }))],
  ['lin', paragraph((value) => ({ indent: (value ?? 0) / TWIPS_PER_POINT }))],
  ['absh', framed((points) => (points < 0 ? { height: -points } : {}))],
  ['absw', framed((width) => (width > 0 ? { width } : {}))],
  ['posx', framed((left) => ({ left }))],
  ['posnegx', framed((left) => ({ left }))],
  ['posy', framed((top) => ({ top }))],
  ['posnegy', framed((top) => ({ top }))],
  ['phpg', framed(() => ({ by: 'page' }))],
  ['trrh', rowHeight],
  ['cbpat', paragraph((value) => ({ ground: value ?? 0 }))],
  ['trowd', rowBegins],
  ['clcbpat', (reader, value) => void Object.assign(reader, { pendingCellGround: value ?? 0 })],
  ['cellx', cellEdge],
  ['par', endBlock('paragraph')],
  ['sect', endBlock('paragraph')],
  ['cell', endBlock('cell')],
  ['nestcell', endBlock('cell')],
  ['row', (reader) => void Object.assign(reader, { cell: 0 })],
  ['line', (reader) => reader.breakLine()],
  ['lbr', (reader) => reader.breakLine()],
  ['page', (reader) => reader.breakLine()],
  ['column', (reader) => reader.breakLine()],
  ['tab', says('\t')],
  ['emdash', says('\u2014')],
  ['endash', says('\u2013')],
  ['emspace', says('\u2003')],
  ['enspace', says('\u2002')],
  ['qmspace', says('\u2005')],
  ['bullet', says('\u2022')],
  ['lquote', says('\u2018')],
  ['rquote', says('\u2019')],
  ['ldblquote', says('\u201c')],
  ['rdblquote', says('\u201d')],
  ['zwj', says('\u200d')],
  ['zwnj', says('\u200c')],
  ['zwbo', says('\u200b')],
  ['zwnbo', says('\u2060')],
  ['ltrmark', says('\u200e')],
  ['rtlmark', says('\u200f')],
  ['chdate', computed('DATE')],
  ['chtime', computed('TIME')],
];

export const CONTROLS: ReadonlyMap<string, Control> = new Map([...ENTRIES, ...DESTINATIONS]);
