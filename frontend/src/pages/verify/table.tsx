import type { JSX } from 'preact';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import type { Quarter, Totals } from './day';

const NONE = '–';

/** Every quarter of a day: what was used, what it was priced at and how the price came about, what it cost and what that adds up to. */
export function QuarterTable({ name, quarters, totals }: { name: string; quarters: readonly Quarter[]; totals: Totals }): JSX.Element {
  const t = messages('billing').verify.day;
  const { qualities } = messages('consumption');
  const f = format.value;
  const caption = t.caption(name);
  const hasSpot = quarters.some(({ spot }) => spot !== null);
  const hasMargin = quarters.some(({ margin }) => margin !== null);
  const cents = (value: number | null) => (value === null ? NONE : f.decimal(value, 3));
  const heading = (text: string) => (
    <th scope="col" class="number">
      {text}
    </th>
  );
  return (
    <div class="table-box quarters" tabIndex={0} role="region" aria-label={caption}>
      <table class="data">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.time}</th>
            {heading(t.kwh)}
            {hasSpot && heading(t.spot)}
            {hasMargin && heading(t.margin)}
            {heading(t.unitPrice)}
            {heading(t.cost)}
            {heading(t.sum)}
          </tr>
        </thead>
        <tbody>
          {quarters.map((quarter) => (
            <tr key={quarter.startText}>
              <th scope="row">{f.timeRange(quarter.start, 15, quarter.repeated)}</th>
              <td class="number">{quarter.energyKwh === null ? qualities[quarter.quality] : f.decimal(quarter.energyKwh, 3)}</td>
              {hasSpot && <td class="number">{cents(quarter.spot)}</td>}
              {hasMargin && <td class="number">{cents(quarter.margin)}</td>}
              <td class="number">{cents(quarter.price)}</td>
              <td class="number">{quarter.cost === null ? NONE : f.decimal(quarter.cost, 4)}</td>
              <td class="number">{f.decimal(quarter.sum, 2)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td class="number">{totals.energyKwh === null ? NONE : f.decimal(totals.energyKwh, 3)}</td>
            {hasSpot && <td />}
            {hasMargin && <td />}
            <td />
            <td class="number">{totals.cost === null ? NONE : f.decimal(totals.cost, 2)}</td>
            <td class="number">{f.decimal(quarters.at(-1)?.sum ?? 0, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
