import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { InvoiceComparisonQuery, type Invoice, type InvoiceComparison } from '../../api/invoice';
import { useQuery } from '../../api/query';
import { addDays, isoDay, search, type Period } from '../../app/period';
import { consumptionPath } from '../../app/routes';
import { FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';

/** The period's energy beside the year before and beside similar homes, as three bars with their figures. */
export function Compare({ invoice, pointId }: { invoice: Invoice; pointId: string }): JSX.Element {
  const t = messages('billing').invoice.compare;
  const { periodFrom: from, periodTo } = invoice;
  const variables = useMemo(() => {
    const [first, after] = [wallTime(from), addDays(wallTime(periodTo), 1)];
    return { id: pointId, from, to: isoDay(after), yearBeforeFrom: yearBefore(first), yearBeforeTo: yearBefore(after) };
  }, [pointId, from, periodTo]);
  const query = useQuery(InvoiceComparisonQuery, variables);
  const node = query.data?.node;
  const found = node && 'comparison' in node ? node : null;
  const start = wallTime(from);
  const month: Period = { level: 'month', year: start.year, month: start.month, day: 1, quarters: false };
  return (
    <section class="card compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{t.title}</h2>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {found ? (
        <Bars {...found} />
      ) : (
        query.loading && (
          <Skeleton>
            <div class="bone bone-compare" />
          </Skeleton>
        )
      )}
      <p>
        <a href={consumptionPath(pointId) + search(month)}>{t.open}</a>
      </p>
    </section>
  );
}

/** 29 February's is 1 March, which as the day after the last is right. */
function yearBefore({ year, month, day }: Day): string {
  return isoDay(addDays({ year: year - 1, month, day }, 0));
}

function Bars({ now, before, comparison: { lastYear, similarHomes } }: InvoiceComparison): JSX.Element {
  const t = messages('billing').invoice.compare;
  const similar = similarHomes.status === 'AVAILABLE' ? similarHomes.average : null;
  const rows = [
    { name: t.now, kwh: now.energyKwh, partly: now.quality === 'PARTIALLY_MISSING', kind: 'own' },
    { name: t.before, kwh: before.energyKwh, partly: before.quality === 'PARTIALLY_MISSING', kind: 'previous' },
    ...(similar === null ? [] : [{ name: t.similar, kwh: similar, partly: false, kind: 'similar' }]),
  ];
  const most = Math.max(...rows.map(({ kwh }) => kwh ?? 0));
  return (
    <>
      <p class="compare-answer">{answerOf(lastYear)}</p>
      <dl class="compare-bars">
        {rows.map(({ name, kwh, partly, kind }) => (
          <div key={kind}>
            <dt>
              {name}
              {partly && <span class="muted"> ({t.someMissing})</span>}
            </dt>
            <dd>
              <span class="compare-track">
                {kwh !== null && most > 0 && <span class={`compare-bar compare-${kind}`} style={{ width: `${Math.max(0.5, (kwh / most) * 100)}%` }} />}
              </span>
              <span class="compare-value">{kwh === null ? t.unknown : format.value.energy(kwh)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{notes(lastYear, similarHomes)}</p>
    </>
  );
}

type Comparison = InvoiceComparison['comparison'];

function answerOf({ change }: Comparison['lastYear']): string {
  const t = messages('billing').invoice.compare;
  if (change === null) return t.noLastYear;
  if (Math.abs(change) < 0.005) return t.same;
  const share = format.value.percent(Math.abs(change));
  return change < 0 ? t.less(share) : t.more(share);
}

function notes(lastYear: Comparison['lastYear'], similarHomes: Comparison['similarHomes']): string {
  const t = messages('billing').invoice.compare;
  const sentences: string[] = [];
  if (lastYear.change !== null && lastYear.comparedDays < lastYear.days) sentences.push(t.partly(lastYear.comparedDays));
  if (similarHomes.status === 'AVAILABLE' && similarHomes.homes !== null) sentences.push(t.homes(similarHomes.homes));
  return sentences.join(' ');
}
