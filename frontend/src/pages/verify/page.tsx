import type { JSX } from 'preact';
import { useQuery } from '../../api/query';
import { VerificationQuery, type VerifiedInvoice, type VerifiedPoint } from '../../api/verification';
import { useOwner } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { invoicePath, verifyPath, type PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { BackLink, MissingInvoice } from '../../components/billing/missing';
import { capital, periodText } from '../../components/billing/words';
import { FailureNotice } from '../../components/notice';
import { pointAddress, pointName } from '../../components/place-name';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { Changed } from './changed';
import { DaysCard } from './days';
import { Outcome } from './outcome';
import { Rows } from './rows';

export function Page({ params }: PageProps): JSX.Element {
  const id = params['invoiceId'] ?? '';
  const query = useQuery(VerificationQuery, { id }, { spoken: true });
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const invoice = node && 'verification' in node ? node : null;
  if (query.data?.viewer && !invoice) return <MissingInvoice />;
  return (
    <>
      <BackLink href={invoicePath(id)} text={messages('billing').verify.back} />
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {invoice ? <Shown invoice={invoice} /> : query.loading && <VerifySkeleton />}
    </>
  );
}

function Shown({ invoice }: { invoice: VerifiedInvoice }): JSX.Element {
  const t = messages('billing').verify;
  const heading = useHeadingFocus();
  const period = periodText(invoice.periodFrom, invoice.periodTo);
  useTitle(`${t.title}, ${period}`);
  const { meteringPoint } = invoice;
  useOwner(pointsOf(invoice).map(({ id }) => id));
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class="invoice-title">
        {t.title}
        <span class="h1-of">
          {capital(period)}
          {' · '}
          {meteringPoint ? `${pointName(meteringPoint)}, ${pointAddress(meteringPoint)}` : messages('billing').list.severalPlaces}
        </span>
      </h1>
      <div class="verify">
        <Outcome invoice={invoice} />
        <Rest invoice={invoice} />
      </div>
    </>
  );
}

function Rest({ invoice }: { invoice: VerifiedInvoice }): JSX.Element {
  const { changedDays } = invoice.verification;
  return (
    <>
      <Rows invoice={invoice} />
      {changedDays.length > 0 && <Changed days={changedDays} path={verifyPath(invoice.id)} />}
      {/* A credit note rests on no quarter-hours of its own. */}
      {invoice.kind === 'INVOICE' && <DaysCard invoice={invoice} points={pointsOf(invoice)} />}
    </>
  );
}

/** The metering point, or those that the rows name. */
function pointsOf({ meteringPoint, rows }: VerifiedInvoice): VerifiedPoint[] {
  if (meteringPoint) return [meteringPoint];
  const found = new Map(rows.flatMap(({ meteringPoint: one }) => (one ? [[one.id, one] as const] : [])));
  return [...found.values()];
}

function VerifySkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="bone bone-h1" />
      <div class="verify">
        <div class="card bone-outcome">
          <div class="bone bone-big" />
          <div class="bone bone-line" />
        </div>
        <div class="card bone-section" />
        <div class="card bone-card" />
      </div>
    </Skeleton>
  );
}
