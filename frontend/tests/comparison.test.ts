import { expect, test } from 'vitest';
import { search } from '../src/app/period';
import { spread } from '../src/components/comparison/spread';
import { comparedDays, comparedPeriod, isOver } from '../src/pages/comparison/period';

const today = { year: 2026, month: 11, day: 28 };
const read = (text: string) => comparedPeriod(new URLSearchParams(text), today);

test('at first the last whole month is compared', () => {
  expect(search(read(''))).toBe('?y=2026&m=10');
  expect(search(comparedPeriod(new URLSearchParams(''), { year: 2027, month: 1, day: 3 }))).toBe('?y=2026&m=12');
});

test('a day leads to its month, and what is not over to the last that is', () => {
  expect(search(read('?y=2025&m=3&d=9&u=15e'))).toBe('?y=2025&m=3');
  expect(search(read('?y=2026&m=11'))).toBe('?y=2026&m=10');
  expect(search(read('?y=2027'))).toBe('?y=2026&m=10');
});

test('of the present year the whole months are compared', () => {
  expect(comparedDays(read('?y=2026'), today)).toEqual({ from: '2026-01-01', to: '2026-11-01' });
  expect(comparedDays(read('?y=2025'), today)).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  expect(isOver(read('?y=2025'), { year: 2026, month: 1, day: 1 })).toBe(true);
});

test('places on the strip are in proportion, and there are none without quartiles', () => {
  expect(spread({ lowerQuartile: 50, upperQuartile: 100, median: 75, ownKwh: 23 })).toEqual({ lower: 43.5, upper: 87, median: 65.2, own: 20 });
  expect(spread({ lowerQuartile: null, upperQuartile: 100, median: 75, ownKwh: 23 })).toBeNull();
  expect(spread({ lowerQuartile: 0, upperQuartile: 0, median: 0, ownKwh: null })).toBeNull();
});
