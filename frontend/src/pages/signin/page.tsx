import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { passkeysWork } from '../../app/passkeys';
import { place } from '../../app/router';
import { FORGOTTEN_PASSWORD, FORGOTTEN_USER_NAME, NEW_CONTRACTS, REGISTRATION, returnPath } from '../../app/routes';
import { signIn } from '../../app/session';
import { Form, formTitle } from '../../components/form/form';
import { PasswordField } from '../../components/form/password-field';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { IdentifyButton } from '../../components/identify-button';
import { messages } from '../../i18n';

/** The ways in: strong authentication first, then name and password. */
export function Page(): JSX.Element {
  const t = messages('signin');
  const form = useForm();
  const heading = useHeadingFocus();
  useTitle(formTitle(form, t.title));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const empty = missing(fields, { identifier: t.identifierMissing, password: t.passwordMissing });
    return empty.length ? empty : problemsOf(await signIn(textOf(fields, 'identifier'), textOf(fields, 'password')));
  }

  async function usePasskey(): Promise<readonly Problem[]> {
    const { signInWithPasskey } = await import('./passkey');
    const found = await signInWithPasskey();
    return found === 'cancelled' ? [{ field: null, message: t.passkeyCancelled }] : problemsOf(found);
  }

  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <IdentifyButton purpose="SIGN_IN" returnTo={returnPath(place.value.query)} />
      <p class="or">{t.or}</p>
      <Form
        form={form}
        submit={t.submit}
        submitting={t.submitting}
        problemTitle={t.problem}
        onSubmit={submit}
        footer={
          <>
            {passkeysWork() && (
              <button
                type="button"
                class="button button-quiet button-wide"
                aria-disabled={form.sending}
                onClick={() => form.send(usePasskey)}
              >
                {t.passkey}
              </button>
            )}
            <ul class="other-links" role="list">
              <li>
                <a href={FORGOTTEN_PASSWORD}>{t.forgottenPassword}</a>
              </li>
              <li>
                <a href={FORGOTTEN_USER_NAME}>{t.forgottenUserName}</a>
              </li>
            </ul>
          </>
        }
      >
        <TextField {...form.field('identifier')} label={t.identifier} autocomplete="username" />
        <PasswordField {...form.field('password')} label={t.password} autocomplete="current-password" />
      </Form>
      <p class="aside">
        {t.noAccount} <a href={REGISTRATION}>{t.register}</a>
      </p>
      <p class="aside">
        <a href={NEW_CONTRACTS}>{t.products}</a>
      </p>
    </section>
  );
}
