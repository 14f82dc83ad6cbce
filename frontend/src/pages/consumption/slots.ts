/**
 * The chart's slots: the server's intervals, each beside its counterpart of a year before.
 *
 * Counterparts are found by position in the calendar, never by counting hours: a month by its number, a day by its
 * day of the month, an hour or quarter by the time on the clock. The clock shows the autumn night's hour twice;
 * then the first belongs to the first and the second to the second, and where last year has no second there is no
 * counterpart. So 29 February has none, and the hour that spring skips is nobody's.
 */
import type { ConsumptionFigures, Quality } from '../../api/consumption';
import { wallTime, type WallTime } from '../../i18n/format';
import type { Level } from '../../app/period';

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
  readonly mark: Mark;
  /** Its end is after the newest delivered interval: more is still to come. */
  readonly unfinished: boolean;
  readonly previousKwh: number | null;
  /** The counterpart is known in full. */
  readonly previousWhole: boolean;
}

export interface Comparison {
  /** This year and the year before, over the slots known in full in both. */
  readonly ownKwh: number;
  readonly previousKwh: number;
  readonly slots: number;
  /** Every slot of the period was counted. */
  readonly complete: boolean;
}

export function slotsOf(current: ConsumptionFigures, previous: ConsumptionFigures | null | undefined, level: Level): Slot[] {
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
    return {
      start,
      startText: current.columns.starts[index] as string,
      endText,
      minutes: (end - start.instant) / 60_000,
      repeated: level === 'day' && twice.has(at),
      energyKwh,
      quality,
      mark: markOf(energyKwh, quality, unfinished),
      unfinished,
      previousKwh: counterpart?.energyKwh ?? null,
      previousWhole: counterpart !== undefined && isWhole(counterpart.energyKwh, counterpart.quality),
    };
  });
}

/** Known in full: a sum with a hole in it is not comparable. */
export function isWhole(energyKwh: number | null, quality: Quality): boolean {
  return energyKwh !== null && quality !== 'PARTIALLY_MISSING';
}

/** This year against the year before, over the slots known in both; null when there is none. */
export function compare(slots: readonly Slot[]): Comparison | null {
  const both = slots.filter((slot) => slot.previousWhole && isWhole(slot.energyKwh, slot.quality));
  if (both.length === 0) return null;
  return {
    ownKwh: sum(both.map((slot) => slot.energyKwh as number)),
    previousKwh: sum(both.map((slot) => slot.previousKwh as number)),
    slots: both.length,
    complete: both.length === slots.length,
  };
}

/** The change as a ratio, −0.08 for eight percent less; null where the year before is zero. */
export function changeOf(ownKwh: number, previousKwh: number): number | null {
  return previousKwh > 0 ? (ownKwh - previousKwh) / previousKwh : null;
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
  const found = new Map<string, { energyKwh: number | null; quality: Quality }>();
  const seen = new Map<string, number>();
  previous?.columns.starts.forEach((text, index) => {
    const at = place(wallTime(text), level);
    const turn = seen.get(at) ?? 0;
    seen.set(at, turn + 1);
    found.set(`${at}/${turn}`, {
      energyKwh: previous.columns.energyKwh[index] ?? null,
      quality: previous.columns.qualities[index] as Quality,
    });
  });
  return found;
}

/** Exact for the six decimals that a value can have. */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 1e6), 0) / 1e6;
}
