import type { JSX } from 'preact';
import { send } from '../../api/client';
import { RegistrationStartMutation, type Language as ApiLanguage } from '../../api/registration';
import { useHeadingFocus, useTitle } from '../../app/page';
import { carried } from '../../app/visit';
import { CheckboxField } from '../../components/form/checkbox-field';
import { Form, formTitle, type Kept } from '../../components/form/form';
import { NewPassword, newPasswordProblems } from '../../components/form/new-password';
import { SelectField } from '../../components/form/select-field';
import { Steps } from '../../components/form/steps';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { LANGUAGES, language, messages } from '../../i18n';
import { Cancel } from './cancel';
import { isOver, STEP_COUNT, type StepProps } from './steps';

/** What one signs in with from now on, and the terms. */
export function Details({ registration, retailer, proceed, reload, kept }: StepProps & { kept: Kept }): JSX.Element {
  const t = messages('registration').details;
  const c = messages('credentials');
  const { languages } = messages('shell');
  const form = useForm();
  const heading = useHeadingFocus('details');
  useTitle(formTitle(form, t.title));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const problems = [
      ...missing(fields, { email: c.emailMissing }),
      ...newPasswordProblems(fields),
      ...missing(fields, { termsVersion: t.termsMissing }),
    ];
    if (problems.length) return problems;
    const input = {
      email: textOf(fields, 'email').trim(),
      userName: textOf(fields, 'userName').trim() || null,
      password: textOf(fields, 'password'),
      language: textOf(fields, 'language') as ApiLanguage,
      termsVersion: retailer.termsVersion,
      invitation: carried('omavirta.invitation'),
    };
    const { registrationStart: answer } = await send(RegistrationStartMutation, { input });
    if (isOver(answer.userErrors)) reload();
    else if (answer.registration && !answer.userErrors.length) proceed(answer.registration, 'code');
    return problemsOf(answer.userErrors);
  }

  return (
    <section class="form-page">
      <Steps now={3} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <Form form={form} kept={kept} submit={t.submit} submitting={t.submitting} onSubmit={submit}>
        <TextField
          {...form.field('email')}
          label={c.email}
          hint={t.emailHint}
          inputmode="email"
          autocomplete="email"
          initial={registration.email ?? undefined}
        />
        <TextField
          {...form.field('userName')}
          label={c.userName}
          hint={c.userNameHint}
          autocomplete="username"
          initial={registration.userName ?? undefined}
          optional
        />
        <NewPassword form={form} label={c.password} />
        <SelectField
          {...form.field('language')}
          label={t.language}
          hint={t.languageHint}
          initial={registration.email ? registration.language : language.value.toUpperCase()}
          options={LANGUAGES.map((code) => ({ value: code.toUpperCase(), text: languages[code], lang: code }))}
        />
        <div class="terms">
          <ul role="list">
            {retailer.terms.map(({ title, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer">
                  {title}
                  <span class="hidden"> {t.newTab}</span>
                </a>
              </li>
            ))}
          </ul>
          <CheckboxField {...form.field('termsVersion')}>{t.acceptTerms(retailer.termsVersion)}</CheckboxField>
        </div>
      </Form>
      <Cancel />
    </section>
  );
}
