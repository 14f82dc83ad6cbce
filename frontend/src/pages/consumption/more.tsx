/** The figures behind the chart: the table and the file. A chunk of its own, fetched when the chart is drawn. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ConsumptionFigures } from '../../api/consumption';
import type { Period } from '../../app/period';
import { messages } from '../../i18n';
import { FileDownload } from './download';
import type { Slot } from './slots';
import { DataTable } from './table';

interface Props {
  readonly id: string;
  readonly gsrn: string;
  readonly period: Period;
  readonly slots: readonly Slot[];
  readonly figures: ConsumptionFigures;
  readonly previous: ConsumptionFigures | null;
}

export function More({ id, gsrn, period, slots, figures, previous }: Props): JSX.Element {
  // The same element while the data is the same: choosing a bar must not draw a hundred rows again.
  const table = useMemo(
    () => <DataTable period={period} slots={slots} figures={figures} previous={previous} />,
    [period, slots, figures, previous],
  );
  return (
    <div class="consumption-more">
      <details>
        <summary>{messages('consumption').table.show}</summary>
        {table}
      </details>
      <FileDownload id={id} gsrn={gsrn} period={period} figures={figures} />
    </div>
  );
}
