import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { InvitationAcceptMutation } from '../../api/invitation';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { INVITATION, REGISTRATION, signInPath } from '../../app/routes';
import { openSession, session } from '../../app/session';
import { carried, carry, takeFragment } from '../../app/visit';
import { Form, formTitle } from '../../components/form/form';
import { problemsOf, useForm, type Problem } from '../../components/form/use-form';
import { PageSkeleton } from '../../components/skeleton';
import { messages } from '../../i18n';

/** An invitation to act for a company: `/kutsu#SECRET`. The secret waits in this tab until one is signed in. */
export function Page(): JSX.Element {
  const t = messages('invitation');
  const form = useForm();
  const [secret, setSecret] = useState(takeSecret);
  const [company, setCompany] = useState<string | null>(null);
  const heading = useHeadingFocus();
  const signedIn = session.value.status === 'in';
  const title = company ? t.acceptedTitle : secret ? t.title : t.overTitle;
  useTitle(formTitle(form, title));
  const here = place.value;
  useEffect(() => setSecret(takeSecret), [here]);

  async function accept(): Promise<readonly Problem[]> {
    if (!secret) return [];
    const { mandateInvitationAccept } = await send(InvitationAcceptMutation, { input: { secret } });
    if (mandateInvitationAccept.userErrors.length) return problemsOf(mandateInvitationAccept.userErrors);
    carry('omavirta.invitation', null);
    // The company is among one's customers now.
    await openSession();
    setCompany(mandateInvitationAccept.customer?.name ?? '');
    heading.current?.focus();
    return [];
  }

  if (session.value.status === 'unknown') return <PageSkeleton />;
  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {company !== null ? (
        <>
          <p>{t.acceptedText(company)}</p>
          <p>
            <a class="button" href="/">
              {t.home}
            </a>
          </p>
        </>
      ) : !secret ? (
        <p>{t.overText}</p>
      ) : signedIn ? (
        <>
          <p>{t.text}</p>
          <Form form={form} submit={t.accept} submitting={t.accepting} problemTitle={t.problem} onSubmit={accept}>
            <p>{t.asWhom(session.value.status === 'in' ? session.value.viewer.account.name : '')}</p>
          </Form>
        </>
      ) : (
        <>
          <p>{t.textOut}</p>
          <div class="card form">
            <a class="button button-wide" href={signInPath(INVITATION)}>
              {t.signIn}
            </a>
            <p class="hint">{t.noAccount}</p>
            <a class="button button-quiet button-wide" href={REGISTRATION}>
              {t.register}
            </a>
          </div>
        </>
      )}
    </section>
  );
}

function takeSecret(): string | null {
  const fresh = takeFragment();
  if (fresh) carry('omavirta.invitation', fresh);
  return fresh ?? carried('omavirta.invitation');
}
