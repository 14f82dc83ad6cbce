import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { signIn } from '../../app/session';
import { Form, formTitle } from '../../components/form/form';
import { PasswordField } from '../../components/form/password-field';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';

export function Page(): JSX.Element {
  const t = messages('signin');
  const form = useForm();
  const heading = useHeadingFocus();
  useTitle(formTitle(form, t.title));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const empty = missing(fields, { identifier: t.identifierMissing, password: t.passwordMissing });
    return empty.length ? empty : problemsOf(await signIn(textOf(fields, 'identifier'), textOf(fields, 'password')));
  }

  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <Form form={form} submit={t.submit} submitting={t.submitting} problemTitle={t.problem} onSubmit={submit}>
        <TextField {...form.field('identifier')} label={t.identifier} autocomplete="username" />
        <PasswordField {...form.field('password')} label={t.password} autocomplete="current-password" />
      </Form>
    </section>
  );
}
