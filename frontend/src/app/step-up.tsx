/** Asks who one is again, in a dialog over the page, before something that guards the account (ASVS 7.5.1). */
import { render, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from '../api/client';
import {
  PasskeyStepUpMutation,
  PasskeyStepUpRequestMutation,
  SessionVerifyMutation,
  StepUpStartMutation,
  StepUpWaysQuery,
} from '../api/step-up';
import type { ResultOf } from '../api/graphql';
import { ErrorSummary } from '../components/form/error-summary';
import { PasswordField } from '../components/form/password-field';
import { missing, problemsOf, textOf, useForm, type FormState, type Problem } from '../components/form/use-form';
import { loadMessages, messages } from '../i18n';
import { keepDraft } from './draft';
import { passkeysWork } from './passkeys';
import { place } from './router';

/**
 * Whether the person has proved it, by `any` way or by the `bank` alone. With the bank the page is left, and there is no answer.
 * Throws Failure.
 */
export async function proveIdentity(by: 'any' | 'bank' = 'any'): Promise<boolean> {
  const [ways] = await Promise.all([send(StepUpWaysQuery, {}), loadMessages('account')]);
  const box = document.createElement('div');
  document.body.append(box);
  const proved = await new Promise<boolean>((done) => render(<StepUpDialog ways={ways} by={by} done={done} />, box));
  render(null, box);
  box.remove();
  return proved;
}

type Ways = ResultOf<typeof StepUpWaysQuery>;

function StepUpDialog({ ways, by, done }: { ways: Ways; by: 'any' | 'bank'; done: (proved: boolean) => void }): JSX.Element {
  const t = messages('account').stepup;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useForm('step-up-');
  const proved = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  // Closing gives the focus back to where it was; only then is the answer told.
  const close = () => {
    proved.current = true;
    dialog.current?.close();
  };
  const account = ways.viewer?.account;
  const withPassword = by === 'any' && account?.hasPassword;
  const others: JSX.Element[] = [];
  if (by === 'any' && account?.passkeys.length && passkeysWork()) {
    others.push(
      <button key="passkey" type="button" class="button button-quiet" onClick={() => form.send(() => byPasskey(close))}>
        {t.passkey}
      </button>,
    );
  }
  if (account?.identified) {
    for (const { key, name } of ways.retailer.identificationServices) {
      others.push(
        <button key={key} type="button" class="button button-quiet" onClick={() => form.send(() => byBank(key))}>
          {t.bank(name)}
        </button>,
      );
    }
  }
  return (
    <dialog ref={dialog} class="dialog card" aria-labelledby="step-up-title" onClose={() => done(proved.current)}>
      <h2 id="step-up-title">{t.title}</h2>
      <p>{t.why}</p>
      <ErrorSummary form={form} title={t.problem} />
      {withPassword && <PasswordWay form={form} userName={account.userName ?? account.email} close={close} />}
      {withPassword && others.length > 0 && <p class="dialog-or">{t.or}</p>}
      {others.length > 0 && <div class="dialog-ways">{others}</div>}
      {others.length > 0 && account?.identified && <p class="hint">{t.bankHint}</p>}
      <button type="button" class="button button-quiet" onClick={() => dialog.current?.close()}>
        {t.cancel}
      </button>
    </dialog>
  );
}

function PasswordWay({ form, userName, close }: { form: FormState; userName: string; close: () => void }): JSX.Element {
  const t = messages('account').stepup;
  return (
    <form
      class="form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        form.send(() => byPassword(fields, close));
      }}
    >
      <input class="hidden" type="text" name="username" autocomplete="username" value={userName} readOnly tabIndex={-1} aria-hidden="true" />
      <PasswordField {...form.field('password')} label={t.password} autocomplete="current-password" />
      <button type="submit" class="button button-wide" aria-disabled={form.sending}>
        {form.sending ? t.checking : t.confirm}
      </button>
    </form>
  );
}

async function byPassword(fields: FormData, close: () => void): Promise<Problem[]> {
  const empty = missing(fields, { password: messages('account').stepup.passwordMissing });
  if (empty.length) return empty;
  const { sessionVerify } = await send(SessionVerifyMutation, { input: { password: textOf(fields, 'password') } });
  if (sessionVerify.userErrors.length) return problemsOf(sessionVerify.userErrors);
  close();
  return [];
}

async function byPasskey(close: () => void): Promise<Problem[]> {
  const { PasskeyFailure, signWithPasskey } = await import('./webauthn');
  const { passkeySessionRequest } = await send(PasskeyStepUpRequestMutation, {});
  if (!passkeySessionRequest.optionsJson) return problemsOf(passkeySessionRequest.userErrors);
  let responseJson: string;
  try {
    responseJson = await signWithPasskey(passkeySessionRequest.optionsJson);
  } catch (error) {
    if (error instanceof PasskeyFailure) return [{ field: null, message: messages('account').stepup.passkeyCancelled }];
    throw error;
  }
  const { passkeySessionCreate } = await send(PasskeyStepUpMutation, { input: { responseJson } });
  if (passkeySessionCreate.userErrors.length) return problemsOf(passkeySessionCreate.userErrors);
  close();
  return [];
}

/** Leaves the page for the bank: one comes back to it, with what was typed. */
async function byBank(service: string): Promise<Problem[]> {
  const { identificationStart } = await send(StepUpStartMutation, {
    input: { service, purpose: 'STEP_UP', returnTo: place.peek().href },
  });
  if (!identificationStart.authorizationUrl) return problemsOf(identificationStart.userErrors);
  keepDraft();
  location.assign(identificationStart.authorizationUrl);
  // Busy for as long as the browser takes to leave; its Back button may bring this very page again.
  return new Promise((done) => addEventListener('pageshow', () => done([]), { once: true }));
}
