/**
 * The period that the URL names: `?y=2025` a year, `&m=3` a month, `&d=9` a day, `&u=15` quarter-hours; and what it is told
 * in: `&u=e` euros, `&u=15e` both.
 * Plain arithmetic on calendar numbers. Where a day or month begins in time is the server's to say.
 */
import type { Day } from '../i18n/format';
import { TIME_ZONE } from '../i18n/languages';

export type Level = 'year' | 'month' | 'day';
export type Resolution = 'MONTH' | 'DAY' | 'HOUR' | 'QUARTER_HOUR';

export interface Period {
  readonly level: Level;
  readonly year: number;
  /** 1–12, or 1 at the year's level. */
  readonly month: number;
  /** 1–31, or 1 above the day's level. */
  readonly day: number;
  readonly quarters: boolean;
  /** Told in euros; kilowatt-hours otherwise. */
  readonly euros?: boolean;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Reads the query. What makes no sense is left out, so that every address shows something: at worst this year. */
export function readPeriod(query: URLSearchParams, today: Day): Period {
  const unit = query.get('u') ?? '';
  const period = readDays(query, today);
  return {
    ...period,
    quarters: period.level === 'day' && unit.startsWith('15'),
    ...(unit.endsWith('e') && { euros: true }),
  };
}

function readDays(query: URLSearchParams, today: Day): Period {
  const year = whole(query.get('y'), FIRST_YEAR, LAST_YEAR);
  if (year === null) return yearOf(today.year);
  const month = whole(query.get('m'), 1, 12);
  if (month === null) return yearOf(year);
  const day = whole(query.get('d'), 1, daysIn(year, month));
  return day === null ? monthOf({ year, month }) : dayOf({ year, month, day });
}

export function yearOf(year: number): Period {
  return { level: 'year', year, month: 1, day: 1, quarters: false };
}

export function monthOf({ year, month }: Pick<Day, 'year' | 'month'>): Period {
  return { level: 'month', year, month, day: 1, quarters: false };
}

export function dayOf({ year, month, day }: Day): Period {
  return { level: 'day', year, month, day, quarters: false };
}

/** `?y=2025&m=3`. */
export function search(period: Period): string {
  const parts = [`y=${period.year}`];
  if (period.level !== 'year') parts.push(`m=${period.month}`);
  if (period.level === 'day') parts.push(`d=${period.day}`);
  const unit = `${period.quarters ? '15' : ''}${period.euros ? 'e' : ''}`;
  if (unit) parts.push(`u=${unit}`);
  return `?${parts.join('&')}`;
}

/** First day, and the day after the last, as `2025-03-01`. */
export function bounds(period: Period): { from: string; to: string } {
  return { from: isoDay(period), to: isoDay(shift(period, 1)) };
}

export function resolutionOf(period: Period): Resolution {
  if (period.level === 'year') return 'MONTH';
  if (period.level === 'month') return 'DAY';
  return period.quarters ? 'QUARTER_HOUR' : 'HOUR';
}

/** The same period `steps` later. */
export function shift(period: Period, steps: number): Period {
  if (period.level === 'year') return { ...period, year: period.year + steps };
  const at = new Date(
    Date.UTC(period.year, period.month - 1 + (period.level === 'month' ? steps : 0), period.day + (period.level === 'day' ? steps : 0)),
  );
  return { ...period, ...dayFrom(at) };
}

/** The level above, or null at the year. */
export function above(period: Period): Period | null {
  if (period.level === 'year') return null;
  return inUnitOf(period, period.level === 'month' ? yearOf(period.year) : monthOf(period));
}

/** The month or day that begins at `start`, one level below; null at the day. */
export function below(period: Period, start: Day): Period | null {
  if (period.level === 'day') return null;
  return inUnitOf(period, period.level === 'month' ? dayOf(start) : monthOf(start));
}

/** Another period, told in what this one is told in. */
export function inUnitOf(period: Period, other: Period): Period {
  return period.euros ? { ...other, euros: true } : other;
}

/** The same calendar period a year earlier; null for 29 February, which has none. */
export function yearBefore(period: Period): Period | null {
  const year = period.year - 1;
  return period.level === 'day' && period.day > daysIn(year, period.month) ? null : { ...period, year };
}

/** Whether the whole period is after `today`. */
export function isFuture(period: Period, today: Day): boolean {
  return isoDay(period) > isoDay(today);
}

/** The calendar day that it now is in the market's time zone. */
export function marketToday(now: Date, timeZone = TIME_ZONE): Day {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(now);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: value('year'), month: value('month'), day: value('day') };
}

export function addDays({ year, month, day }: Day, days: number): Day {
  return dayFrom(new Date(Date.UTC(year, month - 1, day + days)));
}

export function isoDay({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayFrom(at: Date): Day {
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

function whole(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
