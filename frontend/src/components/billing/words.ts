/** Days and periods of invoices in words. */
import { addDays } from '../../app/period';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';

/** `7.12.2026`, of `2026-12-07`. */
export function dayText(day: string): string {
  return format.value.date(wallTime(day));
}

/** `lokakuu 2026` where the period is a month, else `15.10.–30.11.2026`; its last day is included. */
export function periodText(from: string, to: string): string {
  const f = format.value;
  const [first, last] = [wallTime(from), wallTime(to)];
  const after = addDays(last, 1);
  if (first.day === 1 && after.day === 1 && first.month === last.month && first.year === last.year) return f.month(first);
  return rangeText(from, to);
}

/** `1.10.–31.10.2026`, with both years where they differ. */
export function rangeText(from: string, to: string): string {
  const f = format.value;
  const [first, last] = [wallTime(from), wallTime(to)];
  return `${first.year === last.year ? f.dayAndMonth(first) : f.date(first)}–${f.date(last)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
