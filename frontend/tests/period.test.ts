import { describe, expect, test } from 'vitest';
import { above, below, bounds, isFuture, marketToday, readPeriod, resolutionOf, search, shift, yearBefore } from '../src/app/period';

const today = { year: 2026, month: 11, day: 25 };
const read = (text: string) => readPeriod(new URLSearchParams(text), today);

describe('a period in the address', () => {
  test('reads and writes alike', () => {
    for (const text of ['?y=2025', '?y=2025&m=3', '?y=2025&m=3&d=9', '?y=2025&m=3&d=9&u=15', '?y=2025&u=e', '?y=2025&m=3&d=9&u=15e']) {
      expect(search(read(text))).toBe(text);
    }
  });

  test('leaves out what makes no sense', () => {
    expect(['', '?y=x', '?y=99999', '?m=3'].map((text) => search(read(text)))).toEqual(Array(4).fill('?y=2026'));
    expect(search(read('?y=2025&m=13'))).toBe('?y=2025');
    expect(search(read('?y=2025&m=2&d=29'))).toBe('?y=2025&m=2');
    expect(search(read('?y=2024&m=2&d=29'))).toBe('?y=2024&m=2&d=29');
  });
});

test('the day after the last is not part of a period', () => {
  expect(bounds(read('?y=2025'))).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  expect(bounds(read('?y=2025&m=12'))).toEqual({ from: '2025-12-01', to: '2026-01-01' });
  expect(bounds(read('?y=2024&m=2&d=29'))).toEqual({ from: '2024-02-29', to: '2024-03-01' });
});

test('steps go over the edges of months and years, up and down one level', () => {
  expect(search(shift(read('?y=2025&m=1'), -1))).toBe('?y=2024&m=12');
  expect(search(shift(read('?y=2025&m=12&d=31&u=15'), 1))).toBe('?y=2026&m=1&d=1&u=15');
  expect(search(above(read('?y=2025&m=3&d=9&u=15'))!)).toBe('?y=2025&m=3');
  expect(above(read('?y=2025'))).toBeNull();
  expect(search(below(read('?y=2025'), { year: 2025, month: 3, day: 1 })!)).toBe('?y=2025&m=3');
  expect(below(read('?y=2025&m=3&d=9'), today)).toBeNull();
});

test('the unit stays from level to level', () => {
  expect(search(above(read('?y=2025&m=3&d=9&u=15e'))!)).toBe('?y=2025&m=3&u=e');
  expect(search(below(read('?y=2025&u=e'), { year: 2025, month: 3, day: 1 })!)).toBe('?y=2025&m=3&u=e');
  expect(search(read('?y=2025&u=15e'))).toBe('?y=2025&u=e');
});

test('each level has its resolution', () => {
  expect(['?y=2025', '?y=2025&m=3', '?y=2025&m=3&d=9', '?y=2025&m=3&d=9&u=15'].map((text) => resolutionOf(read(text)))).toEqual([
    'MONTH',
    'DAY',
    'HOUR',
    'QUARTER_HOUR',
  ]);
});

test('29 February has no day a year before', () => {
  expect(yearBefore(read('?y=2024&m=2&d=29'))).toBeNull();
  expect(search(yearBefore(read('?y=2024&m=2'))!)).toBe('?y=2023&m=2');
});

test('today is the market’s day, not the browser’s', () => {
  expect(marketToday(new Date('2026-01-31T22:30:00Z'))).toEqual({ year: 2026, month: 2, day: 1 });
  expect([isFuture(read('?y=2026&m=11&d=26'), today), isFuture(read('?y=2026&m=11'), today)]).toEqual([true, false]);
});
