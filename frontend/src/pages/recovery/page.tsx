import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { ResetCompleteMutation, ResetRequestMutation, ResetVerifyMutation } from '../../api/recovery';
import { useHeadingFocus, useTitle } from '../../app/page';
import { go, place } from '../../app/router';
import { FORGOTTEN_PASSWORD, FORGOTTEN_USER_NAME, SIGN_IN } from '../../app/routes';
import { settle } from '../../app/session';
import { CodeField, codeOf, codeProblems } from '../../components/form/code-field';
import { Form, formTitle, type Kept } from '../../components/form/form';
import { NewPassword, newPasswordProblems } from '../../components/form/new-password';
import { Resend } from '../../components/form/resend';
import { Steps } from '../../components/form/steps';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';

const STEP_COUNT = 3;
const CODE = `${FORGOTTEN_PASSWORD}?vaihe=koodi`;
const PASSWORD = `${FORGOTTEN_PASSWORD}?vaihe=salasana`;

/** A forgotten password: a code or a link by mail, and a new password. What a browser has got so far, the server knows. */
export function Page(): JSX.Element {
  const kept = useRef<FormData | null>(null);
  // Where the mail went; unknown after the page was loaded anew.
  const [email, setEmail] = useState<string | null>(null);
  switch (place.value.query.get('vaihe')) {
    case 'koodi':
      return <CodeStep email={email} />;
    case 'salasana':
      return <PasswordStep />;
    case 'linkki':
      return <LinkSent />;
    default:
      return <AddressStep kept={kept} onSent={setEmail} />;
  }
}

function AddressStep({ kept, onSent }: { kept: Kept; onSent: (email: string) => void }): JSX.Element {
  const t = messages('recovery');
  const c = messages('credentials');
  const form = useForm();
  const element = useRef<HTMLElement>(null);
  const heading = useHeadingFocus('address');
  useTitle(formTitle(form, t.title));

  async function request(fields: FormData, method: 'CODE' | 'LINK'): Promise<readonly Problem[]> {
    const empty = missing(fields, { email: c.emailMissing });
    if (empty.length) return empty;
    const email = textOf(fields, 'email').trim();
    const { passwordResetRequest } = await send(ResetRequestMutation, { input: { email, method } });
    if (!passwordResetRequest.userErrors.length) {
      onSent(email);
      go(method === 'CODE' ? CODE : `${FORGOTTEN_PASSWORD}?vaihe=linkki`);
    }
    return problemsOf(passwordResetRequest.userErrors);
  }

  const sendLink = () => {
    const fields = new FormData(element.current?.querySelector('form') ?? undefined);
    form.send(() => request(fields, 'LINK'));
  };
  return (
    <section class="form-page" ref={element}>
      <Steps now={1} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text}</p>
      <Form
        form={form}
        kept={kept}
        submit={t.sendCode}
        submitting={t.sending}
        onSubmit={(fields) => request(fields, 'CODE')}
        footer={
          <div class="other-way">
            <p class="hint">{t.linkHint}</p>
            <button type="button" class="button button-quiet button-wide" aria-disabled={form.sending} onClick={sendLink}>
              {t.sendLink}
            </button>
          </div>
        }
      >
        <TextField {...form.field('email')} label={c.email} inputmode="email" autocomplete="email" />
      </Form>
      <ul class="other-links" role="list">
        <li>
          <a href={FORGOTTEN_USER_NAME}>{t.forgottenUserName}</a>
        </li>
        <li>
          <a href={SIGN_IN}>{t.back}</a>
        </li>
      </ul>
    </section>
  );
}

function CodeStep({ email }: { email: string | null }): JSX.Element {
  const t = messages('recovery');
  const c = messages('credentials');
  const form = useForm();
  const heading = useHeadingFocus('code');
  useTitle(formTitle(form, t.codeTitle));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const problems = codeProblems(fields);
    if (problems.length) return problems;
    const { passwordResetVerify } = await send(ResetVerifyMutation, { input: { code: codeOf(fields) } });
    // The code is used up: Back leads to where another is asked for.
    if (!passwordResetVerify.userErrors.length) go(PASSWORD, { replace: true });
    return problemsOf(passwordResetVerify.userErrors);
  }

  return (
    <section class="form-page">
      <Steps now={2} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.codeTitle}
      </h1>
      <p>{t.codeText(email)}</p>
      <Form form={form} submit={c.verifyCode} submitting={c.verifyingCode} onSubmit={submit}>
        <CodeField form={form} hint={c.codeHint} />
      </Form>
      {email && (
        <Resend
          send={async () => (await send(ResetRequestMutation, { input: { email, method: 'CODE' } })).passwordResetRequest.userErrors}
        />
      )}
      <p>
        <a href={FORGOTTEN_PASSWORD}>{t.otherAddress}</a>
      </p>
    </section>
  );
}

function PasswordStep(): JSX.Element {
  const t = messages('recovery');
  const c = messages('credentials');
  const form = useForm();
  const heading = useHeadingFocus('password');
  useTitle(formTitle(form, t.passwordTitle));

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const problems = newPasswordProblems(fields);
    if (problems.length) return problems;
    const { passwordResetComplete } = await send(ResetCompleteMutation, { input: { password: textOf(fields, 'password') } });
    if (!passwordResetComplete.userErrors.length) await settle(passwordResetComplete.viewer, '/?ilmoitus=salasana');
    return problemsOf(passwordResetComplete.userErrors);
  }

  return (
    <section class="form-page">
      <Steps now={3} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.passwordTitle}
      </h1>
      <p>{t.passwordText}</p>
      <Form form={form} submit={c.next} submitting={c.saving} onSubmit={submit}>
        <NewPassword form={form} />
      </Form>
      <p>
        <a href={FORGOTTEN_PASSWORD}>{t.startAgain}</a>
      </p>
    </section>
  );
}

function LinkSent(): JSX.Element {
  const t = messages('recovery');
  const heading = useHeadingFocus('link');
  useTitle(t.linkTitle);
  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {t.linkTitle}
      </h1>
      <p>{t.linkText}</p>
      <p class="hint">{t.nothingCame}</p>
      <p>
        <a href={FORGOTTEN_PASSWORD}>{t.otherAddress}</a>
      </p>
    </section>
  );
}
