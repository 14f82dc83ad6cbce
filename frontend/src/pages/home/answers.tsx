import type { ComponentChildren, JSX } from 'preact';
import type { CustomerInvoices, PointFigures } from '../../api/home';
import { CONTRACTS, INVOICES, invoicePath, nextInvoicePath } from '../../app/routes';
import { inOrder } from '../../components/agreed';
import { Icon } from '../../components/icon';
import { priceText } from '../../components/terms-text';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { unpaidOf } from './figures';

/** What is to be paid and by when; where nothing is, what has become of the newest invoice. */
export function InvoiceCard({ invoices: { invoices, unpaid } }: { invoices: CustomerInvoices }): JSX.Element {
  const t = messages('home').invoice;
  const f = format.value;
  const newest = invoices.nodes[0];
  const open = unpaidOf(unpaid);
  return (
    <section class="card newest-invoice" aria-labelledby="newest-invoice">
      <div>
        <h3 id="newest-invoice" class="card-label">
          {open ? t.toPay : t.newest}
        </h3>
        {open ? (
          <>
            <p class="big">
              {f.money(open.total)} <small>{t.withVat}</small>
            </p>
            <p class="muted">{open.count === 1 ? t.due(dateText(open.due)) : t.dueOfMany(open.count, dateText(open.due))}</p>
            {open.overdue > 0 && (
              <p class="point-gaps">
                <Icon name="warning" />
                {t.overdue(open.overdue)}
              </p>
            )}
          </>
        ) : newest ? (
          <>
            <p class="big">
              {f.money(newest.total.amount)} <small>{t.withVat}</small>
            </p>
            <p class="muted">{settled(newest)}</p>
          </>
        ) : (
          <p class="muted">{t.none}</p>
        )}
      </div>
      {newest && (
        <p class="newest-invoice-open">
          <a class="button button-quiet" href={open && open.count > 1 ? INVOICES : invoicePath(open?.id ?? newest.id)}>
            {open && open.count > 1 ? t.show : t.open}
          </a>
        </p>
      )}
    </section>
  );
}

function settled({ kind, status, paidOn }: CustomerInvoices['invoices']['nodes'][number]): string {
  const t = messages('home').invoice;
  if (kind === 'CREDIT_NOTE') return t.creditNote;
  if (status === 'CREDITED') return t.credited;
  return paidOn ? t.paidOn(dateText(paidOn)) : t.paid;
}

const dateText = (day: string) => format.value.date(wallTime(day));

/** A place's contract and what its next invoice will come to. */
export function PointAnswers({ figures: { activeContract: contract, nextInvoice }, id }: { figures: PointFigures; id: string }): JSX.Element {
  const t = messages('home');
  const f = format.value;
  return (
    <dl class="point-answers">
      <Answer label={t.contract.title}>
        {contract ? (
          <>
            <a href={CONTRACTS}>{contract.product.name}</a>
            <small>{contractPrices(contract)}</small>
            {contract.endDate && <small>{t.contract.until(f.date(wallTime(contract.endDate)))}</small>}
          </>
        ) : (
          t.contract.none
        )}
      </Answer>
      {nextInvoice && (
        <Answer label={t.next.title}>
          {nextInvoice.status === 'ESTIMATED' && nextInvoice.total ? (
            <>
              <a href={nextInvoicePath(id)}>{t.next.about(f.money(nextInvoice.total.amount))}</a>
              {nextInvoice.low && nextInvoice.high && (
                <small>{t.next.range(f.money(nextInvoice.low.amount), f.money(nextInvoice.high.amount))}</small>
              )}
            </>
          ) : (
            t.next.unknown
          )}
        </Answer>
      )}
    </dl>
  );
}

function Answer({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `pörssihinta + 0,49 c/kWh, 4,90 €/kk`. */
function contractPrices({ product, currentPrices }: NonNullable<PointFigures['activeContract']>): string {
  const t = messages('home').contract;
  return inOrder(currentPrices)
    .map((price) => {
      const text = priceText(price, t.month);
      if (price.kind === 'MARGIN') return `${t.spot}\u00a0+ ${text}`;
      return price.kind === 'ENERGY' && product.kind === 'CONSUMPTION_IMPACT' ? `${text} ± ${t.impact}` : text;
    })
    .join(', ');
}
