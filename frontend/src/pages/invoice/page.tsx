import type { JSX } from 'preact';
import { InvoiceQuery, type Invoice, type Retailer } from '../../api/invoice';
import { useQuery } from '../../api/query';
import { useOwner } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { INVOICES, type PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { BackLink, MissingInvoice } from '../../components/billing/missing';
import { Pay } from '../../components/billing/pay';
import { periodText } from '../../components/billing/words';
import { FailureNotice } from '../../components/notice';
import { pointAddress, pointName } from '../../components/place-name';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { Answer } from './answer';
import { Compare } from './compare';
import { Details } from './details';
import { Help } from './help';
import { Rows } from './rows';

export function Page({ params }: PageProps): JSX.Element {
  const query = useQuery(InvoiceQuery, { id: params['invoiceId'] ?? '' }, { spoken: true });
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const invoice = node && 'number' in node ? node : null;
  if (query.data?.viewer && !invoice) return <MissingInvoice />;
  return (
    <>
      <BackLink href={INVOICES} text={messages('billing').list.title} />
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {invoice && query.data ? <Shown invoice={invoice} retailer={query.data.retailer} /> : query.loading && <InvoiceSkeleton />}
    </>
  );
}

function Shown({ invoice, retailer }: { invoice: Invoice; retailer: Retailer }): JSX.Element {
  const t = messages('billing');
  const heading = useHeadingFocus();
  const { meteringPoint } = invoice;
  const period = periodText(invoice.periodFrom, invoice.periodTo);
  const name = invoice.kind === 'CREDIT_NOTE' ? t.list.creditNote : t.list.invoice;
  useTitle(`${name}, ${period}`);
  useOwner(meteringPoint ? [meteringPoint.id] : invoice.rows.map((row) => row.meteringPoint?.id));
  const rest = (
    <>
      <Details invoice={invoice} />
      <Help retailer={retailer} />
    </>
  );
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class="invoice-title">
        {name}, {period}
        <span class="h1-of">
          {meteringPoint ? `${pointName(meteringPoint)}, ${pointAddress(meteringPoint)}` : t.list.severalPlaces}
        </span>
      </h1>
      <div class="invoice">
        <Answer invoice={invoice} />
        {invoice.payment && <Pay payment={invoice.payment} />}
        <div class="invoice-rest">
          <Rows invoice={invoice} />
          {meteringPoint && <Compare invoice={invoice} pointId={meteringPoint.id} />}
          {invoice.payment && rest}
        </div>
        {!invoice.payment && <div class="invoice-side">{rest}</div>}
      </div>
    </>
  );
}

/** The page's own geometry. */
function InvoiceSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="bone bone-h1" />
      <div class="invoice">
        <div class="card bone-answer">
          <div class="bone bone-big" />
          <div class="bone bone-line" />
        </div>
        <div class="card pay bone-card" />
        <div class="invoice-rest">
          <div class="card bone-card" />
        </div>
      </div>
    </Skeleton>
  );
}
