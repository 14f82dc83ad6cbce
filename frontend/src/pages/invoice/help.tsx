import type { JSX } from 'preact';
import type { LegalLink, Retailer } from '../../api/invoice';
import { customer } from '../../app/customer';
import { messages } from '../../i18n';

/** Who advises, where prices are compared, and who settles disputes: persons and companies have bodies of their own. */
export function Help({ retailer: { email, phones, legalLinks } }: { retailer: Retailer }): JSX.Element {
  const t = messages('billing').invoice.help;
  const others: readonly LegalLink['kind'][] =
    customer.value?.kind === 'COMPANY' ? ['CONSUMER_ADVICE', 'CONSUMER_DISPUTES'] : ['BUSINESS_DISPUTES'];
  return (
    <section class="card" aria-labelledby="help-title">
      <h2 id="help-title">{t.title}</h2>
      <p>
        {t.unsure} <a href={`mailto:${email}`}>{email}</a>
        {phones[0] && (
          <>
            , <a href={`tel:${phones[0].number.replace(/\s/g, '')}`}>{phones[0].number}</a>
          </>
        )}
      </p>
      <ul role="list" class="help">
        {legalLinks
          .filter(({ kind }) => !others.includes(kind))
          .map(({ title, url, about }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noopener">
                {title}
                <span class="hidden"> {messages('billing').invoice.newTab}</span>
              </a>
              <span class="hint">{about}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
