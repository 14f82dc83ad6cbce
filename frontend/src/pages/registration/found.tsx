import type { JSX } from 'preact';
import type { RegistrationCustomer } from '../../api/registration';
import { useHeadingFocus, useTitle } from '../../app/page';
import { Steps } from '../../components/form/steps';
import { PageIcon } from '../../components/page-icon';
import { messages } from '../../i18n';
import { Cancel } from './cancel';
import { STEP_COUNT, stepPath, type StepProps } from './steps';

/** Who one is, and what the account will show. */
export function Found({ registration }: StepProps): JSX.Element {
  const t = messages('registration');
  const { next } = messages('credentials');
  const heading = useHeadingFocus('found');
  const { customers, company } = registration;
  const title = t.greeting(registration.name);
  useTitle(title);
  return (
    <section class="form-page">
      <Steps now={2} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div class="card form">
        {customers.length > 0 && <Customers title={t.found(customers.length)} customers={customers} />}
        {company && (
          <div>
            <Customers title={t.company} customers={[company]} />
            <p class="hint">{t.companyMayWait}</p>
          </div>
        )}
        {customers.length === 0 && !company && <p>{t.invited}</p>}
        <a class="button button-wide" href={stepPath('details')}>
          {next}
        </a>
        <a href={stepPath('company')}>{company ? t.otherCompany : t.addCompany}</a>
      </div>
      <Cancel />
    </section>
  );
}

function Customers({ title, customers }: { title: string; customers: readonly RegistrationCustomer[] }): JSX.Element {
  const t = messages('registration');
  return (
    <div>
      <h2 class="part-title">{title}</h2>
      <ul class="found" role="list">
        {customers.map(({ number, name, kind }) => (
          <li key={number}>
            <PageIcon name={kind === 'COMPANY' ? 'company' : 'person'} />
            <span>
              {name}
              <span class="hint">{t.number(number)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
