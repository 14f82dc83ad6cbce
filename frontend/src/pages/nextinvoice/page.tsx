import type { JSX } from 'preact';
import { NextInvoicesQuery } from '../../api/next-invoice';
import { useQuery } from '../../api/query';
import { customer, useOwner } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { INVOICES, NEXT_INVOICE, type PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { BackLink } from '../../components/billing/missing';
import { Empty, FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { EstimateCard } from './card';
import { sumOf } from './parts';

/** What the next invoice will come to, for one metering point or for each of the customer's. */
export function Page({ params }: PageProps): JSX.Element {
  const t = messages('billing');
  const heading = useHeadingFocus();
  useTitle(t.next.title);
  const wanted = params['meteringPointId'];
  const shown = useOwner([wanted]) ?? customer.value;
  return (
    <>
      <BackLink href={INVOICES} text={t.list.title} />
      <h1 ref={heading} tabIndex={-1}>
        {t.next.title}
      </h1>
      <p class="muted next-lead">{t.next.lead}</p>
      {shown ? (
        <Estimates key={shown.id} customerId={shown.id} wanted={wanted} />
      ) : (
        <CardBones count={1} />
      )}
    </>
  );
}

function Estimates({ customerId, wanted }: { customerId: string; wanted: string | undefined }): JSX.Element {
  const t = messages('billing').next;
  const query = useQuery(NextInvoicesQuery, { id: customerId }, { spoken: true });
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const all = node && 'meteringPoints' in node ? node.meteringPoints.nodes : null;
  const one = all?.filter(({ id }) => id === wanted);
  const points = one?.length ? one : all;
  const estimates = points?.flatMap(({ nextInvoice }) => nextInvoice ?? []) ?? [];
  const sum = sumOf(estimates);
  return (
    <>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {points ? (
        <>
          {points.length === 0 && <Empty what={t.none} why={t.noneWhy} />}
          {sum !== null && estimates.length > 1 && (
            <p class="next-sum">
              {t.sum(estimates.length, format.value.money(sum))} <span class="muted">{t.withVat}</span>
            </p>
          )}
          <div class="cards next">
            {points.map((point) => (
              <EstimateCard key={point.id} point={point} />
            ))}
          </div>
          {points.length > 0 && <p class="hint next-note">{t.vatNote}</p>}
          {all && points.length < all.length && (
            <p>
              <a class="button button-quiet" href={NEXT_INVOICE}>
                {t.allPlaces(all.length)}
              </a>
            </p>
          )}
        </>
      ) : (
        query.loading && <CardBones count={wanted ? 1 : (customer.value?.meteringPoints.nodes.length ?? 1)} />
      )}
    </>
  );
}

function CardBones({ count }: { count: number }): JSX.Element {
  return (
    <Skeleton>
      <div class="cards next">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} class="card bone-estimate" />
        ))}
      </div>
    </Skeleton>
  );
}
