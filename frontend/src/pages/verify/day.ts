/** The quarter-hours of an invoice, day by day as the clock shows them. */
import type { Quarters } from '../../api/verification';
import { wallTime, type WallTime } from '../../i18n/format';

export interface Quarter {
  readonly start: WallTime;
  readonly startText: string;
  /** The clock shows this time twice that day. */
  readonly repeated: boolean;
  readonly energyKwh: number | null;
  readonly quality: Quarters['qualities'][number];
  readonly spot: number | null;
  readonly margin: number | null;
  readonly price: number | null;
  readonly cost: number | null;
  /** Euros from the first quarter of the invoice to the end of this one, of what is known. */
  readonly sum: number;
}

export interface Totals {
  /** Of what is known; null where nothing is. */
  readonly energyKwh: number | null;
  readonly cost: number | null;
  /** Quarters whose cost is not known. */
  readonly unknown: number;
}

/** `2026-10-25` of each day that has a quarter, in order, with the place of its first and the one after its last. */
export function daysOf({ starts }: Pick<Quarters, 'starts'>): Map<string, [number, number]> {
  const days = new Map<string, [number, number]>();
  starts.forEach((start, index) => {
    const day = start.slice(0, 10);
    const found = days.get(day);
    if (found) found[1] = index + 1;
    else days.set(day, [index, index + 1]);
  });
  return days;
}

export function quartersOf(columns: Quarters, [from, to]: readonly [number, number]): Quarter[] {
  const clock = columns.starts.slice(from, to).map((start) => start.slice(11, 16));
  const twice = new Set(clock.filter((at, index) => clock.indexOf(at) !== index));
  let sum = costOf(columns, 0, from) ?? 0;
  return clock.map((at, place) => {
    const index = from + place;
    const cost = columns.costs[index] ?? null;
    sum += cost ?? 0;
    return {
      start: wallTime(columns.starts[index] as string),
      startText: columns.starts[index] as string,
      repeated: twice.has(at),
      energyKwh: columns.energyKwh[index] ?? null,
      quality: columns.qualities[index] as Quarter['quality'],
      spot: columns.spotPrices[index] ?? null,
      margin: columns.margins[index] ?? null,
      price: columns.prices[index] ?? null,
      cost,
      sum,
    };
  });
}

export function totalsOf(columns: Quarters, [from, to]: readonly [number, number]): Totals {
  const energies = columns.energyKwh.slice(from, to).filter((value) => value !== null);
  return {
    // Exact for the six decimals that a value can have.
    energyKwh: energies.length ? energies.reduce((sum, value) => sum + Math.round(value * 1e6), 0) / 1e6 : null,
    cost: costOf(columns, from, to),
    unknown: columns.costs.slice(from, to).filter((value) => value === null).length,
  };
}

function costOf({ costs }: Pick<Quarters, 'costs'>, from: number, to: number): number | null {
  let sum: number | null = null;
  for (let index = from; index < to; index++) {
    const cost = costs[index];
    if (cost !== null && cost !== undefined) sum = (sum ?? 0) + cost;
  }
  return sum;
}
