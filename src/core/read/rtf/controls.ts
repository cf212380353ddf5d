/** What each control word does; a word that is not listed changes nothing that matters here. */
import type { Frame } from '../office/unseen.ts';
import { DESTINATIONS } from './destinations.ts';
import type { Control, RtfReader } from './reader.ts';
import { type Look, type ParagraphState, PLAIN, PLAIN_PARAGRAPH } from './state.ts';

/** A control word whose number is `otherwise` where none is written. */
const number =
  (otherwise: number, act: (reader: RtfReader, value: number) => void): Control =>
  (reader, value) =>
    act(reader, value ?? otherwise);

const look = (otherwise: number, change: (value: number) => Partial<Look>): Control =>
  number(otherwise, (reader, value) => {
    reader.flush();
    const changed = change(value);
    if (reader.group.destination === 'styles') reader.tables.styleLook(changed, {});
    reader.group.look = { ...reader.group.look, ...changed };
  });

/** A look that is on without a number and off with 0. */
const toggle = (change: (on: boolean) => Partial<Look>): Control => look(1, (value) => change(value !== 0));

const paragraph = (
  otherwise: number,
  change: (value: number, state: ParagraphState) => Partial<ParagraphState>,
): Control =>
  number(otherwise, (reader, value) => {
    if (reader.group.destination === 'styles') reader.tables.styleLook({}, change(value, PLAIN_PARAGRAPH));
    if (reader.group.destination !== 'text') return;
    reader.flush();
    Object.assign(reader.paragraph, change(value, reader.paragraph));
  });

/** The frame that the paragraph stands in, by a length in twips. */
const framed = (change: (points: number) => Partial<Frame>): Control =>
  paragraph(0, (value, { frame }) => ({ frame: { ...frame, ...change(value / TWIPS_PER_POINT) } }));

const says =
  (text: string): Control =>
  (reader) =>
    reader.say(text);

const TWIPS_PER_POINT = 20;
/** How far `\up` and `\dn` move words unless told, in half points. */
const USUAL_SHIFT = 6;

/**
 * A style formats what is set in it. Most programs repeat the formatting in the text, and not all readers look at the style; where
 * it hides, some of them would show the words and some not.
 */
const styled = (change: (value: number) => Partial<ParagraphState>): Control =>
  number(0, (reader, value) => {
    if (reader.group.destination !== 'text') return;
    const style = reader.tables.styled(value);
    reader.flush();
    Object.assign(reader.paragraph, style.paragraph, change(value));
    reader.group.look = { ...reader.group.look, ...style.look };
  });

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
const exactly = (value: number): number | null => (value < 0 ? -value / TWIPS_PER_POINT : null);

const cellEdge: Control = (reader) => {
  reader.cellGrounds.push(reader.pendingCellGround);
  reader.pendingCellGround = 0;
};

const computed =
  (name: string): Control =>
  (reader) => {
    if (reader.group.destination !== 'text') return;
    reader.flush();
    reader.draft.doubt('field', name);
  };

const defaultFont = number(-1, (reader, value) => {
  reader.defaultFont = value;
  plain(reader, null);
});

const plain: Control = (reader) => {
  reader.flush();
  reader.group.look = { ...PLAIN, font: reader.defaultFont };
};

const ENTRIES: readonly (readonly [string, Control])[] = [
  ['u', number(0, (reader, value) => reader.unicode(value))],
  ['uc', number(1, ({ group }, value) => void Object.assign(group, { fallback: Math.min(100, Math.max(0, value)) }))],
  ['ansicpg', number(1252, (reader, page) => void Object.assign(reader, { page }))],
  ['mac', (reader) => void Object.assign(reader, { page: 10000 })],
  ['pc', (reader) => void Object.assign(reader, { page: 437 })],
  ['pca', (reader) => void Object.assign(reader, { page: 850 })],
  ['deff', defaultFont],
  ['plain', plain],
  ['v', toggle((hidden) => ({ hidden }))],
  ['spv', toggle((hidden) => ({ hidden }))],
  ['strike', toggle((struck) => ({ struck }))],
  ['striked', toggle((struck) => ({ struck }))],
  ['deleted', toggle((deleted) => ({ deleted }))],
  ['super', toggle((raised) => ({ raised }))],
  ['up', look(USUAL_SHIFT, (value) => ({ raised: value > 0, shift: value / 2 }))],
  ['dn', look(USUAL_SHIFT, (value) => ({ raised: false, shift: -value / 2 }))],
  ['nosupersub', look(0, () => ({ raised: false }))],
  ['expnd', look(0, (value) => ({ spacing: value / 4 }))],
  ['expndtw', look(0, (value) => ({ spacing: value / TWIPS_PER_POINT }))],
  ['b', toggle((bold) => ({ bold }))],
  ['cf', look(0, (colour) => ({ colour }))],
  ['highlight', look(0, (highlight) => ({ highlight }))],
  ['cb', look(0, (ground) => ({ ground }))],
  ['chcbpat', look(0, (ground) => ({ ground }))],
  ['fs', look(24, (halfPoints) => ({ halfPoints }))],
  ['charscalex', look(100, (scale) => ({ scale }))],
  ['f', look(-1, (font) => ({ font }))],
  ['revised', revised],
  ['pard', paragraph(0, () => PLAIN_PARAGRAPH)],
  ['s', styled((style) => ({ style }))],
  ['cs', styled(() => ({}))],
  ['outlinelevel', paragraph(9, (outline) => ({ outline }))],
  ['intbl', paragraph(0, () => ({ inTable: true }))],
  ['itap', paragraph(1, (value) => ({ inTable: value > 0 }))],
  ['ls', paragraph(0, (list) => ({ list }))],
  ['ilvl', paragraph(0, (level) => ({ level }))],
  ['sl', paragraph(0, (value) => ({ exact: exactly(value) }))],
  ['li', paragraph(0, (value) => ({ indent: value / TWIPS_PER_POINT }))],
  ['lin', paragraph(0, (value) => ({ indent: value / TWIPS_PER_POINT }))],
  ['absh', framed((points) => (points < 0 ? { height: -points } : {}))],
  ['absw', framed((width) => (width > 0 ? { width } : {}))],
  ['posx', framed((left) => ({ left }))],
  ['posnegx', framed((left) => ({ left }))],
  ['posy', framed((top) => ({ top }))],
  ['posnegy', framed((top) => ({ top }))],
  ['phpg', framed(() => ({ by: 'page' }))],
  ['trrh', number(0, (reader, value) => void Object.assign(reader, { rowHeight: exactly(value) }))],
  ['cbpat', paragraph(0, (ground) => ({ ground }))],
  ['trowd', rowBegins],
  ['clcbpat', number(0, (reader, pendingCellGround) => void Object.assign(reader, { pendingCellGround }))],
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
