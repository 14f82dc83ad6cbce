import type { JSX } from 'preact';
import { send } from '../../api/client';
import { RegistrationCodeMutation, RegistrationCompleteMutation } from '../../api/registration';
import { useHeadingFocus, useTitle } from '../../app/page';
import { settle } from '../../app/session';
import { carried, carry } from '../../app/visit';
import { CodeField, codeOf, codeProblems } from '../../components/form/code-field';
import { Form, formTitle } from '../../components/form/form';
import { Resend } from '../../components/form/resend';
import { Steps } from '../../components/form/steps';
import { problemsOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';
import { Cancel } from './cancel';
import { isOver, STEP_COUNT, stepPath, type StepProps } from './steps';

/** The code from the mail; with it the account is made. */
export function Code({ registration, reload }: StepProps): JSX.Element {
  const t = messages('registration').code;
  const c = messages('credentials');
  const form = useForm();
  const heading = useHeadingFocus('code');
  useTitle(formTitle(form, t.title));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const problems = codeProblems(fields);
    if (problems.length) return problems;
    const invitation = carried('omavirta.invitation');
    const { registrationComplete: answer } = await send(RegistrationCompleteMutation, { input: { code: codeOf(fields), invitation } });
    if (isOver(answer.userErrors)) reload();
    else if (answer.viewer && !answer.userErrors.length) {
      carry('omavirta.invitation', null);
      carry('omavirta.registers-for', null);
      await settle(answer.viewer, '/?ilmoitus=tervetuloa');
    }
    return problemsOf(answer.userErrors);
  }

  return (
    <section class="form-page">
      <Steps now={4} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text(registration.email ?? '')}</p>
      <Form form={form} submit={c.verifyCode} submitting={c.verifyingCode} onSubmit={submit}>
        <CodeField form={form} hint={c.codeHint} />
      </Form>
      <Resend send={async () => (await send(RegistrationCodeMutation, {})).registrationCodeRequest.userErrors} />
      <p>
        <a href={stepPath('details')}>{t.changeAddress}</a>
      </p>
      <Cancel />
    </section>
  );
}
