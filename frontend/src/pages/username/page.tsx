import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { UserNameReminderMutation } from '../../api/recovery';
import { useHeadingFocus, useTitle } from '../../app/page';
import { SIGN_IN } from '../../app/routes';
import { Form, formTitle } from '../../components/form/form';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';

/** A forgotten user name comes by mail. */
export function Page(): JSX.Element {
  const t = messages('recovery').userName;
  const { nothingCame, back, sending } = messages('recovery');
  const c = messages('credentials');
  const form = useForm();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const heading = useHeadingFocus();
  useTitle(formTitle(form, sentTo ? t.sentTitle : t.title));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const empty = missing(fields, { email: c.emailMissing });
    if (empty.length) return empty;
    const email = textOf(fields, 'email').trim();
    const { userNameReminderRequest } = await send(UserNameReminderMutation, { input: { email } });
    if (!userNameReminderRequest.userErrors.length) {
      setSentTo(email);
      heading.current?.focus();
    }
    return problemsOf(userNameReminderRequest.userErrors);
  }

  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {sentTo ? t.sentTitle : t.title}
      </h1>
      <p>{sentTo ? t.sentText(sentTo) : t.text}</p>
      {sentTo ? (
        <p class="hint">{nothingCame}</p>
      ) : (
        <Form form={form} submit={t.submit} submitting={sending} onSubmit={submit}>
          <TextField {...form.field('email')} label={c.email} inputmode="email" autocomplete="email" />
        </Form>
      )}
      <p>
        <a href={SIGN_IN}>{back}</a>
      </p>
    </section>
  );
}
