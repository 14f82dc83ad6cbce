/** Which months are compared: whole ones, and of the present year those that are over. */
import { bounds, isoDay, monthOf, readPeriod, shift, type Period } from '../../app/period';
import type { Day } from '../../i18n/format';

/** Of the address; at first the last whole month. A day's address leads to its month. */
export function comparedPeriod(query: URLSearchParams, today: Day): Period {
  if (!query.has('y')) return lastWholeMonth(today);
  const { level, year, month } = readPeriod(query, today);
  const asked: Period = level === 'year' ? { level, year, month: 1, day: 1, quarters: false } : monthOf({ year, month });
  return isOver(asked, today) ? asked : lastWholeMonth(today);
}

/** First day, and the day after the last whole month. */
export function comparedDays(period: Period, today: Day): { from: string; to: string } {
  const { from, to } = bounds(period);
  const thisMonth = isoDay({ ...today, day: 1 });
  return { from, to: to > thisMonth ? thisMonth : to };
}

/** Whether a whole month of it is over. */
export function isOver(period: Period, today: Day): boolean {
  const { from, to } = comparedDays(period, today);
  return from < to;
}

export function lastWholeMonth(today: Day): Period {
  return shift(monthOf(today), -1);
}
