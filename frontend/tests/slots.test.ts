import { describe, expect, test } from 'vitest';
import { changeOf, compare, slotsOf, untaxedMonths } from '../src/pages/consumption/slots';
import { figures, hours } from './figures';

describe('last year beside this year', () => {
  test('a month stands beside the month of its number, a day beside its day of the month', () => {
    const months = slotsOf(
      figures([{ start: '2025-02-01T00:00:00+02:00', kwh: 10 }, { start: '2025-03-01T00:00:00+02:00', kwh: 20 }]),
      figures([{ start: '2024-03-01T00:00:00+02:00', kwh: 30 }]),
      { level: 'year' },
    );
    expect(months.map((slot) => slot.previous)).toEqual([null, 30]);
    const days = slotsOf(
      figures([{ start: '2028-02-28T00:00:00+02:00', kwh: 1 }, { start: '2028-02-29T00:00:00+02:00', kwh: 2 }]),
      figures([{ start: '2027-02-28T00:00:00+02:00', kwh: 3 }]),
      { level: 'month' },
    );
    expect(days.map((slot) => slot.previous)).toEqual([3, null]);
  });

  test('an hour stands beside its hour on the clock, whatever the offsets', () => {
    const slots = slotsOf(figures(hours('2025-10-26', 'autumn')), figures(hours('2024-10-26', 'none', '+03:00')), { level: 'day' });
    expect(slots).toHaveLength(25);
    // 0 1 2 3, then the second 3 that last year did not have, then 4 to 23.
    expect(slots.map((slot) => slot.previous)).toEqual([0, 1, 2, 3, null, ...Array.from({ length: 20 }, (_, n) => n + 4)]);
    expect(slots.map((slot, index) => (slot.repeated ? index : -1)).filter((index) => index >= 0)).toEqual([3, 4]);
  });

  test('two autumn nights match first to first and second to second', () => {
    const slots = slotsOf(figures(hours('2025-10-26', 'autumn')), figures(hours('2025-10-26', 'autumn')), { level: 'day' });
    expect(slots.map((slot) => slot.previous)).toEqual(slots.map((slot) => slot.energyKwh));
  });

  test('the hour that spring skips is nobody’s', () => {
    const slots = slotsOf(figures(hours('2025-03-30', 'spring')), figures(hours('2024-03-30', 'none')), { level: 'day' });
    expect(slots).toHaveLength(23);
    expect(slots.map((slot) => slot.previous)).toEqual([0, 1, 2, ...Array.from({ length: 20 }, (_, n) => n + 4)]);
  });
});

describe('the change', () => {
  const start = (day: number) => `2025-01-0${day}T00:00:00+02:00`;
  const before = (day: number) => `2024-01-0${day}T00:00:00+02:00`;

  test('counts only slots known in both years', () => {
    const both = compare(
      slotsOf(
        figures([{ start: start(1), kwh: 9 }, { start: start(2), kwh: null }, { start: start(3), kwh: 100 }, { start: start(4), kwh: 5, quality: 'PARTIALLY_MISSING' }]),
        figures([{ start: before(1), kwh: 10 }, { start: before(2), kwh: 50 }, { start: before(3), kwh: null }, { start: before(4), kwh: 20 }]),
        { level: 'month' },
      ),
    );
    expect(both).toEqual({ own: 9, previous: 10, slots: 1, complete: false });
    expect(changeOf(9, 10)).toBeCloseTo(-0.1);
  });

  test('is not told when nothing is comparable, nor against zero', () => {
    expect(compare(slotsOf(figures([{ start: start(1), kwh: 1 }]), null, { level: 'month' }))).toBeNull();
    expect(changeOf(1, 0)).toBeNull();
  });
});

test('a slot without a value says why', () => {
  const slots = slotsOf(
    figures(
      [
        { start: '2025-01-01T00:00:00+02:00', kwh: null },
        { start: '2025-01-02T00:00:00+02:00', kwh: null, quality: 'NO_CONTRACT' },
        { start: '2025-01-03T00:00:00+02:00', kwh: 1, quality: 'ESTIMATED' },
        { start: '2025-01-04T00:00:00+02:00', kwh: 1, quality: 'PARTIALLY_MISSING' },
        { start: '2025-01-05T00:00:00+02:00', end: '2025-01-06T00:00:00+02:00', kwh: null, quality: 'PENDING' },
      ],
      '2025-01-05T00:00:00+02:00',
    ),
    null,
    { level: 'month' },
  );
  expect(slots.map((slot) => slot.mark)).toEqual(['missing', 'none', 'estimate', 'partial', 'pending']);
  expect(slots.map((slot) => slot.unfinished)).toEqual([false, false, false, false, true]);
});

test('a month, or its days, that are without the tax are told once', () => {
  const untaxed = (slots: Parameters<typeof untaxedMonths>[0]) => untaxedMonths(slots).map(({ start, vat }) => [start.month, vat]);
  const months = slotsOf(
    figures([
      { start: '2021-04-01T00:00:00+03:00', kwh: 1, cost: 1 },
      { start: '2021-05-01T00:00:00+03:00', kwh: 1, cost: -1, vat: 'OUTSIDE' },
      { start: '2021-06-01T00:00:00+03:00', kwh: 1, cost: 0, vat: 'PARTIALLY_OUTSIDE' },
      { start: '2021-07-01T00:00:00+03:00', kwh: null, vat: null },
    ]),
    null,
    { level: 'year' },
  );
  expect(untaxed(months)).toEqual([
    [5, 'OUTSIDE'],
    [6, 'PARTIALLY_OUTSIDE'],
  ]);
  // Two contracts, of which one is a credit.
  const days = [1, 2, 3].map((day) => ({ start: `2021-05-0${day}T00:00:00+03:00`, kwh: 1, cost: 1, vat: day < 3 ? ('OUTSIDE' as const) : ('INCLUDED' as const) }));
  expect(untaxed(slotsOf(figures(days), null, { level: 'month' }))).toEqual([[5, 'PARTIALLY_OUTSIDE']]);
});

describe('told in euros', () => {
  const start = (day: number, year = 2025) => `${year}-01-0${day}T00:00:00+02:00`;

  test('a slot is its cost, and a cost that is not known is never zero', () => {
    const slots = slotsOf(
      figures([
        { start: start(1), kwh: 10, cost: 1.2, price: 12 },
        { start: start(2), kwh: 10, cost: null, costStatus: 'NO_PRICE' },
        { start: start(3), kwh: 10, cost: 0.5, costStatus: 'PARTIALLY_KNOWN' },
        { start: start(4), kwh: null, costStatus: 'NO_ENERGY' },
      ]),
      null,
      { level: 'month', euros: true },
    );
    expect(slots.map(({ value, mark }) => [value, mark])).toEqual([
      [1.2, 'solid'],
      [null, 'missing'],
      [0.5, 'partial'],
      [null, 'missing'],
    ]);
  });

  test('the change counts only costs known in full in both years', () => {
    const both = compare(
      slotsOf(
        figures([
          { start: start(1), kwh: 10, cost: 2 },
          { start: start(2), kwh: 10, cost: 1, costStatus: 'PARTIALLY_KNOWN' },
        ]),
        figures([
          { start: start(1, 2024), kwh: 8, cost: 1 },
          { start: start(2, 2024), kwh: 8, cost: 1 },
        ]),
        { level: 'month', euros: true },
      ),
    );
    expect(both).toEqual({ own: 2, previous: 1, slots: 1, complete: false });
  });
});
