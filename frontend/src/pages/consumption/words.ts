/** Periods and slots in words. */
import { above, type Level, type Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import type { CostStatus } from '../../api/consumption';
import { compare, changeOf, isEstimate, type Slot, type Told } from './slots';

/** `2025`, `maaliskuu 2025`, `su 9.3.2025`. */
export function periodName(period: Period): string {
  const f = format.value;
  if (period.level === 'year') return String(period.year);
  return period.level === 'month' ? f.month(period) : f.fullDate(period);
}

/** The level above as a link says it: `2025`, `maaliskuu 2025`. */
export function aboveName(period: Period): string {
  const up = above(period);
  return up ? periodName(up) : '';
}

/** `maaliskuu 2025`, `ma 3.3.2025`, `3.00–4.00`. */
export function slotName(slot: Slot, level: Level): string {
  const f = format.value;
  if (level === 'year') return f.month(slot.start);
  return level === 'month' ? f.fullDate(slot.start) : f.timeRange(slot.start, slot.minutes, slot.repeated);
}

/** The same inside its period, shorter: `maaliskuu`, `ma 3.3.`. */
export function slotShortName(slot: Slot, level: Level): string {
  const f = format.value;
  if (level === 'year') return f.monthName(slot.start.month);
  return level === 'month' ? f.weekdayDate(slot.start) : f.timeRange(slot.start, slot.minutes, slot.repeated);
}

/** A figure in what the period is told in. */
export function amountText(value: number, euros: boolean | undefined): string {
  return euros ? format.value.cost(value) : format.value.energy(value);
}

/** What a value lacks, in a word or two, or null. */
export function weakness(told: Told, { level, euros }: Pick<Period, 'level' | 'euros'>): string | null {
  const { marks } = messages('consumption');
  const { quality, unfinished } = told;
  if (told.value === null) return null;
  if (quality === 'PARTIALLY_MISSING') return unfinished ? marks.unfinished : marks.partial;
  if (euros && told.costStatus === 'PARTIALLY_KNOWN') return unfinished ? marks.unfinished : marks.partialCost;
  if (quality === 'UNCERTAIN') return level === 'day' ? marks.uncertain : marks.includesUncertain;
  if (!isEstimate(quality)) return null;
  return level === 'day' ? marks.estimate : marks.includesEstimates;
}

/** The value, or why there is none: never zero for unknown. */
export function valueText(told: Told, euros: boolean | undefined): string {
  if (told.value !== null) return amountText(told.value, euros);
  const { noValue } = messages('consumption');
  if (euros && told.energyKwh !== null) return costWords(told.costStatus);
  if (told.mark === 'pending') return noValue.pending;
  return told.mark === 'none' ? noValue.noContract : noValue.missing;
}

function costWords(status: CostStatus): string {
  const { noCost } = messages('consumption');
  return status in noCost ? noCost[status as keyof typeof noCost] : noCost.NO_PRICE;
}

/**
 * What stands beside the value: euros beside kilowatt-hours and the other way round, the fees that come on top, and at what
 * price; null for nothing.
 */
export function besideText(
  told: Told & { readonly price?: number | null; readonly fees?: number | null; readonly exactCost?: number },
  { level, euros }: Pick<Period, 'level' | 'euros'>,
): string | null {
  const t = messages('consumption');
  const f = format.value;
  const { energyKwh, cost, costStatus, fees } = told;
  const parts: string[] = [];
  const paid = cost !== null ? (euros ? '' : f.cost(cost)) : energyKwh !== null && !euros ? costWords(costStatus) : '';
  const withFees = [paid, cost !== null && fees ? t.fee(f.money(fees)) : ''].filter(Boolean).join(' ');
  if (withFees) parts.push(withFees);
  if (energyKwh !== null && euros) parts.push(f.energy(energyKwh));
  let price = '';
  if (level === 'day' && told.price !== undefined) {
    if (told.price !== null) price = t.price(f.price(told.price));
  } else if (energyKwh !== null && energyKwh > 0 && cost !== null && costStatus === 'KNOWN') {
    price = t.meanPrice(f.price(((told.exactCost ?? cost) / energyKwh) * 100));
  }
  const untaxed = told.vat && told.vat !== 'INCLUDED' ? t.vat[told.vat] : '';
  if (price || untaxed) parts.push([price, untaxed].filter(Boolean).join(', '));
  return parts.length ? parts.join(' · ') : null;
}

/** The change between two whole values, or null. */
export function slotChange(slot: Slot): string | null {
  const both = compare([slot]);
  const change = both && changeOf(both.own, both.previous);
  return change === null ? null : format.value.change(change);
}

/** `maaliskuu 2025: 1 019 kWh (sisältää arvioita), 98,20 € · keskihinta 9,64 c/kWh. Edellinen vuosi 1 109 kWh, −8 %.` */
export function slotSentence(slot: Slot, period: Period): string {
  const t = messages('consumption');
  const weak = weakness(slot, period);
  const change = slotChange(slot);
  const beside = besideText(slot, period);
  const own = `${slotName(slot, period.level)}: ${valueText(slot, period.euros)}${weak ? ` (${weak})` : ''}${beside ? `, ${beside}` : ''}.`;
  if (slot.previous === null) return own;
  return `${own} ${t.previousYearValue(amountText(slot.previous, period.euros))}${change ? `, ${change}` : ''}.`;
}
