import type { JSX } from 'preact';
import type { ConsumptionFigures } from '../../api/consumption';
import type { Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { changeOf, compare, type Slot } from './slots';
import { periodName, slotChange, slotShortName } from './words';

interface Props {
  readonly period: Period;
  readonly slots: readonly Slot[];
  readonly figures: ConsumptionFigures;
  readonly previous: ConsumptionFigures | null;
}

/** What the chart shows, as figures: in the unit of the period first, in the other after it. */
export function DataTable({ period, slots, figures, previous }: Props): JSX.Element {
  const { table, qualities } = messages('consumption');
  const f = format.value;
  const { level, euros } = period;
  const caption = table.caption(periodName(period));
  const both = compare(slots);
  const change = both && changeOf(both.own, both.previous);
  const none = '–';
  const energy = (kwh: number | null | undefined) => (kwh == null ? none : f.energy(kwh));
  const cost = (amount: number | null | undefined) => (amount == null ? none : f.cost(amount));
  const [own, other] = euros ? [cost, energy] : [energy, cost];
  const [ownName, otherName] = euros ? [table.cost, table.own] : [table.own, table.cost];
  const sums = { own: sumOf(figures, euros), other: sumOf(figures, !euros), previous: sumOf(previous, euros) };
  const withPrices = level === 'day';
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table class="data">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.time[level]}</th>
            {[ownName, table.previous, table.change].map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
            <th scope="col">{table.quality}</th>
            {withPrices && (
              <th scope="col" class="number">
                {table.price}
              </th>
            )}
            <th scope="col" class="number">
              {otherName}
            </th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.startText}>
              <th scope="row">{slotShortName(slot, level)}</th>
              <td class="number">{own(slot.value)}</td>
              <td class="number">{own(slot.previous)}</td>
              <td class="number">{slotChange(slot) ?? none}</td>
              <td>{qualities[slot.energyKwh === null && slot.mark === 'pending' ? 'PENDING' : slot.quality]}</td>
              {withPrices && <td class="number">{slot.price === null ? none : f.price(slot.price)}</td>}
              <td class="number">{other(euros ? slot.energyKwh : slot.cost)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{table.total}</th>
            <td class="number">{own(sums.own)}</td>
            <td class="number">{own(sums.previous)}</td>
            <td class="number">{change === null ? none : f.change(change)}</td>
            <td>{qualities[figures.quality]}</td>
            {withPrices && <td />}
            <td class="number">{other(sums.other)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function sumOf(figures: ConsumptionFigures | null, euros: boolean | undefined): number | null {
  if (!euros) return figures?.energyKwh ?? null;
  return figures?.cost ? Number(figures.cost.amount) : null;
}
