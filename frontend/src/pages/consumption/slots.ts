/**
 * The chart's slots: the server's intervals, each beside its counterpart of a year before.
 *
 * Counterparts are found by position in the calendar, never by counting hours: a month by its number, a day by its
 * day of the month, an hour or quarter by the time on the clock. The clock shows the autumn night's hour twice;
 * then the first belongs to the first and the second to the second, and where last year has no second there is no
 * counterpart. So 29 February has none, and the hour that spring skips is nobody's.
 */
import type { ConsumptionFigures, CostStatus, Quality, VatTreatment } from '../../api/consumption';
import { wallTime, type WallTime } from '../../i18n/format';
import type { Level, Period } from '../../app/period';

/** How a slot is drawn and told. */
export type Mark = 'solid' | 'estimate' | 'partial' | 'missing' | 'pending' | 'none';

export interface Slot {
  readonly start: WallTime;
  readonly startText: string;
  readonly endText: string;
  readonly minutes: number;
  /** The clock shows this time twice that day. */
  readonly repeated: boolean;
  readonly energyKwh: number | null;
  readonly quality: Quality;
  /** Euros, without monthly fees. */
  readonly cost: number | null;
  readonly costStatus: CostStatus;
  /** The mean of its quarters in c/kWh. */
  readonly price: number | null;
  /** Whether the two are with VAT. */
  readonly vat: VatTreatment | null;
  readonly mark: Mark;
  /** Its end is after the newest delivered interval: more is still to come. */
  readonly unfinished: boolean;
  /** What is drawn and told first: kilowatt-hours, or euros where the period is told in them. The next three likewise. */
  readonly value: number | null;
  /** Known in full: a sum with a hole in it is not comparable. */
  readonly whole: boolean;
  readonly previous: number | null;
  readonly previousWhole: boolean;
  readonly previousVat: VatTreatment | null;
}

/** What a sum over a period, or one slot, says of itself. */
export type Told = Pick<Slot, 'value' | 'energyKwh' | 'quality' | 'cost' | 'costStatus' | 'vat' | 'unfinished' | 'mark'>;

export interface Comparison {
  /** This year and the year before, over the slots known in full in both. */
  readonly own: number;
  readonly previous: number;
  readonly slots: number;
  /** Every slot of the period was counted. */
  readonly complete: boolean;
}

export function slotsOf(
  current: ConsumptionFigures,
  previous: ConsumptionFigures | null | undefined,
  { level, euros = false }: Pick<Period, 'level' | 'euros'>,
): Slot[] {
  const starts = current.columns.starts.map(wallTime);
  const clock = starts.map((start) => place(start, level));
  const twice = repeats(clock);
  const before = counterparts(previous, level);
  const completeUntil = current.completeUntil ? wallTime(current.completeUntil).instant : -Infinity;
  const seen = new Map<string, number>();

  return starts.map((start, index) => {
    const at = clock[index] as string;
    const turn = seen.get(at) ?? 0;
    seen.set(at, turn + 1);
    const energyKwh = current.columns.energyKwh[index] ?? null;
    const quality = current.columns.qualities[index] as Quality;
    const endText = current.columns.ends[index] as string;
    const end = wallTime(endText).instant;
    const counterpart = before.get(`${at}/${turn}`);
    const unfinished = end > completeUntil;
    const cost = current.columns.costs[index] ?? null;
    const costStatus = current.columns.costStatuses[index] as CostStatus;
    const vat = current.columns.vatTreatments[index] ?? null;
    const own = { energyKwh, quality, cost, costStatus, vat };
    return {
      start,
      startText: current.columns.starts[index] as string,
      endText,
      minutes: (end - start.instant) / 60_000,
      repeated: level === 'day' && twice.has(at),
      ...own,
      price: current.columns.prices[index] ?? null,
      mark: euros ? costMark(own, unfinished) : markOf(energyKwh, quality, unfinished),
      unfinished,
      value: euros ? cost : energyKwh,
      whole: isWhole(own, euros),
      previous: (euros ? counterpart?.cost : counterpart?.energyKwh) ?? null,
      previousWhole: counterpart !== undefined && isWhole(counterpart, euros),
      previousVat: counterpart?.vat ?? null,
    };
  });
}

