import type { JSX } from 'preact';
import type { ListedInvoice } from '../../api/invoices';
import { invoicePath } from '../../app/routes';
import { Status } from '../../components/billing/status';
import { capital, dayText, periodText } from '../../components/billing/words';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** One invoice: its period leads to it. On a phone the row is a card of its own lines. */
export function InvoiceRow({ invoice }: { invoice: ListedInvoice }): JSX.Element {
  const t = messages('billing').list;
  const f = format.value;
  const credit = invoice.kind === 'CREDIT_NOTE';
  const period = periodText(invoice.periodFrom, invoice.periodTo);
  const unpaid = invoice.status === 'OPEN' || invoice.status === 'DUE' || invoice.status === 'OVERDUE';
  const partly = unpaid && invoice.openAmount.amount !== invoice.total.amount;
  return (
    <tr>
      <th scope="row">
        <a class="invoices-link" href={invoicePath(invoice.id)}>
          {credit ? t.of(period) : capital(period)}
        </a>
        <span class="point-address">{t.number(invoice.number)}</span>
      </th>
      <td class="invoices-place">{placeOf(invoice, t.severalPlaces)}</td>
      <td class={unpaid ? 'invoices-due' : 'invoices-due invoices-done'} data-label={t.due}>
        {credit ? '–' : dayText(invoice.dueDate)}
      </td>
      <td class="invoices-status">
        <Status invoice={invoice} />
        {invoice.status === 'PAID' && !credit && invoice.paidOn && <span class="point-address">{dayText(invoice.paidOn)}</span>}
        {partly && <span class="point-address">{t.left(f.money(invoice.openAmount.amount))}</span>}
      </td>
      <td class="number invoices-amount" data-label={t.amount}>
        {f.money(invoice.total.amount)}
      </td>
    </tr>
  );
}

function placeOf({ meteringPoint }: ListedInvoice, several: string): JSX.Element {
  if (!meteringPoint) return <>{several}</>;
  return (
    <>
      {pointName(meteringPoint)}
      <span class="point-address">{pointAddress(meteringPoint)}</span>
    </>
  );
}
