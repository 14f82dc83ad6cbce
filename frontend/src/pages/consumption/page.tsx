import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ConsumptionQuery } from '../../api/consumption';
import { useQuery } from '../../api/query';
import { customer, customers, useOwner } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { bounds, isoDay, marketToday, readPeriod, resolutionOf, search, yearBefore, type Period } from '../../app/period';
import { reloadCustomers } from '../../app/refresh';
import { go, place } from '../../app/router';
import { annualReportPath, comparisonPath, consumptionPath, type PageProps } from '../../app/routes';
import { session, sessionEnded } from '../../app/session';
import { Empty, FailureNotice } from '../../components/notice';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { Card, CardSkeleton } from './card';
import { PeriodLinks } from './links';
import { periodName } from './words';

export function Page({ params }: PageProps): JSX.Element {
  const state = session.value;
  const viewer = state.status === 'in' ? state.viewer : null;
  const wanted = params['meteringPointId'];
  const first = customer.value?.meteringPoints.nodes[0];
  useOwner([wanted]);
  // The bare address shows the first metering point, at its own address.
  useLayoutEffect(() => {
    if (!wanted && first) go(consumptionPath(first.id), { replace: true });
  }, [wanted, first]);
  if (!wanted) return !viewer || first ? <CardSkeleton /> : <NoPoints />;
  return <Consumption key={wanted} id={wanted} known={viewer !== null} />;
}

function Consumption({ id, known }: { id: string; known: boolean }): JSX.Element {
  const t = messages('consumption');
  const today = marketToday(new Date());
  const { query: parameters } = place.value;
  const period = useMemo(() => readPeriod(parameters, today), [parameters, isoDay(today)]);
  const query = useQuery(ConsumptionQuery, useMemo(() => variablesOf(id, period), [id, period]));
  const heading = useHeadingFocus();
  useTitle(periodName(period), t.title);
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);

  // The last chart stays until the next is here; it knows its own period, so it never carries another's name.
  const node = query.data?.node;
  const point = node && 'current' in node ? node : null;
  const [drawn, setDrawn] = useState<{ period: Period; point: NonNullable<typeof point> } | null>(null);
  useEffect(() => {
    if (point) setDrawn({ period, point });
  }, [point, period]);
  const shown = point ? { period, point } : query.loading ? drawn : null;

  const missing = query.data?.viewer && !point;
  useEffect(() => {
    // The header may know it still: then it was theirs until now.
    if (missing && customers.peek().some(({ meteringPoints }) => meteringPoints.nodes.some((one) => one.id === id))) void reloadCustomers();
  }, [missing]);
  if (missing) return <MissingPoint />;
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
        </h1>
        {known ? <PointChooser id={id} /> : <div class="control point-chooser point-chooser-empty" />}
      </div>
      <PeriodLinks id={id} period={period} today={today} />
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {shown ? (
        <Card id={id} {...shown} busy={query.loading && !point} today={today} />
      ) : (
        query.loading && <CardSkeleton />
      )}
      {/* Under the card's skeleton they would move when the card comes. */}
      {shown && (
        <ul class="elsewhere" role="list">
          <li>
            <a href={comparisonPath(id) + search(period)}>{t.toComparison}</a>
          </li>
          <li>
            <a href={annualReportPath(id, today.year - 1)}>{t.toReport(String(today.year - 1))}</a>
          </li>
        </ul>
      )}
    </>
  );
}

function variablesOf(id: string, period: Period) {
  const before = yearBefore(period);
  const { from, to } = bounds(period);
  const previous = before ? bounds(before) : { from, to };
  return {
    id,
    from,
    to,
    resolution: resolutionOf(period),
    previousFrom: previous.from,
    previousTo: previous.to,
    withPrevious: before !== null,
  };
}

/** Which metering point: a list when there are several, its name when there is one. */
function PointChooser({ id }: { id: string }): JSX.Element | null {
  const t = messages('consumption');
  const points = customer.value?.meteringPoints.nodes ?? [];
  const only = points[0];
  if (points.length === 1 && only) {
    return (
      <p class="muted">
        {pointName(only)}, {pointAddress(only)}
      </p>
    );
  }
  const option = (point: (typeof points)[number]) => (
    <option key={point.id} value={point.id}>
      {pointName(point)}, {pointAddress(point)}
    </option>
  );
  return (
    <select
      class="control point-chooser"
      aria-label={t.point}
      value={id}
      onChange={(event) => go(consumptionPath(event.currentTarget.value) + place.peek().href.replace(/^[^?]*/, ''), { replace: true })}
    >
      {points.map(option)}
    </select>
  );
}

function MissingPoint(): JSX.Element {
  const { missingPoint } = messages('consumption');
  useTitle(missingPoint.title);
  const heading = useHeadingFocus();
  return (
    <section class="prose">
      <h1 ref={heading} tabIndex={-1}>
        {missingPoint.title}
      </h1>
      <p>{missingPoint.text}</p>
      <p>
        <a class="button" href="/">
          {missingPoint.home}
        </a>
      </p>
    </section>
  );
}

function NoPoints(): JSX.Element {
  const t = messages('consumption');
  useTitle(t.title);
  const heading = useHeadingFocus();
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <div class="card">
        <Empty what={t.empty.never}>
          <a class="button" href="/">
            {t.empty.home}
          </a>
        </Empty>
      </div>
    </>
  );
}
