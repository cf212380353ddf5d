/** Lengths, colours, numbers and transformations: what each is worth, and what is none. */
import { describe, expect, it } from 'vitest';
import { blendsIn, parseColour, WHITE } from '../../../../../src/core/read/html/css/colour.ts';
import { parseLength } from '../../../../../src/core/read/html/css/length.ts';
import { isTransform, redraws, shrinksToNothing, stepsOf } from '../../../../../src/core/read/html/css/transform.ts';
import { isColour, isLength, isNumber, isSure } from '../../../../../src/core/read/html/css/validity.ts';

describe('lengths in a box of 10 pixels a letter, with percentages of 200', () => {
  it.each<[string, number | null]>([
    ['12px', 12],
    ['-1.5px', -1.5],
    ['.5px', 0.5],
    ['1e2px', 100],
    ['7', 7],
    ['2em', 20],
    ['2ex', 10],
    ['2ch', 10],
    ['1lh', 12],
    ['2rem', 32],
    ['50%', 100],
    ['1in', 96],
    ['72pt', 96],
    ['10vw', 128],
    ['10cqh', 80],
    ['1parsec', null],
    ['1constructor', null],
    ['16.px', null],
    ['wide', null],
    ['calc(1px + 2px)', 3],
    ['calc( 10px - 2px * 3 )', 4],
    ['calc((1px + 2px) * 3)', 9],
    ['calc(9px / 3)', 3],
    ['calc(9px / 0)', null],
    ['calc(9px / x)', null],
    ['calc(1px + x)', null],
    ['calc(1px * 1parsec)', null],
    ['calc(1px+2px)', null],
    ['calc(1px -2px)', null],
    ['calc(1px', null],
    ['calc(1px,)', null],
    ['calc()', null],
    ['calc(1px, 2px)', null],
    ['calc(1px) 2px', null],
    ['min(30px, 2em)', 20],
    ['max(30px, 2em)', 30],
    ['clamp(10px, 5px, 30px)', 10],
    ['clamp(10px, 2em, 15px)', 15],
    ['clamp(10px, 2em)', null],
    ['sqrt(4)', null],
    [`${'calc('.repeat(16)}1px${')'.repeat(16)}`, 1],
    [`${'calc('.repeat(17)}1px${')'.repeat(17)}`, null],
  ])('%s', (text, pixels) => {
    expect(parseLength(text, { em: 10, percent: 200 })).toBe(pixels);
  });
});

describe('colours', () => {
  const rgb = (red: number, green: number, blue: number, alpha = 1) => ({ red, green, blue, alpha });
  it.each([
    ['navy', rgb(0, 0, 128)],
    ['transparent', rgb(0, 0, 0, 0)],
    ['#fa0', rgb(255, 170, 0)],
    ['#fa00', rgb(255, 170, 0, 0)],
    ['#ffaa0033', rgb(255, 170, 0, 0.2)],
    ['#ffaa0', null],
    ['rgb(1, 2, 3)', rgb(1, 2, 3)],
    ['rgb(100% 0% 300 / 50%)', rgb(255, 0, 255, 0.5)],
    ['rgb(none 2 3)', rgb(0, 2, 3)],
    ['rgb(1, 2)', null],
    ['rgb(1 2 3 4 5)', null],
    ['rgb(a, 2, 3)', null],
    ['rgb(1, 2, 3, x)', null],
    ['hsl(0, 100%, 50%)', rgb(255, 0, 0)],
    ['hsl(120deg 100 50)', rgb(0, 255, 0)],
    ['hsl(0.5turn 100% 50% / 0.5)', rgb(0, 255, 255, 0.5)],
    ['hsl(400grad 100% 50%)', rgb(255, 0, 0)],
    ['hsl(3.14159265rad 100% 50%)', rgb(0, 255, 255)],
    ['hsl(-120 100% 50%)', rgb(0, 0, 255)],
    ['hsl(none 0 1)', rgb(3, 3, 3)],
    ['hsl(red 0 0)', null],
    ['hsl(0, x, 0)', null],
    ['hsl(0, 0, x)', null],
    ['hsl(0, 0, 0, x)', null],
    ['oklch(1 0 0)', null],
    ['constructor', null],
  ])('%s', (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });

  it('tells a colour that cannot be seen on its ground from one that can', () => {
    const onWhite = (text: string): boolean => blendsIn(parseColour(text) ?? WHITE, WHITE);
    expect(['#fffffe', '#00000005', '#eee', '#ffff00', '#777'].map(onWhite)).toEqual([true, true, true, false, false]);
  });
});

