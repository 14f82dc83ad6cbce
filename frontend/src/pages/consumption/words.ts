/** Periods and slots in words. */
import { above, type Level, type Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { compare, changeOf, isEstimate, type Slot } from './slots';

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

/** What a value lacks, in a word or two, or null. */
export function weakness(slot: Pick<Slot, 'energyKwh' | 'quality' | 'unfinished'>, level: Level): string | null {
  const { marks } = messages('consumption');
  if (slot.energyKwh === null) return null;
  if (slot.quality === 'PARTIALLY_MISSING') return slot.unfinished ? marks.unfinished : marks.partial;
  if (slot.quality === 'UNCERTAIN') return level === 'day' ? marks.uncertain : marks.includesUncertain;
  if (!isEstimate(slot.quality)) return null;
  return level === 'day' ? marks.estimate : marks.includesEstimates;
}

/** The value, or why there is none: never zero for unknown. */
export function valueText(slot: Pick<Slot, 'energyKwh' | 'mark'>): string {
  if (slot.energyKwh !== null) return format.value.energy(slot.energyKwh);
  const { noValue } = messages('consumption');
  if (slot.mark === 'pending') return noValue.pending;
  return slot.mark === 'none' ? noValue.noContract : noValue.missing;
}

/** The change between two whole values, or null. */
export function slotChange(slot: Slot): string | null {
  const both = compare([slot]);
  const change = both && changeOf(both.ownKwh, both.previousKwh);
  return change === null ? null : format.value.change(change);
}

/** `maaliskuu 2025: 1 019 kWh (sisältää arvioita). Edellinen vuosi 1 109 kWh, −8 %.` */
export function slotSentence(slot: Slot, level: Level): string {
  const t = messages('consumption');
  const weak = weakness(slot, level);
  const change = slotChange(slot);
  const own = `${slotName(slot, level)}: ${valueText(slot)}${weak ? ` (${weak})` : ''}.`;
  if (slot.previousKwh === null) return own;
  return `${own} ${t.previousYearValue(format.value.energy(slot.previousKwh))}${change ? `, ${change}` : ''}.`;
}
