/** Days and periods of invoices in words. */
import type { MeteringPoint } from '../../api/session';
import { addDays } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { pointName } from '../place-name';

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

type Point = Pick<MeteringPoint, 'name' | 'address'>;

/** `Leipomo, 15.10.–31.10.2026`: which of several places a row is for, and which part of the invoice's period; null for all of it. */
export function rowScope(
  row: { meteringPoint: Point | null; periodFrom: string | null; periodTo: string | null },
  invoice: { meteringPoint: Point | null; periodFrom: string; periodTo: string },
): string | null {
  const { meteringPoint: point, periodFrom: from, periodTo: to } = row;
  const parts = point && !invoice.meteringPoint ? [pointName(point)] : [];
  if (from && to && (from !== invoice.periodFrom || to !== invoice.periodTo)) parts.push(rangeText(from, to));
  return parts.join(', ') || null;
}

/** `sisältää alv`, said of an invoice's sums; `ilman alv` where there is no tax in any of it. */
export function vatText({ vat }: { vat: { amount: string } | null }): string {
  const t = messages('billing').invoice;
  return vat && Number(vat.amount) === 0 ? t.withoutVat : t.withVat;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
