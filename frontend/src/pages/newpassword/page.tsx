import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { ResetCompleteMutation, ResetLinkCheckMutation } from '../../api/recovery';
import type { UserError } from '../../api/session';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { FORGOTTEN_PASSWORD } from '../../app/routes';
import { settle } from '../../app/session';
import { takeFragment } from '../../app/visit';
import { Form, formTitle } from '../../components/form/form';
import { NewPassword, newPasswordProblems } from '../../components/form/new-password';
import { problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';

/** A new password by the link from a mail: `/uusi-salasana#SECRET`. The secret stays in memory. */
export function Page(): JSX.Element {
  const t = messages('recovery');
  const c = messages('credentials');
  const form = useForm();
  const [link, setLink] = useState(takeFragment);
  const [over, setOver] = useState(false);
  const heading = useHeadingFocus();
  const usable = link !== null && !over;
  const title = usable ? t.passwordTitle : t.linkOverTitle;
  useTitle(formTitle(form, title));
  const here = place.value;
  // Another link, opened in a tab that has this page already.
  useEffect(() => {
    const another = takeFragment();
    if (another) {
      setLink(another);
      setOver(false);
    }
  }, [here]);

  // Said at once, and not after a new password has been thought of. Where nothing can be asked, `submit` will tell.
  useEffect(() => {
    if (link === null) return;
    let left = false;
    void send(ResetLinkCheckMutation, { input: { link } }).then(
      ({ passwordResetLinkCheck: { userErrors } }) => {
        if (!left && userErrors.length) form.send(() => Promise.resolve(told(userErrors)));
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [link]);

  function told(userErrors: readonly UserError[]): readonly Problem[] {
    if (!userErrors.some(({ code }) => code === 'EXPIRED')) return problemsOf(userErrors);
    setOver(true);
    heading.current?.focus();
    return [];
  }

  async function submit(fields: FormData): Promise<readonly Problem[]> {
    const problems = newPasswordProblems(fields);
    if (problems.length) return problems;
    const input = { password: textOf(fields, 'password'), link };
    const { passwordResetComplete: answer } = await send(ResetCompleteMutation, { input });
    if (!answer.userErrors.length) await settle(answer.viewer, '/?ilmoitus=salasana');
    return told(answer.userErrors);
  }

  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {usable ? (
        <Form form={form} submit={c.next} submitting={c.saving} onSubmit={submit}>
          <NewPassword form={form} />
        </Form>
      ) : (
        <>
          <p>{t.linkOverText}</p>
          <p>
            <a class="button" href={FORGOTTEN_PASSWORD}>
              {t.askAgain}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
