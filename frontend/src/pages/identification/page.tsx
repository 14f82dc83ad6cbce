import type { JSX } from 'preact';
import { CustomerServiceQuery } from '../../api/retailer';
import { useQuery } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { DETAILS, SIGN_IN } from '../../app/routes';
import { session } from '../../app/session';
import { IdentifyButton } from '../../components/identify-button';
import { Phones } from '../../components/phones';
import { PageSkeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import type { Identification } from '../../i18n/fi/identification';

/** The words of the address, as the server writes them. */
const REASONS: Readonly<Record<string, keyof Identification['reasons']>> = {
  peruttu: 'cancelled',
  vanhentunut: 'expired',
  'ei-vastausta': 'noAnswer',
  hylatty: 'refused',
  'eri-henkilo': 'otherPerson',
  lukittu: 'locked',
};

/** Why strong authentication came to nothing, and what to do now. */
export function Page(): JSX.Element {
  const t = messages('identification');
  const reason = REASONS[place.value.query.get('syy') ?? ''] ?? 'refused';
  const { title, text, next } = t.reasons[reason];
  const signedIn = session.value.status === 'in';
  const heading = useHeadingFocus();
  const { data } = useQuery(CustomerServiceQuery, {}, { spoken: true });
  useTitle(title);
  if (session.value.status === 'unknown') return <PageSkeleton />;
  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <p>{next}</p>
      {signedIn ? (
        <a class="button button-wide" href={DETAILS}>
          {t.toDetails}
        </a>
      ) : (
        reason !== 'locked' && (
          <div class="card form">
            <IdentifyButton purpose="SIGN_IN" returnTo="/" label={t.again} />
            <a class="button button-quiet button-wide" href={SIGN_IN}>
              {t.otherWay}
            </a>
          </div>
        )
      )}
      {data && (
        <section class="service">
          <h2 class="part-title">{t.service}</h2>
          <Phones phones={data.retailer.phones} />
        </section>
      )}
    </section>
  );
}
