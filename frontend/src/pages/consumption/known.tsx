import type { JSX } from 'preact';
import type { ConsumptionFigures } from '../../api/consumption';
import { addDays, type Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { compare, untaxedMonths, type Slot } from './slots';

/** The last day that has data, or null when none was ever delivered. */
export function newestDay(completeUntil: string | null): Day | null {
  if (!completeUntil) return null;
  const at = wallTime(completeUntil);
  return at.hour || at.minute ? at : addDays(at, -1);
}

interface Props {
  readonly period: Period;
  readonly figures: ConsumptionFigures;
  readonly previous: ConsumptionFigures | null;
  readonly slots: readonly Slot[];
}

/** How far the data reaches and when more comes, where the period is at that edge; what the dashes mean, what the change covers, and
 * whether euros are with the tax. */
export function KnownUntil({ period, figures, previous, slots }: Props): JSX.Element | null {
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
  const own = figures.vatTreatment;
  if (own) sentences.push(own === 'OUTSIDE' ? known.creditMonth : known.vat);
  if (own === 'PARTIALLY_OUTSIDE') {
    const months = untaxedMonths(slots).map(({ start, vat }) => (vat === 'OUTSIDE' ? f.month(start) : `${f.month(start)} (${known.partly})`));
    sentences.push(known.creditMonths(months.join(', ')));
  }
  const before = period.euros && previous?.vatTreatment;
  if (before && before !== (own ?? 'INCLUDED')) sentences.push(known.previousVat[before]);
  return sentences.length ? <p class="hint">{sentences.join(' ')}</p> : null;
}
