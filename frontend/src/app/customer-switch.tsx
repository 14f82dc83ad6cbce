import type { JSX } from 'preact';
import { PageIcon } from '../components/page-icon';
import { messages } from '../i18n';
import { chooseCustomer, customer, customers } from './customer';
import { Disclosure } from './disclosure';
import { go, place } from './router';
import { CONSUMPTION, CONTRACTS, INVOICES, NEXT_INVOICE } from './routes';

/** Says whose data is shown, and changes it. Nothing where there is only one to show. */
export function CustomerSwitch(): JSX.Element | null {
  const t = messages('shell');
  const shown = customer.value;
  if (!shown || customers.value.length < 2) return null;

  function choose(id: string, close: () => void): void {
    chooseCustomer(id);
    close();
    // The address of a metering point or an invoice belongs to one customer; a page about the person or a company is not about this one.
    const { path } = place.peek();
    if (path !== '/') go([CONSUMPTION, INVOICES, NEXT_INVOICE, CONTRACTS].find((start) => path.startsWith(start)) ?? '/');
  }

  return (
    <Disclosure
      id="customer-panel"
      class="menu-customer"
      label={t.showing(shown.name)}
      face={
        <>
          <PageIcon name={shown.kind === 'COMPANY' ? 'company' : 'person'} />
          <span class="menu-name">{shown.name}</span>
          <PageIcon name="down" />
        </>
      }
    >
      {(close) => (
        <>
          <h2 class="menu-title">{t.showWhose}</h2>
          <ul role="list" class="menu-customers">
            {customers.value.map((one) => (
              <li key={one.id}>
                <button type="button" class="menu-choice" aria-current={one.id === shown.id} onClick={() => choose(one.id, close)}>
                  <PageIcon name={one.kind === 'COMPANY' ? 'company' : 'person'} />
                  <span>
                    {one.name}
                    <small>{t.customerKinds[one.kind]}</small>
                  </span>
                  {one.id === shown.id && <PageIcon name="done" />}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
