import type { JSX } from 'preact';
import type { ConsumptionFigures } from '../../api/consumption';
import type { Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { changeOf, compare, type Slot } from './slots';
import { periodName, slotChange, slotShortName, valueText } from './words';

interface Props {
  readonly period: Period;
  readonly slots: readonly Slot[];
  readonly figures: ConsumptionFigures;
  readonly previous: ConsumptionFigures | null;
}

export function DataTable({ period, slots, figures, previous }: Props): JSX.Element {
  const { table, qualities } = messages('consumption');
  const f = format.value;
  const caption = table.caption(periodName(period));
  const both = compare(slots);
  const change = both && changeOf(both.ownKwh, both.previousKwh);
  const none = '–';
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table class="data">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.time[period.level]}</th>
            <th scope="col" class="number">
              {table.own}
            </th>
            <th scope="col" class="number">
              {table.previous}
            </th>
            <th scope="col" class="number">
              {table.change}
            </th>
            <th scope="col">{table.quality}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.startText}>
              <th scope="row">{slotShortName(slot, period.level)}</th>
              <td class="number">{slot.energyKwh === null ? none : valueText(slot)}</td>
              <td class="number">{slot.previousKwh === null ? none : f.energy(slot.previousKwh)}</td>
              <td class="number">{slotChange(slot) ?? none}</td>
              <td>{qualities[slot.mark === 'pending' ? 'PENDING' : slot.quality]}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{table.total}</th>
            <td class="number">{figures.energyKwh === null ? none : f.energy(figures.energyKwh)}</td>
            <td class="number">{previous?.energyKwh == null ? none : f.energy(previous.energyKwh)}</td>
            <td class="number">{change === null ? none : f.change(change)}</td>
            <td>{qualities[figures.quality]}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
