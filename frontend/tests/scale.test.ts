import { expect, test } from 'vitest';
import { barPath, barWidth, extentOf, labelsOf, niceMaximum, shareAbove, spanOf, stepPath, verticalScale } from '../src/charts/scale';

test('an axis ends at 1 2 2.5 4 5 8 10 times a power of ten', () => {
  expect([0.07, 0.3, 1, 1.01, 2.2, 3, 44.3, 79, 81, 1400].map(niceMaximum)).toEqual([0.08, 0.4, 1, 2, 2.5, 4, 50, 80, 100, 2000]);
  expect([0, -1, NaN].map(niceMaximum)).toEqual([1, 1, 1]);
});

test('zero lies at the foot, or above it when values are negative', () => {
  const zeroOf = (...series: number[][]) => verticalScale(shareAbove(series.map(extentOf)), 1, 200)(0);
  expect(zeroOf([3, 9])).toBe(200);
  expect(zeroOf([9, -9])).toBe(100);
  expect(zeroOf([-9])).toBe(0);
  expect(zeroOf([])).toBe(200);
  // Two axes share it: the one that goes deeper says where, and one that only goes down gets as much as the other.
  expect(zeroOf([8], [4, -12])).toBeCloseTo(200 / 6);
  expect(zeroOf([8], [-12])).toBe(100);
});

test('all values of both axes fit between the top and the foot', () => {
  const axes = [extentOf([8, -1]), extentOf([-2.1, null])];
  const above = shareAbove(axes);
  expect(axes.map((axis) => labelsOf(axis).map(verticalScale(above, spanOf(axis, above), 200)))).toEqual([
    [0, 50, 112.5],
    [150, 200],
  ]);
});

test('an axis names its ends, and nothing where nothing is known', () => {
  expect(labelsOf(extentOf([9]))).toEqual([10, 5]);
  expect(labelsOf(extentOf([9, -3]))).toEqual([10, 5, -4]);
  expect(labelsOf(extentOf([-3]))).toEqual([-2, -4]);
  expect(labelsOf(extentOf([null, 0]))).toEqual([]);
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
