import type { JSX } from 'preact';
import type { VerifiedInvoice } from '../../api/verification';
import { verifyPath } from '../../app/routes';
import { OutcomeMark } from '../../components/billing/outcome-mark';
import { vatText } from '../../components/billing/words';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** In one sentence whether the invoice agrees with what we reckon, or a credit note with its invoice; then what that rests on. */
export function Outcome({ invoice }: { invoice: VerifiedInvoice }): JSX.Element {
  const t = messages('billing').verify;
  const { credits } = invoice;
  const { status, vatOutside, creditsWhole } = invoice.verification;
  const { title, why } = invoice.kind === 'CREDIT_NOTE' ? saidOfCredit(invoice) : said(invoice);
  return (
    <section class="card outcome" aria-label={t.title}>
      <p class={`outcome-answer outcome-${status.toLowerCase()}`}>
        {creditsWhole !== false && <OutcomeMark of={status} />}
        <strong>{title}.</strong>
      </p>
      <p>{why}</p>
      {credits && (
        <p>
          <a href={verifyPath(credits.id)}>{messages('billing').invoice.credits(credits.number)}</a>
        </p>
      )}
      {vatOutside && <p>{t.vatOutside}</p>}
      <p class="hint">{t.asBilled}</p>
    </section>
  );
}

function saidOfCredit({ verification }: VerifiedInvoice): { title: string; why: string } {
  const t = messages('billing').verify.credit;
  const { status, creditsWhole, difference } = verification;
  if (creditsWhole === null) return { title: t.unknown, why: t.unknownWhy };
  if (!creditsWhole) return { title: t.part, why: t.partWhy };
  if (status === 'MATCHES') return { title: t.whole, why: t.wholeWhy };
  return { title: t.differs(format.value.money(Math.abs(Number(difference?.amount ?? 0)))), why: t.differsWhy };
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
