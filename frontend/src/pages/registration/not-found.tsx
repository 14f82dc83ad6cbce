import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { Phones } from '../../components/phones';
import { messages } from '../../i18n';
import { Cancel } from './cancel';
import { stepPath, type StepProps } from './steps';

/** The person is known, but no customer of theirs: what that may mean, and whom to ask. */
export function NotFound({ registration, retailer }: StepProps): JSX.Element {
  const t = messages('registration').notFound;
  const heading = useHeadingFocus('not-found');
  useTitle(t.title);
  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text(registration.name)}</p>
      <div class="card form">
        <div>
          <h2 class="part-title">{t.reasonsTitle}</h2>
          <ul class="reasons">
            {t.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
        <div>
          <h2 class="part-title">{t.companyTitle}</h2>
          <p>{t.companyText}</p>
        </div>
        <a class="button button-wide" href={stepPath('company')}>
          {t.company}
        </a>
        <div>
          <h2 class="part-title">{t.serviceTitle}</h2>
          <Phones phones={retailer.phones} />
        </div>
      </div>
      <Cancel />
    </section>
  );
}
