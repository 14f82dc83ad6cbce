import type { JSX } from 'preact';
import { customer } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { INVOICES } from '../../app/routes';
import { messages } from '../../i18n';
import { InvoiceList, ListSkeleton } from './list';

export function Page(): JSX.Element {
  const t = messages('billing').list;
  const heading = useHeadingFocus();
  useTitle(t.title);
  const shown = customer.value;
  const onlyOpen = place.value.query.has('avoimet');
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
        </h1>
        <nav class="switch" aria-label={t.filter}>
          {[false, true].map((open) => (
            <a key={String(open)} data-replace href={open ? `${INVOICES}?avoimet` : INVOICES} aria-current={open === onlyOpen ? 'true' : undefined}>
              {open ? t.open : t.all}
            </a>
          ))}
        </nav>
      </div>
      {shown ? <InvoiceList key={`${shown.id} ${onlyOpen}`} customerId={shown.id} onlyOpen={onlyOpen} /> : <ListSkeleton />}
    </>
  );
}
