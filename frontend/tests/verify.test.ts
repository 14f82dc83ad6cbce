import { describe, expect, test } from 'vitest';
import type { Quarters } from '../src/api/verification';
import { messages as billing } from '../src/i18n/fi/billing';
import { messages as consumption } from '../src/i18n/fi/consumption';
import { partsOf, sumOf } from '../src/pages/nextinvoice/parts';
import { daysOf, quartersOf, totalsOf } from '../src/pages/verify/day';
import { quartersFile } from '../src/pages/verify/file';

/** Every quarter of the autumn night's hours 2 to 4, with the offsets that the clock has, after one of the day before. */
const starts = [
  '2025-10-25T23:45:00+03:00',
  ...['02', '03'].flatMap((hour) => ['00', '15', '30', '45'].map((minute) => `2025-10-26T${hour}:${minute}:00+03:00`)),
  ...['00', '15', '30', '45'].map((minute) => `2025-10-26T03:${minute}:00+02:00`),
];
const fill = <T>(value: T): T[] => starts.map(() => value);
const columns = {
  starts,
  ends: starts,
  energyKwh: fill<number | null>(0.1),
  qualities: fill('MEASURED'),
  spotPrices: fill<number | null>(5.123456789),
  margins: fill<number | null>(0.49),
  prices: fill<number | null>(5.613456789),
  costs: fill<number | null>(0.005613456789),
  costStatuses: fill('KNOWN'),
  vatTreatments: fill('INCLUDED'),
} as unknown as Quarters;

describe('the quarters of a day', () => {
  test('are those that the clock shows, the repeated hour told apart', () => {
    const days = daysOf(columns);
    expect([...days]).toEqual([
      ['2025-10-25', [0, 1]],
      ['2025-10-26', [1, 13]],
    ]);
    const quarters = quartersOf(columns, [1, 13]);
    expect(quarters.filter(({ repeated }) => repeated).map(({ start }) => start.offset)).toEqual([180, 180, 180, 180, 120, 120, 120, 120]);
  });

  test('add up from the first of the invoice, past what is not known', () => {
    const holed = { ...columns, costs: columns.costs.map((cost, index) => (index === 2 ? null : cost)) } as Quarters;
    const quarters = quartersOf(holed, [1, 13]);
    expect(quarters[0]?.sum).toBeCloseTo(2 * 0.005613456789, 12);
    expect(quarters[1]?.sum).toBe(quarters[0]?.sum);
    expect(totalsOf(holed, [1, 13])).toMatchObject({ energyKwh: 1.2, unknown: 1 });
    expect(totalsOf({ ...columns, costs: fill(null), energyKwh: fill(null) } as Quarters, [0, 2])).toEqual({ energyKwh: null, cost: null, unknown: 2 });
  });
});

test('the file has every quarter with every decimal, and says whether the tax is in it', () => {
  const treated = { ...columns, vatTreatments: columns.vatTreatments.map((vat, index) => (index === 5 ? null : index ? 'OUTSIDE' : vat)) } as Quarters;
  const rows = quartersFile(treated, 'fi', billing.verify.file, consumption).trim().split('\r\n');
  expect(rows).toHaveLength(14);
  expect(rows[5]?.split(';')).toEqual(['26.10.2025 02:45', 'UTC+3', '26.10.2025 02:45', 'UTC+3', '0,1', 'mitattu', '5,123456789', '0,49', '5,613456789', '0,005613456789', 'ilman alv']);
  expect([1, 6].map((row) => rows[row]?.split(';').at(-1))).toEqual(['sis. alv', '']);
});

describe('the parts of an estimate', () => {
  const euros = (amount: string) => ({ amount });
  test('are what is metered, what is to come and the fees, and make up the whole', () => {
    const { toCome, shares } = partsOf({ costSoFar: euros('71.32'), energyCost: euros('79.10'), basicFees: euros('4.95'), total: euros('84.05') });
    expect(toCome).toBe(7.78);
    expect((shares?.soFar ?? 0) + (shares?.toCome ?? 0) + (shares?.fees ?? 0)).toBeCloseTo(100, 9);
  });

  test('of several are added up only where each is known', () => {
    expect(sumOf([{ total: euros('84.05') }, { total: euros('0.10') }])).toBe(84.15);
    expect(sumOf([{ total: euros('84.05') }, { total: null }])).toBeNull();
  });

  test('make no picture where prices below zero turn one of them around', () => {
    const { toCome, shares } = partsOf({ costSoFar: euros('3.00'), energyCost: euros('2.50'), basicFees: euros('4.95'), total: euros('7.45') });
    expect(toCome).toBe(-0.5);
    expect(shares).toBeNull();
  });
});
