import type { ComponentChildren, JSX } from 'preact';
import type { Invoice } from '../../api/invoice';
import { dayText, rangeText } from '../../components/billing/words';
import { messages } from '../../i18n';

/** What the law wants to be read from an invoice besides its sums. */
export function Details({ invoice }: { invoice: Invoice }): JSX.Element {
  const t = messages('billing').invoice.details;
  const { contract, meteringPoint } = invoice;
  return (
    <section class="card" aria-labelledby="details-title">
      <h2 id="details-title">{t.title}</h2>
      <dl class="facts">
        {contract && (
          <>
            <Fact label={t.product}>{contract.product.name}</Fact>
            <Fact label={t.contract}>{contract.number}</Fact>
            <Fact label={t.validity}>{validity(contract)}</Fact>
            {contract.noticeDays !== null && <Fact label={t.notice}>{t.noticeDays(contract.noticeDays)}</Fact>}
          </>
        )}
        {meteringPoint ? (
          <>
            <Fact label={t.place}>
              {meteringPoint.address.street}, {meteringPoint.address.postalCode} {meteringPoint.address.city}
            </Fact>
            <Fact label={t.gsrn}>{meteringPoint.gsrn}</Fact>
          </>
        ) : (
          <Fact label={t.place}>{t.several}</Fact>
        )}
        <Fact label={t.period}>{rangeText(invoice.periodFrom, invoice.periodTo)}</Fact>
        <Fact label={t.made}>{dayText(invoice.invoiceDate)}</Fact>
        <Fact label={invoice.kind === 'CREDIT_NOTE' ? t.creditNumber : t.number}>{invoice.number}</Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function validity({ startDate, endDate, atEnd }: NonNullable<Invoice['contract']>): string {
  const t = messages('billing').invoice.details;
  if (!endDate) return t.tillFurther(dayText(startDate));
  const fixed = t.fixed(dayText(startDate), dayText(endDate));
  return atEnd ? `${fixed}, ${atEnd === 'ENDS' ? t.ends : t.continues}` : fixed;
}
