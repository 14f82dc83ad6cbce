import type { JSX } from 'preact';
import type { ListedInvoice } from '../../api/invoices';
import { messages } from '../../i18n';

type Shown = ListedInvoice['status'] | 'CREDIT';

/** A mark of its own for each, so that colour is never all that tells them apart. */
const MARKS: Record<Shown, string> = {
  OPEN: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z',
  DUE: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2',
  OVERDUE: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.2',
  PAID: 'm5 12.500 5 5 9.500-11',
  CREDITED: 'M5 9h9.500a4.500 4.500 0 0 1 0 9H9M8.500 5.500 5 9l3.500 3.500',
  CREDIT: 'M5 9h9.500a4.500 4.500 0 0 1 0 9H9M8.500 5.500 5 9l3.500 3.500',
};

type Told = Pick<ListedInvoice, 'kind' | 'status' | 'total'>;

/** What is a credit is told as one, whatever has become of it: a credit note, and an invoice of less than nothing. */
export function statusOf({ kind, status, total }: Told): Shown {
  return kind === 'CREDIT_NOTE' || Number(total.amount) < 0 ? 'CREDIT' : status;
}

export function StatusMark({ of }: { of: Shown }): JSX.Element {
  return (
    <svg class={`icon status-mark status-${of.toLowerCase()}`} viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path d={MARKS[of]} />
    </svg>
  );
}

/** Open, due, overdue, paid or credited: in words, with a mark and a colour. */
export function Status({ invoice }: { invoice: Told }): JSX.Element {
  const status = statusOf(invoice);
  return (
    <span class={`status status-${status.toLowerCase()}`}>
      <StatusMark of={status} />
      {messages('billing').list.status[status]}
    </span>
  );
}
