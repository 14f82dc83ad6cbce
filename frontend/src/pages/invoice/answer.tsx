import type { JSX } from 'preact';
import type { Invoice } from '../../api/invoice';
import { invoicePath, verifyPath } from '../../app/routes';
import { OutcomeMark } from '../../components/billing/outcome-mark';
import { StatusMark, statusOf } from '../../components/billing/status';
import { dayText, vatText } from '../../components/billing/words';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** What is to be paid and by when, or that nothing is: the first thing to be read. */
export function Answer({ invoice }: { invoice: Invoice }): JSX.Element {
  const t = messages('billing').invoice;
  const f = format.value;
  const { openAmount, total, credits, creditNotes } = invoice;
  const unpaid = Number(openAmount.amount) > 0;
  const status = statusOf(invoice);
  return (
    <section class="card answer" aria-label={messages('billing').list.amountLabel}>
      <p class="big">
        {f.money(unpaid ? openAmount.amount : total.amount)} <small>{vatText(invoice)}</small>
      </p>
      <p class={`answer-status status-${status.toLowerCase()}`}>
        <StatusMark of={status} />
        <strong>{answerText(invoice)}</strong>
      </p>
      <TakenOff invoice={invoice} />
      {unpaid && invoice.lateInterest !== null && (
        <p class="muted">
          {(status === 'OVERDUE' ? t.interest : t.interestIfLate)(f.vatRate(invoice.lateInterest))}
          {invoice.accruedLateInterest && ` ${t.interestAccrued(f.money(invoice.accruedLateInterest.amount))}`}
        </p>
      )}
      {unpaid && !invoice.payment && <p>{t.payElsewhere}</p>}
      {credits && (
        <p>
          <a href={invoicePath(credits.id)}>{t.credits(credits.number)}</a>
        </p>
      )}
      {creditNotes.map(({ id, number }) => (
        <p key={id}>
          <a href={invoicePath(id)}>{t.creditNote(number)}</a>
        </p>
      ))}
      {invoice.notices.length > 0 && (
        <div class="answer-notices">
          <h2>{t.notices}</h2>
          <ul role="list">
            {invoice.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </div>
      )}
      <Verified invoice={invoice} />
      <p>
        <a class="button button-quiet" href={invoice.document.url} target="_blank" rel="noopener">
          {t.open}
          {invoice.document.mediaType === 'application/pdf' && ' (PDF)'}
          <span class="hidden"> {t.newTab}</span>
        </a>
      </p>
    </section>
  );
}

/** Why what is open is not the invoice's sum, and what becomes of more than was to be paid. */
function TakenOff({ invoice }: { invoice: Invoice }): JSX.Element | null {
  const t = messages('billing').invoice;
  const { money } = format.value;
  const { total, paid, creditedAmount, openAmount } = invoice;
  const open = Number(openAmount.amount);
  if (open < 0) return <p>{t.balance(money(-open))}</p>;
  if (open === 0 || openAmount.amount === total.amount) return null;
  const parts = [
    Number(creditedAmount.amount) > 0 && t.creditedOff(money(creditedAmount.amount)),
    Number(paid.amount) > 0 && t.paidOff(money(paid.amount)),
  ].filter((part) => part !== false);
  return <p>{[t.sum(money(total.amount)), ...parts].join(' ')}</p>;
}

/** Whether it agrees with what we reckon, or a credit note with its invoice, and the way to see how. */
function Verified({ invoice }: { invoice: Invoice }): JSX.Element {
  const { inShort: ofInvoice, credit, link } = messages('billing').verify;
  const inShort = invoice.kind === 'CREDIT_NOTE' ? credit.inShort : ofInvoice;
  const { status, difference } = invoice.verification;
  return (
    <p class="answer-verified">
      <OutcomeMark of={status} />
      <span>
        {status === 'DIFFERS' ? inShort.DIFFERS(format.value.money(Math.abs(Number(difference?.amount ?? 0)))) : inShort[status]}{' '}
        <a href={verifyPath(invoice.id)}>{link}</a>
      </span>
    </p>
  );
}

function answerText(invoice: Invoice): string {
  const t = messages('billing').invoice;
  const due = dayText(invoice.dueDate);
  switch (statusOf(invoice)) {
    case 'OPEN':
      return t.toPay(due);
    case 'DUE':
      return t.toPaySoon(due);
    case 'OVERDUE':
      return t.overdue(due);
    case 'CREDITED':
      return t.credited;
    case 'CREDIT':
      return t.credit;
    case 'PAID':
      return invoice.paidOn ? t.paid(dayText(invoice.paidOn)) : Number(invoice.paid.amount) > 0 ? t.paidAlready : t.nothing;
  }
}
