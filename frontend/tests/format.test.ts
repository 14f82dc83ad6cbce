import { describe, expect, test } from 'vitest';
import { formatFor, offsetName, wallTime } from '../src/i18n/format';

const [fi, sv, en] = [formatFor('fi'), formatFor('sv'), formatFor('en')];
const S = '\u00a0';

describe('energy', () => {
  test('has two decimals under 10, one under 100, none above', () => {
    expect([0.42, 35.5, 1019].map(fi.energy)).toEqual([`0,42${S}kWh`, `35,5${S}kWh`, `1${S}019${S}kWh`]);
    expect([0.42, 35.5, 1019].map(sv.energy)).toEqual([`0,42${S}kWh`, `35,5${S}kWh`, `1${S}019${S}kWh`]);
    expect([0.42, 35.5, 1019].map(en.energy)).toEqual([`0.42${S}kWh`, `35.5${S}kWh`, `1,019${S}kWh`]);
  });

  test('chooses its decimals after rounding', () => {
    expect([9.994, 9.996, 99.94, 99.96].map(fi.energy)).toEqual([`9,99${S}kWh`, `10,0${S}kWh`, `99,9${S}kWh`, `100${S}kWh`]);
  });

  test('writes a minus that a screen reader says, and never minus zero', () => {
    expect(fi.energy(-1.5)).toBe(`\u22121,50${S}kWh`);
    expect(sv.energy(-1.5)).toBe(`\u22121,50${S}kWh`);
    expect(fi.energy(-0)).toBe(`0,00${S}kWh`);
  });

  test('has the same decimals on every label of an axis', () => {
    expect([fi.axisEnergy(2.5, 2.5), fi.axisEnergy(1.25, 2.5)]).toEqual([`2,50${S}kWh`, `1,25${S}kWh`]);
    expect([fi.axisEnergy(1, 1), fi.axisEnergy(0.5, 1)]).toEqual([`1,0${S}kWh`, `0,5${S}kWh`]);
    expect(fi.axisEnergy(2000, 2000)).toBe(`2${S}000${S}kWh`);
  });
});

describe('cost', () => {
  test('has a third decimal under ten cents, as one hour is', () => {
    expect([12.345, 0.1, 0.0994, 0.0034, 0, -0.05].map(fi.cost)).toEqual([`12,35${S}€`, `0,10${S}€`, `0,099${S}€`, `0,003${S}€`, `0,00${S}€`, `\u22120,050${S}€`]);
  });

  test('is whole euros on an axis, or cents on all its labels', () => {
    expect([fi.axisMoney(40, 40), fi.axisMoney(20, 40)]).toEqual([`40${S}€`, `20${S}€`]);
    expect([fi.axisMoney(1, 1), fi.axisMoney(0.5, 1)]).toEqual([`1,00${S}€`, `0,50${S}€`]);
    expect(fi.axisPrice(12.5, 25)).toBe(`12,5${S}c/kWh`);
  });
});

describe('money', () => {
  test('has its cents, its own minus and never minus zero', () => {
    expect(['1234.56', '-26.96', '-0.00'].map(fi.money)).toEqual([`1${S}234,56${S}€`, `\u221226,96${S}€`, `0,00${S}€`]);
    expect(['1234.56', '-26.96', '0'].map(sv.money)).toEqual([`1${S}234,56${S}€`, `\u221226,96${S}€`, `0,00${S}€`]);
    expect(['1234.56', '-26.96', '0'].map(en.money)).toEqual(['€1,234.56', '-€26.96', '€0.00']);
  });

  test('a price and a rate of tax have their units', () => {
    expect([fi.price('5.4200'), sv.price(-0.391), en.price(12.34)]).toEqual([`5,42${S}c/kWh`, `\u22120,39${S}c/kWh`, `12.34${S}c/kWh`]);
    expect([fi.vatRate('25.5'), sv.vatRate('10.00'), en.vatRate('24')]).toEqual([`25,5${S}%`, `10${S}%`, '24%']);
    expect([fi.decimal(1.5, 0, 3), fi.decimal('0.1234567', 2, 4), fi.decimal(-0.00001, 2)]).toEqual(['1,5', '0,1235', '0,00']);
  });
});

test('a change always has its sign', () => {
  expect([fi.change(-0.08), sv.change(-0.08), en.change(-0.08)]).toEqual([`\u22128${S}%`, `\u22128${S}%`, '-8%']);
  expect([fi.change(0.126), fi.change(0.001), fi.change(-0.001)]).toEqual([`+13${S}%`, `0${S}%`, `0${S}%`]);
});

test('dates and times are written as each language does', () => {
  const day = { year: 2026, month: 12, day: 7 };
  expect([fi.date(day), en.date(day)]).toEqual(['7.12.2026', `7${S}Dec${S}2026`]);
  expect(fi.weekdayDate({ year: 2025, month: 10, day: 26 })).toBe('su 26.10.');
  expect(fi.month({ year: 2025, month: 3 })).toBe('maaliskuu 2025');
  expect(sv.month({ year: 2025, month: 3 })).toBe('mars 2025');
  expect(en.month({ year: 2025, month: 3 })).toBe('March 2025');
});

describe('a range of hours', () => {
  test('is told by two clock times', () => {
    const start = wallTime('2025-01-15T03:00:00+02:00');
    expect([fi.timeRange(start, 60, false), en.timeRange(start, 15, false)]).toEqual(['3.00–4.00', '03:00–03:15']);
  });

  test('tells the two hours of the autumn night apart', () => {
    const ranges = ['+03:00', '+02:00'].map((offset) => fi.timeRange(wallTime(`2025-10-26T03:00:00${offset}`), 60, true));
    expect(ranges).toEqual(['3.00–4.00 (UTC+3)', '3.00–4.00 (UTC+2)']);
  });

  test('ends at midnight as 0.00, and in March at the hour that its own clock would show', () => {
    expect(fi.timeRange(wallTime('2025-01-15T23:00:00+02:00'), 60, false)).toBe('23.00–0.00');
    expect(fi.timeRange(wallTime('2025-03-30T02:00:00+02:00'), 60, false)).toBe('2.00–3.00');
  });
});

test('a wall-clock time is read with its offset', () => {
  expect(wallTime('2025-10-26T03:00:00+03:00')).toEqual({
    year: 2025, month: 10, day: 26, hour: 3, minute: 0, offset: 180, instant: Date.UTC(2025, 9, 26, 0, 0),
  });
  expect(wallTime('2025-10-26T00:00:00Z').instant).toBe(Date.UTC(2025, 9, 26));
  expect([120, -210].map(offsetName)).toEqual(['UTC+2', 'UTC−3:30']);
});