type Figure = Pick<Slot, 'energyKwh' | 'quality' | 'cost' | 'costStatus' | 'vat'>;

function isWhole({ energyKwh, quality, cost, costStatus }: Figure, euros: boolean): boolean {
  const energyIsWhole = energyKwh !== null && quality !== 'PARTIALLY_MISSING';
  return energyIsWhole && (!euros || (cost !== null && costStatus === 'KNOWN'));
}

/** This year against the year before, over the slots known in both; null when there is none. */
export function compare(slots: readonly Slot[]): Comparison | null {
  const both = slots.filter((slot) => slot.previousWhole && slot.whole);
  if (both.length === 0) return null;
  return {
    own: sum(both.map((slot) => slot.value as number)),
    previous: sum(both.map((slot) => slot.previous as number)),
    slots: both.length,
    complete: both.length === slots.length,
  };
}

/** The months, each by a time of it, whose euros are without the tax; partly where two contracts share one. */
export function untaxedMonths(slots: readonly Pick<Slot, 'start' | 'vat'>[]): { start: WallTime; vat: VatTreatment }[] {
  const months = new Map<number, { start: WallTime; vat: VatTreatment }>();
  for (const { start, vat } of slots) {
    const month = start.year * 12 + start.month;
    const known = months.get(month);
    if (vat) months.set(month, { start, vat: known && known.vat !== vat ? 'PARTIALLY_OUTSIDE' : vat });
  }
  return [...months.values()].filter(({ vat }) => vat !== 'INCLUDED');
}

/** The change as a ratio, −0.08 for eight percent less; null where the year before is zero. */
export function changeOf(own: number, previous: number): number | null {
  return previous > 0 ? (own - previous) / previous : null;
}

export function isEstimate(quality: Quality): boolean {
  return quality === 'ESTIMATED' || quality === 'ESTIMATED_ACCEPTED' || quality === 'TEMPORARY' || quality === 'UNCERTAIN';
}

function markOf(energyKwh: number | null, quality: Quality, unfinished: boolean): Mark {
  if (energyKwh === null) {
    if (quality === 'PENDING' || (unfinished && quality !== 'NO_CONTRACT')) return 'pending';
    return quality === 'NO_CONTRACT' ? 'none' : 'missing';
  }
  if (quality === 'PARTIALLY_MISSING') return 'partial';
  return isEstimate(quality) ? 'estimate' : 'solid';
}

/** Without energy there is no cost either, for the same reason; energy whose cost is not known is drawn as missing. */
export function costMark({ energyKwh, quality, cost, costStatus }: Omit<Figure, 'vat'>, unfinished: boolean): Mark {
  if (energyKwh === null) return markOf(null, quality, unfinished);
  if (cost === null) return costStatus === 'NO_CONTRACT' ? 'none' : 'missing';
  return costStatus === 'PARTIALLY_KNOWN' ? 'partial' : markOf(energyKwh, quality, unfinished);
}

/** Where a slot stands in its period. */
function place(start: WallTime, level: Level): string {
  if (level === 'year') return `${start.month}`;
  if (level === 'month') return `${start.day}`;
  return `${start.hour}:${start.minute}`;
}

function repeats(places: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(places.filter((at) => seen.has(at) || !seen.add(at)));
}

function counterparts(previous: ConsumptionFigures | null | undefined, level: Level) {
  const found = new Map<string, Figure>();
  const seen = new Map<string, number>();
  previous?.columns.starts.forEach((text, index) => {
    const at = place(wallTime(text), level);
    const turn = seen.get(at) ?? 0;
    seen.set(at, turn + 1);
    found.set(`${at}/${turn}`, {
      energyKwh: previous.columns.energyKwh[index] ?? null,
      quality: previous.columns.qualities[index] as Quality,
      cost: previous.columns.costs[index] ?? null,
      costStatus: previous.columns.costStatuses[index] as CostStatus,
      vat: previous.columns.vatTreatments[index] ?? null,
    });
  });
  return found;
}

/** Exact for the six decimals that a value can have. */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 1e6), 0) / 1e6;
}
