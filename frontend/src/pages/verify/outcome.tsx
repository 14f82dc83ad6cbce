import type { JSX } from 'preact';
import type { VerifiedInvoice } from '../../api/verification';
import { verifyPath } from '../../app/routes';
import { OutcomeMark } from '../../components/billing/outcome-mark';
import { vatText } from '../../components/billing/words';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** In one sentence whether the invoice agrees with what we reckon; then what that rests on. */
export function Outcome({ invoice }: { invoice: VerifiedInvoice }): JSX.Element {
  const t = messages('billing').verify;
  const { credits } = invoice;
  if (invoice.kind === 'CREDIT_NOTE') {
    return (
      <section class="card outcome" aria-label={t.title}>
        <p>{t.creditNote}</p>
        {credits && (
          <p>
            <a href={verifyPath(credits.id)}>{messages('billing').invoice.credits(credits.number)}</a>
          </p>
        )}
      </section>
    );
  }
  const { title, why } = said(invoice);
  const { status, vatOutside } = invoice.verification;
  return (
    <section class="card outcome" aria-label={t.title}>
      <p class={`outcome-answer outcome-${status.toLowerCase()}`}>
        <OutcomeMark of={status} />
        <strong>{title}.</strong>
      </p>
      <p>{why}</p>
      {vatOutside && <p>{t.vatOutside}</p>}
      <p class="hint">{t.asBilled}</p>
    </section>
  );
}

function said(invoice: VerifiedInvoice): { title: string; why: string } {
  const t = messages('billing').verify;
  const { money } = format.value;
  const billed = `${money(invoice.total.amount)} (${vatText(invoice)})`;
  const { status, difference, computedTotal } = invoice.verification;
  if (status === 'MATCHES') return { title: t.matches, why: t.matchesWhy(billed) };
  if (status === 'NOT_COMPUTABLE' || !difference || !computedTotal) return { title: t.unknown, why: t.unknownWhy };
  const euros = Number(difference.amount);
  const title = euros === 0 ? t.differsSomewhere : (euros > 0 ? t.billedMore : t.billedLess)(money(Math.abs(euros)));
  return { title, why: t.differsWhy(billed, money(computedTotal.amount)) };
}
