import type { JSX } from 'preact';
import type { LegalLink } from '../../api/invoice';
import { customer } from '../../app/customer';
import { messages } from '../../i18n';

/** Who advises, where prices are compared, and who settles disputes: persons and companies have bodies of their own. */
export function Help({ links }: { links: readonly LegalLink[] }): JSX.Element {
  const t = messages('billing').invoice.help;
  const others: readonly LegalLink['kind'][] =
    customer.value?.kind === 'COMPANY' ? ['CONSUMER_ADVICE', 'CONSUMER_DISPUTES'] : ['BUSINESS_DISPUTES'];
  return (
    <section class="card" aria-labelledby="help-title">
      <h2 id="help-title">{t.title}</h2>
      <p class="muted">{t.unsure}</p>
      <ul role="list" class="help">
        {links
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
