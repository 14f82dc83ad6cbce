import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { HomeQuery, type CustomerFigures } from '../../api/home';
import { useQuery } from '../../api/query';
import type { Customer, MeteringPoint } from '../../api/session';
import { customer } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { addDays, isoDay, marketToday } from '../../app/period';
import { recall, remember } from '../../app/preferences';
import { compareCustomers } from '../../app/refresh';
import { session, sessionEnded } from '../../app/session';
import { Empty, FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { InvoiceCard } from './answers';
import { Arrival } from './arrival';
import { PointCard } from './card';
import { PasskeyOffer } from './passkey-offer';
import { PointTable } from './table';

/** From this many metering points on, a table is easier to read than cards. */
const TABLE_FROM = 5;

function isTable({ meteringPoints }: Customer): boolean {
  return meteringPoints.nodes.length >= TABLE_FROM;
}

export function Page(): JSX.Element {
  const t = messages('home');
  const state = session.value;
  const viewer = state.status === 'in' ? state.viewer : null;
  useTitle(t.title);
  const heading = useHeadingFocus();
  const today = marketToday(new Date());
  const shown = customer.value;
  // While the server has not said yet who this is, what was seen here last is asked for.
  const seen = shown ? `${isTable(shown) ? 'table' : 'cards'} ${shown.id}` : ((!viewer && recall('omavirta.home')) || '');
  useEffect(() => {
    if (shown) remember('omavirta.home', seen);
  }, [seen]);
  const variables = useMemo(() => {
    const [look, id] = seen.split(' ');
    const thisMonth = { ...today, day: 1 };
    return {
      customer: id ?? '',
      cards: look === 'cards',
      yesterday: isoDay(addDays(today, -1)),
      today: isoDay(today),
      thisMonth: isoDay(thisMonth),
      nextMonth: isoDay({ ...addDays(thisMonth, 31), day: 1 }),
      lastMonth: isoDay({ ...addDays(thisMonth, -1), day: 1 }),
    };
  }, [seen, isoDay(today)]);
  const query = useQuery(HomeQuery, variables, { spoken: true });
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const answer = query.data?.viewer;
  useEffect(() => {
    if (answer) compareCustomers(answer.customers);
  }, [answer]);
  if (!viewer) return <HomeSkeleton />;

  const node = query.data?.node;
  const empty = !shown || shown.meteringPoints.nodes.length === 0;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t.greeting(viewer.account.name)}
      </h1>
      <Arrival />
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {empty && answer && <Nothing requests={answer.mandateRequests} />}
      {!empty && (query.data || query.loading) && (
        <CustomerPoints
          key={shown.id}
          customer={shown}
          named={viewer.customers.length > 1 || shown.kind === 'COMPANY'}
          figures={node && 'meteringPoints' in node ? node : null}
        />
      )}
      <PasskeyOffer />
    </>
  );
}

/** Why there is nothing to see: what one has asked for is still to be approved, or there is no contract yet. */
function Nothing({ requests }: { requests: readonly { id: string; companyName: string }[] }): JSX.Element {
  const t = messages('home');
  if (!requests.length) return <Empty what={t.noPoints} why={t.noPointsWhy} />;
  return (
    <>
      {requests.map(({ id, companyName }) => (
        <Empty key={id} what={t.requestWaits(companyName)} why={t.requestWaitsWhy} />
      ))}
    </>
  );
}

function CustomerPoints({ customer, named, figures }: { customer: Customer; named: boolean; figures: CustomerFigures | null }): JSX.Element {
  const t = messages('home');
  const points = customer.meteringPoints.nodes;
  const known = points.flatMap((point) => {
    const found = figures?.meteringPoints.nodes.find(({ id }) => id === point.id);
    return found ? [{ point, figures: found }] : [];
  });
  const asTable = isTable(customer);
  return (
    <section class="customer" aria-labelledby={`customer-${customer.id}`}>
      <h2 id={`customer-${customer.id}`} class={named ? 'customer-name' : 'hidden'}>
        {named ? customer.name : t.kinds[customer.kind]}
        {asTable && <span class="customer-count">{t.count(points.length)}</span>}
      </h2>
      {known.length === 0 ? (
        <PointsSkeleton points={points} asTable={asTable} />
      ) : asTable ? (
        <div class="answers">
          {figures && <InvoiceCard invoices={figures} />}
          <PointTable points={known} label={customer.name} />
        </div>
      ) : (
        <div class="cards home-cards">
          {figures && <InvoiceCard invoices={figures} />}
          {known.map((entry) => (
            <PointCard key={entry.point.id} {...entry} />
          ))}
        </div>
      )}
      {known.length > 0 && <p class="hint foot">{t.vat}</p>}
      {customer.meteringPoints.pageInfo.hasNextPage && <p class="hint">{t.onlyFirst(points.length)}</p>}
    </section>
  );
}

function PointsSkeleton({ points, asTable }: { points: readonly MeteringPoint[]; asTable: boolean }): JSX.Element {
  return (
    <Skeleton>
      {asTable ? (
        <div class="answers">
          <div class="card bone-invoice" />
          <div class="card bone-table" style={{ height: `${48 + points.length * 65}px` }} />
        </div>
      ) : (
        <div class="cards home-cards">
          <div class="card bone-invoice newest-invoice" />
          {points.map((point) => (
            <div key={point.id} class="card bone-point" />
          ))}
        </div>
      )}
    </Skeleton>
  );
}

function HomeSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="bone bone-h1" />
      <div class="card bone-point" />
    </Skeleton>
  );
}
