import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useQuery } from '../../api/query';
import { QuartersQuery, type Quarters, type VerifiedInvoice, type VerifiedPoint } from '../../api/verification';
import { saveFile } from '../../app/csv-file';
import { place as here } from '../../app/router';
import { Empty, FailureNotice } from '../../components/notice';
import { pointAddress, pointName } from '../../components/place-name';
import { Skeleton } from '../../components/skeleton';
import { language, messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { daysOf, totalsOf } from './day';
import { Day } from './day-view';
import { quartersFile } from './file';

interface Props {
  readonly invoice: VerifiedInvoice;
  readonly points: readonly VerifiedPoint[];
}

/** The quarter-hours that the invoice rests on: fetched once, shown a day at a time, and handed over as a file. */
export function DaysCard({ invoice, points }: Props): JSX.Element {
  const t = messages('billing').verify.day;
  const [chosen, setChosen] = useState(points[0]?.id ?? null);
  const query = useQuery(QuartersQuery, { id: invoice.id, meteringPoint: chosen });
  const node = query.data?.node;
  const columns = node && 'verification' in node ? node.verification.quarters : null;
  const point = points.find(({ id }) => id === chosen);
  return (
    <section class="card consumption" aria-labelledby="days-title">
      <div class="page-head">
        <h2 id="days-title" tabIndex={-1}>{t.title}</h2>
        {points.length > 1 && (
          <select class="control point-chooser" aria-label={t.place} value={chosen ?? ''} onChange={(event) => setChosen(event.currentTarget.value)}>
            {points.map((one) => (
              <option key={one.id} value={one.id}>
                {pointName(one)}, {pointAddress(one)}
              </option>
            ))}
          </select>
        )}
      </div>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {columns && columns.starts.length > 0 ? (
        <Period columns={columns} invoice={invoice} gsrn={point?.gsrn ?? ''} />
      ) : query.data ? (
        <Empty what={t.none} why={points.length ? '' : t.noneWhy} />
      ) : (
        query.loading && (
          <Skeleton>
            <div class="bone bone-big" />
            <div class="bone bone-plot" />
          </Skeleton>
        )
      )}
    </section>
  );
}

function Period({ columns, invoice, gsrn }: { columns: Quarters; invoice: VerifiedInvoice; gsrn: string }): JSX.Element {
  const { day: t, file } = messages('billing').verify;
  const f = format.value;
  const days = useMemo(() => daysOf(columns), [columns]);
  const names = useMemo(() => [...days.keys()], [days]);
  const wanted = here.value.query.get('paiva') ?? '';
  const index = Math.max(0, names.indexOf(wanted));
  const day = names[index] as string;
  const whole = useMemo(() => totalsOf(columns, [0, columns.starts.length]), [columns]);
  const place = days.get(day) ?? [0, 0];
  const taxed = !columns.vatTreatments.slice(...place).includes('OUTSIDE');
  const download = () => {
    saveFile(quartersFile(columns, language.value, file, messages('consumption')), `${[file.name, invoice.number, gsrn, 'PT15M'].filter(Boolean).join('-')}.csv`);
  };
  return (
    <>
      <Day
        columns={columns}
        day={day}
        place={place}
        earlier={names[index - 1] ?? null}
        later={names[index + 1] ?? null}
        taxed={taxed}
      />
      <p class="hint">
        {taxed ? t.taxed : t.untaxed}{' '}
        {whole.energyKwh !== null && whole.cost !== null && t.whole(`${f.decimal(whole.energyKwh, 0, 3)}\u00a0kWh`, f.money(whole.cost))}{' '}
        {whole.unknown > 0 && t.partly(whole.unknown)}
      </p>
      <p>
        <button type="button" class="button button-quiet" onClick={download}>
          {file.download}
        </button>
      </p>
    </>
  );
}
