import type { JSX } from 'preact';
import type { Estimate, EstimatedPoint } from '../../api/next-invoice';
import { addDays, isoDay } from '../../app/period';
import { capital, periodText } from '../../components/billing/words';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { partsOf } from './parts';

/** One metering point's estimate: the sum big, the range under it, then what has come so far and what is foreseen. */
export function EstimateCard({ point }: { point: EstimatedPoint }): JSX.Element {
  const t = messages('billing').next;
  const estimate = point.nextInvoice;
  return (
    <article class="card estimate">
      <h2 class="point-name">
        {pointName(point)}
        <span class="point-address">{pointAddress(point)}</span>
      </h2>
      {!estimate ? (
        <p class="muted">{t.noContract}</p>
      ) : estimate.status === 'ESTIMATED' ? (
        <Estimated estimate={estimate} />
      ) : (
        <>
          <p class="big big-words">{t[estimate.status]}</p>
          <p class="muted">{estimate.status === 'NO_HISTORY' ? t.noHistoryWhy : t.noPricesWhy}</p>
          <Until estimate={estimate} />
        </>
      )}
    </article>
  );
}

function Estimated({ estimate }: { estimate: Estimate }): JSX.Element {
  const t = messages('billing').next;
  const f = format.value;
  const { total, low, high, costSoFar, basicFees, meteredKwh, forecastKwh } = estimate;
  const { toCome, shares } = partsOf(estimate);
  const period = periodText(estimate.from, isoDay(addDays(wallTime(estimate.to), -1)));
  return (
    <>
      <div>
        <p class="muted">{t.estimate(period)}</p>
        <p class="big">
          {total && t.about(f.money(total.amount))} <small>{t.withVat}</small>
        </p>
        {low && high && <p>{t.range(f.money(low.amount), f.money(high.amount))}</p>}
      </div>
      {shares && total && costSoFar && (
        <div class="estimate-bar" role="img" aria-label={t.picture(f.money(costSoFar.amount), f.money(total.amount))}>
          <span class="estimate-so-far" style={{ width: `${shares.soFar}%` }} />
          <span class="estimate-to-come" style={{ width: `${shares.toCome}%` }} />
          <span class="estimate-fees" style={{ width: `${shares.fees}%` }} />
        </div>
      )}
      <dl class="estimate-parts">
        {costSoFar && <Part kind="so-far" label={t.soFar} energy={meteredKwh} money={costSoFar.amount} />}
        {toCome !== null && <Part kind="to-come" label={t.toCome} energy={forecastKwh} money={toCome} />}
        {basicFees && <Part kind="fees" label={t.fees} energy={null} money={basicFees.amount} />}
        {total && <Part kind={null} label={t.total} energy={null} money={total.amount} />}
      </dl>
      <Until estimate={estimate} />
      <details>
        <summary>{t.restsOn}</summary>
        <ul class="bullets">
          {estimate.basis.map((basis) => (
            <li key={basis}>{t.basis[basis]}</li>
          ))}
        </ul>
        <p class="hint">{capital(estimate.contract.product.name)}</p>
      </details>
    </>
  );
}

/** Its mark in the bar above, its name, the energy, the euros. */
function Part(props: { kind: string | null; label: string; energy: number | null; money: string | number }): JSX.Element {
  return (
    <div class={props.kind ? undefined : 'estimate-total'}>
      <dt>
        {props.kind && <span class={`estimate-mark estimate-${props.kind}`} aria-hidden="true" />}
        {props.label}
      </dt>
      {props.energy !== null && <dd class="estimate-energy hint">{format.value.energy(props.energy)}</dd>}
      <dd class="number">{format.value.money(props.money)}</dd>
    </div>
  );
}

/** Until when what it rests on is known. Both are ends of days. */
function Until({ estimate: { meteredUntil, pricesKnownUntil } }: { estimate: Estimate }): JSX.Element | null {
  const t = messages('billing').next;
  const dayBefore = (end: string) => format.value.date(addDays(wallTime(end), -1));
  const sentences = [meteredUntil && t.metered(dayBefore(meteredUntil)), pricesKnownUntil && t.pricesKnown(dayBefore(pricesKnownUntil))];
  const known = sentences.filter(Boolean);
  return known.length ? <p class="hint">{known.join(' ')}</p> : null;
}
