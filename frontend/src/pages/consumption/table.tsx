import type { JSX } from 'preact';
import type { ConsumptionFigures, VatTreatment } from '../../api/consumption';
import type { Period } from '../../app/period';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { changeOf, compare, type Slot } from './slots';
import { periodName, slotChange, slotShortName } from './words';

const NONE = '–';

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
  const own = columnOf(figures, euros);
  const before = columnOf(previous, euros);
  const other = columnOf(figures, !euros);
  const price = columnOf({ vatTreatment: slots.find(({ vat }) => vat)?.vat ?? null }, true);
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
            {[[ownName, own.tax], [table.previous, before.tax], [table.change]].map(([name, tax]) => (
              <th key={name} scope="col" class="number">
                {name}
                {tax}
              </th>
            ))}
            <th scope="col">{table.quality}</th>
            {withPrices && (
              <th scope="col" class="number">
                {table.price}
                {price.tax}
              </th>
            )}
            <th scope="col" class="number">
              {otherName}
              {other.tax}
            </th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.startText}>
              <th scope="row">{slotShortName(slot, level)}</th>
              <td class="number">{own.cell(slot.value, slot.vat)}</td>
              <td class="number">{before.cell(slot.previous, slot.previousVat)}</td>
              <td class="number">{slotChange(slot) ?? NONE}</td>
              <td>{qualities[slot.energyKwh === null && slot.mark === 'pending' ? 'PENDING' : slot.quality]}</td>
              {withPrices && <td class="number">{slot.price === null ? NONE : f.price(slot.price)}</td>}
              <td class="number">{other.cell(euros ? slot.energyKwh : slot.cost, slot.vat)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{table.total}</th>
            <td class="number">{own.cell(sums.own, figures.vatTreatment)}</td>
            <td class="number">{before.cell(sums.previous, previous?.vatTreatment)}</td>
            <td class="number">{change === null ? NONE : f.change(change)}</td>
            <td>{qualities[figures.quality]}</td>
            {withPrices && <td />}
            <td class="number">{other.cell(sums.other, figures.vatTreatment)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** How a column tells kilowatt-hours, or euros: its heading says whether they are with the tax, and a cell where it is otherwise. */
function columnOf(figures: Pick<ConsumptionFigures, 'vatTreatment'> | null, euros: boolean | undefined) {
  const f = format.value;
  const whole = (euros && figures?.vatTreatment) || null;
  const headed = whole === 'OUTSIDE' ? whole : 'INCLUDED';
  const tax = (vat: VatTreatment) => (
    <>
      {' '}
      <small>{messages('consumption').vat[vat]}</small>
    </>
  );
  return {
    tax: whole && tax(headed),
    cell: (value: number | null | undefined, vat: VatTreatment | null | undefined) => (
      <>
        {value == null ? NONE : euros ? f.cost(value) : f.energy(value)}
        {euros && value != null && vat && vat !== headed && tax(vat)}
      </>
    ),
  };
}

function sumOf(figures: ConsumptionFigures | null, euros: boolean | undefined): number | null {
  if (!euros) return figures?.energyKwh ?? null;
  return figures?.cost ? Number(figures.cost.amount) : null;
}
