import type { JSX } from 'preact';
import type { ConsumptionFigures } from '../../api/consumption';
import { addDays, type Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { compare, type Slot } from './slots';

/** The last day that has data, or null when none was ever delivered. */
export function newestDay(completeUntil: string | null): Day | null {
  if (!completeUntil) return null;
  const at = wallTime(completeUntil);
  return at.hour || at.minute ? at : addDays(at, -1);
}

/** How far the data reaches and when more comes, where the period is at that edge; what the dashes mean, and what the change covers. */
export function KnownUntil({ period, figures, slots }: { period: Period; figures: ConsumptionFigures; slots: readonly Slot[] }): JSX.Element | null {
  const { known, comparedOver } = messages('consumption');
  const f = format.value;
  const sentences: string[] = [];
  const newest = newestDay(figures.completeUntil);
  if (newest && figures.completeUntil && slots.some((slot) => slot.unfinished)) {
    const at = wallTime(figures.completeUntil);
    sentences.push(at.hour || at.minute ? known.untilTime(f.date(at), f.time(at)) : known.until(f.date(newest)), known.daily);
  }
  const preliminary = figures.preliminaryFrom ? wallTime(figures.preliminaryFrom) : null;
  const first = slots[0];
  const last = slots.at(-1);
  if (preliminary && first && last && wallTime(last.endText).instant > preliminary.instant && slots.some((slot) => slot.energyKwh !== null)) {
    sentences.push(known.preliminary(f.date(preliminary)));
  }
  if (slots.some((slot) => slot.mark === 'missing' || (slot.mark === 'partial' && !slot.unfinished))) sentences.push(known.gaps);
  const both = compare(slots);
  if (both && !both.complete) sentences.push(comparedOver[period.quarters ? 'quarters' : period.level](both.slots));
  if (period.level === 'month' && Number(figures.cost?.amount ?? 0) < 0) sentences.push(known.creditMonth);
  else if (slots.some((slot) => slot.cost !== null)) {
    sentences.push(known.vat);
    if (slots.some((slot) => (slot.cost ?? 0) < 0)) sentences.push(known.creditMonths);
  }
  return sentences.length ? <p class="hint">{sentences.join(' ')}</p> : null;
}
