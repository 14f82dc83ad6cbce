import type { JSX } from 'preact';
import { send } from '../../api/client';
import { RegistrationCompanyMutation } from '../../api/registration';
import { useHeadingFocus, useTitle } from '../../app/page';
import { REGISTRATION } from '../../app/routes';
import { carry } from '../../app/visit';
import { Form, formTitle, type Kept } from '../../components/form/form';
import { Steps } from '../../components/form/steps';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { Phones } from '../../components/phones';
import { messages } from '../../i18n';
import { Cancel } from './cancel';
import { isOver, STEP_COUNT, type StepProps } from './steps';

/** The company that one acts for, by its business id and customer number. */
export function Company({ registration, retailer, proceed, reload, kept }: StepProps & { kept: Kept }): JSX.Element {
  const t = messages('registration').companyStep;
  const form = useForm();
  const heading = useHeadingFocus('company');
  useTitle(formTitle(form, t.title));
  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const empty = missing(fields, { businessId: t.businessIdMissing, customerNumber: t.customerNumberMissing });
    if (empty.length) return empty;
    const input = { businessId: textOf(fields, 'businessId').trim(), customerNumber: textOf(fields, 'customerNumber').trim() };
    const { registrationCompanyUpdate: answer } = await send(RegistrationCompanyMutation, { input });
    if (isOver(answer.userErrors)) reload();
    else if (answer.registration && !answer.userErrors.length) {
      carry('omavirta.registers-for', null);
      proceed(answer.registration);
    }
    return problemsOf(answer.userErrors);
  }
  function leaveOut(event: Event): void {
    event.preventDefault();
    carry('omavirta.registers-for', null);
    proceed(registration);
  }
  return (
    <section class="form-page">
      <Steps now={2} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text}</p>
      <Form form={form} kept={kept} submit={t.submit} submitting={t.submitting} onSubmit={submit}>
        <TextField {...form.field('businessId')} label={t.businessId} hint={t.businessIdHint} autocomplete="off" />
        <TextField {...form.field('customerNumber')} label={t.customerNumber} hint={t.customerNumberHint} inputmode="numeric" autocomplete="off" />
      </Form>
      {registration.customers.length > 0 && (
        <p>
          <a href={REGISTRATION} onClick={leaveOut}>
            {t.without}
          </a>
        </p>
      )}
      <details>
        <summary>{t.help}</summary>
        <Phones phones={retailer.phones} />
      </details>
      <Cancel />
    </section>
  );
}
