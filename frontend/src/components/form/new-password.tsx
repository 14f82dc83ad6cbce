import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { messages } from '../../i18n';
import { PasswordField } from './password-field';
import { missing, textOf, type FormState, type Problem } from './use-form';

/** The only rule here is the least; the server refuses what is guessed first. */
const LEAST = 8;
/** From here on a password is long enough to be called good. */
const GOOD = 15;

/** A new password twice, with advice on its length while it is typed. Its fields are `password` and `passwordAgain`. */
export function NewPassword({ form, label }: { form: FormState; label?: string }): JSX.Element {
  const t = messages('credentials');
  const [length, setLength] = useState(0);
  const advice = length === 0 ? '' : length < LEAST ? t.tooShort : length < GOOD ? t.longEnough : t.good;
  return (
    <>
      <PasswordField
        {...form.field('password')}
        label={label ?? t.newPassword}
        hint={t.passwordHint}
        autocomplete="new-password"
        onInput={(text) => setLength([...text].length)}
      >
        <div class="strength" aria-hidden="true">
          <div class={length < GOOD ? '' : 'strength-good'} style={{ width: `${Math.min(100, (length / GOOD) * 100)}%` }} />
        </div>
        <p class="hint strength-advice" aria-live="polite">
          {advice}
        </p>
      </PasswordField>
      <PasswordField {...form.field('passwordAgain')} label={t.passwordAgain} autocomplete="new-password" />
    </>
  );
}

/** What is wrong with the two before they are sent. */
export function newPasswordProblems(fields: FormData): Problem[] {
  const t = messages('credentials');
  const empty = missing(fields, { password: t.passwordMissing, passwordAgain: t.passwordAgainMissing });
  if (empty.length) return empty;
  const password = textOf(fields, 'password');
  if ([...password].length < LEAST) return [{ field: 'password', message: t.tooShort }];
  return password === textOf(fields, 'passwordAgain') ? [] : [{ field: 'passwordAgain', message: t.passwordsDiffer }];
}
