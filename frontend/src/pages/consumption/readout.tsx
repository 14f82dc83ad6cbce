import type { ComponentChildren, JSX } from 'preact';
import type { ConsumptionFigures } from '../../api/consumption';
import type { Level, Period } from '../../app/period';
import { Mark } from '../../charts/legend';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { changeOf, compare, type Slot, type Told } from './slots';
import { amountText, besideText, periodName, slotChange, slotName, slotShortName, valueText, weakness } from './words';

interface Props {
  readonly period: Period;
  readonly slots: readonly Slot[];
  readonly figures: ConsumptionFigures;
  readonly previous: ConsumptionFigures | null;
  readonly chosen: Slot | null;
  /** In the corner. */
  readonly children?: ComponentChildren;
}

/** The headline: the whole period, or the slot that is chosen. Always as many lines, so that the plot stays where it is. */
export function Readout({ period, slots, figures, previous, chosen, children }: Props): JSX.Element {
  const t = messages('consumption');
  const { level, euros } = period;
  const whole = wholeOf(figures, slots, euros);
  const value = chosen ?? whole;
  const weak = weakness(value, { ...period, level: chosen ? level : coarser(level) });
  // A word or two fit beside the figure; a clause goes to the line under it.
  const short = weak !== null && weak.length <= 10;
  const when = chosen ? slotName(chosen, level) : wholeText(period, slots);
  return (
    <div class="readout">
      <p class={value.value === null ? 'big big-words' : 'big'}>
        {valueText(value, euros)}
        {short && <small> ({weak})</small>}
      </p>
      {children}
      <p class="muted">
        {when}
        {weak && !short && ` · ${weak}`}
      </p>
      <p class="readout-beside">{besideText(value, period)}</p>
      <p class="readout-previous">
        {chosen ? (
          chosen.previous === null ? (
            <span class="muted">{t.noPrevious}</span>
          ) : (
            <>
              <Mark of="previous" />
              <span>
                {t.previousYearValue(amountText(chosen.previous, euros))} <Change text={slotChange(chosen)} />
              </span>
            </>
          )
        ) : (
          <WholeChange slots={slots} previous={previous} euros={euros} />
        )}
      </p>
    </div>
  );
}

/** The period in one sentence, for those who hear it. */
export function periodSummary(period: Period, slots: readonly Slot[], figures: ConsumptionFigures): string {
  const whole = wholeOf(figures, slots, period.euros);
  const weak = weakness(whole, { ...period, level: coarser(period.level) });
  const largest = largestText(period, slots);
  const beside = besideText(whole, period);
  const said = `${periodName(period)}: ${valueText(whole, period.euros)}${weak ? ` (${weak})` : ''}${beside ? `, ${beside}` : ''}.`;
  return largest ? `${said} ${largest.charAt(0).toUpperCase()}${largest.slice(1)}.` : said;
}

function WholeChange(props: { slots: readonly Slot[]; previous: ConsumptionFigures | null; euros: boolean | undefined }): JSX.Element {
  const t = messages('consumption');
  const { slots, previous, euros } = props;
  const both = compare(slots);
  const change = both && changeOf(both.own, both.previous);
  const total = (euros ? numberOf(previous?.cost) : previous?.energyKwh) ?? null;
  if (!both && total === null) return <span class="muted">{t.noPrevious}</span>;
  return (
    <>
      <Mark of="previous" />
      <span>
        {/* A whole year beside a part of this one would mislead: then only the change over what both have. */}
        {total !== null && (!both || both.complete) && `${t.previousYearValue(amountText(total, euros))} `}
        {both && change !== null && <strong>{both.complete ? format.value.change(change) : t.againstPrevious(format.value.change(change))}</strong>}
      </span>
    </>
  );
}

function Change({ text }: { text: string | null }): JSX.Element | null {
  return text === null ? null : <strong>{text}</strong>;
}

function wholeText(period: Period, slots: readonly Slot[]): string {
  const largest = largestText(period, slots);
  return largest ? `${periodName(period)}, ${largest}` : periodName(period);
}

function largestText(period: Period, slots: readonly Slot[]): string | null {
  let largest: Slot | null = null;
  for (const slot of slots) {
    if (slot.value !== null && slot.value > (largest?.value ?? 0)) largest = slot;
  }
  if (!largest) return null;
  return messages('consumption').largest(slotShortName(largest, period.level), valueText(largest, period.euros));
}

/** The server's own sum of the period, told like a slot. */
function wholeOf(figures: ConsumptionFigures, slots: readonly Slot[], euros: boolean | undefined): Told & { fees: number | null; exactCost: number } {
  const { energyKwh, quality, costStatus, vatTreatment: vat } = figures;
  const cost = numberOf(figures.cost);
  const unfinished = slots.at(-1)?.unfinished ?? false;
  const pending = quality === 'PENDING' || (slots.length > 0 && slots.every((slot) => slot.mark === 'pending'));
  return {
    value: euros ? cost : energyKwh,
    energyKwh,
    quality,
    cost,
    costStatus,
    vat,
    exactCost: slots.reduce((sum, slot) => sum + (slot.cost ?? 0), 0),
    fees: numberOf(figures.basicFees),
    unfinished: unfinished && !slots.some((slot) => slot.mark === 'missing' || (slot.mark === 'partial' && !slot.unfinished)),
    mark: pending ? 'pending' : quality === 'NO_CONTRACT' ? 'none' : 'missing',
  };
}

function numberOf(money: { readonly amount: string } | null | undefined): number | null {
  return money ? Number(money.amount) : null;
}

/** A sum over slots tells of estimates as the level above would. */
function coarser(level: Level): Level {
  return level === 'day' ? 'month' : level;
}
