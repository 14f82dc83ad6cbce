import { expect, test } from 'vitest';
import { barPath, barWidth, niceMaximum, stepPath, verticalScale } from '../src/charts/scale';

test('an axis ends at 1 2 2.5 4 5 8 10 times a power of ten', () => {
  expect([0.07, 0.3, 1, 1.01, 2.2, 3, 44.3, 79, 81, 1400].map(niceMaximum)).toEqual([0.08, 0.4, 1, 2, 2.5, 4, 50, 80, 100, 2000]);
  expect([0, -1, NaN].map(niceMaximum)).toEqual([1, 1, 1]);
});

test('zero lies at the foot, or above it when values are negative', () => {
  expect(verticalScale(10, 0, 200)(0)).toBe(200);
  expect(verticalScale(10, -10, 200)(0)).toBe(100);
});

test('a bar takes 72 % of its slot, at most 56 px', () => {
  expect([barWidth(25), barWidth(200)]).toEqual([18, 56]);
});

test('a bar shorter than its corners is drawn whole', () => {
  expect(barPath(0, 10, 98, 100, 4)).toBe('M0 100V100a2 2 0 0 1 2 -2H8a2 2 0 0 1 2 2V100z');
});

test('a stepped line stands at each value for its whole slot and breaks where one is unknown', () => {
  expect(stepPath([1, 2, null, 0], 10, (value) => 100 - value)).toBe('M0 99H10V98H20M30 100H40');
});
