/** What a card says of a metering point, from the server's own sums and days. */
import type { CustomerInvoices, PointFigures } from '../../api/home';
import { wallTime, type Day, type WallTime } from '../../i18n/format';
import type { Consumption } from '../../i18n/fi/consumption';

type Days = PointFigures['thisMonth'];
type Quality = keyof Consumption['qualities'];

export interface SparkDay {
  readonly value: number | null;
  readonly mark: 'solid' | 'estimate' | 'missing' | 'none';
}

const ESTIMATES: readonly Quality[] = ['ESTIMATED', 'ESTIMATED_ACCEPTED', 'TEMPORARY', 'UNCERTAIN'];

export function isEstimate(quality: Quality): boolean {
  return ESTIMATES.includes(quality);
}

/** A month's days for the small chart. */
export function sparkDays(days: Days): SparkDay[] {
  return days.columns.energyKwh.map((value, index) => {
    const quality = days.columns.qualities[index] as Quality;
    if (value === null) return { value, mark: quality === 'MISSING' ? 'missing' : 'none' };
    return { value, mark: isEstimate(quality) ? 'estimate' : 'solid' };
  });
}

/** Days with a hole, where the data is already past them; the newest day may simply be on its way. */
export function gapDays(days: Days, completeUntil: string | null): Day[] {
  const limit = completeUntil ? wallTime(completeUntil).instant : -Infinity;
  return days.columns.starts.flatMap((text, index) => {
    const quality = days.columns.qualities[index] as Quality;
    const start = wallTime(text);
    const next = days.columns.starts[index + 1];
    const past = next ? wallTime(next).instant <= limit : start.instant < limit;
    return past && (quality === 'MISSING' || quality === 'PARTIALLY_MISSING') ? [start] : [];
  });
}

/** `completeUntil` as people say it: midnight is the end of the day before. */
export function knownUntil(completeUntil: string | null): { day: Day; time: WallTime | null } | null {
  if (!completeUntil) return null;
  const at = wallTime(completeUntil);
  if (at.hour || at.minute) return { day: at, time: at };
  const before = new Date(Date.UTC(at.year, at.month - 1, at.day - 1));
  return { day: { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() }, time: null };
}

/** What is to be paid: its sum, the nearest day it is due, and the invoice of that day; null where nothing is. */
export function unpaidOf({ nodes }: Pick<CustomerInvoices['unpaid'], 'nodes'>) {
  const [first, ...others] = [...nodes].sort((one, other) => one.dueDate.localeCompare(other.dueDate));
  if (!first) return null;
  // Whole cents: sums of binary fractions would drift.
  const cents = [first, ...others].reduce((sum, { openAmount }) => sum + Math.round(Number(openAmount.amount) * 100), 0);
  return { id: first.id, due: first.dueDate, total: cents / 100, count: nodes.length, overdue: nodes.filter(({ status }) => status === 'OVERDUE').length };
}