describe('what a browser takes', () => {
  it.each([
    ['a length', isLength, ['0', '1px', '50%', 'calc(1px)', 'anchor(left)'], ['', '1foo', 'wide', '1px 2px']],
    ['a number', isNumber, ['0', '.5', '50%', '1e0', 'calc(1)'], ['1px', 'one', '-', '1%%']],
    ['a colour', isColour, ['red', 'canvastext', 'oklch(1 0 0)'], ['reddish', '#12', 'url(x)']],
  ] as const)('%s', (_name, takes, right, wrong) => {
    expect(right.filter((value) => !takes(value))).toEqual([]);
    expect(wrong.filter((value) => takes(value))).toEqual([]);
  });

  it.each([
    ['font-size', ['inherit', 'medium', '0', '12px', 'calc(1em + 2px)'], ['12', 'calc(12)', 'foo(1px)']],
    ['opacity', ['0.5', '50%', 'unset'], ['foo(1)']],
    ['color', ['red', 'canvas', 'rgb(1 2 3)'], ['rgb(1)', 'oklch(1 0 0)', 'rgb(from red r g b)']],
    [
      'transform',
      ['none', 'scale(2)', 'translate(1px, 50%) rotate(9deg)'],
      ['nonsense', 'scale(1px)', 'scale()', 'rotate(9)', 'matrix(1, 0)'],
    ],
    [
      'clip-path',
      ['none', 'inset(5px 10% round 4px)', 'circle(50% at center)'],
      ['nonsense', 'inset(some)', 'url(#a)'],
    ],
    ['filter', ['none', 'opacity(50%) blur(2px)'], ['nonsense', 'blur(much)']],
    ['clip', ['auto', 'rect(0, 1px, 1px, 0)'], ['rect()']],
    ['display', ['block'], []],
  ])('surely for %s', (longhand, sure, doubtful) => {
    expect(sure.filter((value) => !isSure(longhand, value))).toEqual([]);
    expect(doubtful.filter((value) => isSure(longhand, value))).toEqual([]);
  });
});

describe('transformations', () => {
  const steps = (property: string, value: string) => stepsOf(new Map([[property, value]]));

  it.each([
    ['transform', 'scale(0)', true],
    ['transform', 'scale(1, 0.01)', true],
    ['transform', 'scaley(0%)', true],
    ['transform', 'scale3d(1, 1, 0)', true],
    ['transform', 'scale(-1)', false],
    ['transform', 'scale(x)', false],
    ['transform', 'matrix(0, 0, 0, 0, 5, 5)', true],
    ['transform', 'matrix(1, 1, 1, 1, 0, 0)', true],
    ['transform', 'matrix(0, 1, -1, 0, 0, 0)', false],
    ['transform', 'rotatex(90deg)', true],
    ['transform', 'rotatey(0.75turn)', true],
    ['transform', 'rotatey(100grad)', true],
    ['transform', 'rotatey(some)', false],
    ['transform', 'rotate(90deg)', false],
    ['transform', 'none', false],
    ['transform', 'scale(0', true],
    ['scale', '1 0', true],
    ['scale', 'none', false],
    ['scale', 'unset', false],
    ['rotate', 'x 90deg', true],
  ])('%s: %s leaves nothing: %s', (property, value, expected) => {
    expect(steps(property, value).some(shrinksToNothing)).toBe(expected);
  });

  it.each([
    ['transform', 'rotate(180deg)', true],
    ['transform', 'rotate(0)', false],
    ['transform', 'rotate(.5turn)', true],
    ['transform', 'rotate(5)', true],
    ['transform', 'scalex(-1)', true],
    ['transform', 'scale(2)', false],
    ['transform', 'skew(10deg)', true],
    ['transform', 'matrix(1, 0, 0, 1, 9, 9)', false],
    ['transform', 'matrix(-1, 0, 0, 1, 0, 0)', true],
    ['transform', 'matrix3d(1,0,0,0, 0,1,0,0, 0,0,1,0, 5,5,0,1)', false],
    ['transform', 'matrix3d(-1,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0,1)', true],
    ['transform', 'translate(5px)', false],
    ['rotate', '180deg', true],
    ['rotate', 'z 0deg', false],
    ['scale', '-1 1', true],
  ])('%s: %s redraws: %s', (property, value, expected) => {
    expect(steps(property, value).some(redraws)).toBe(expected);
  });

  it('takes no function that it does not know', () => {
    expect(['constructor(1)', 'scale', '(1)'].filter(isTransform)).toEqual([]);
  });
});
