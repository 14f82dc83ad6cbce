import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Failure, send } from '../../api/client';
import { RegistrationDeleteMutation } from '../../api/registration';
import { go } from '../../app/router';
import { SIGN_IN } from '../../app/routes';
import { carry } from '../../app/visit';
import { messages } from '../../i18n';

/** Gives up the registration: the server deletes what was entered. */
export function Cancel(): JSX.Element {
  const t = messages('registration');
  const { failures } = messages('form');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState('');
  async function cancel(): Promise<void> {
    if (working) return;
    setWorking(true);
    try {
      await send(RegistrationDeleteMutation, {});
      carry('omavirta.registers-for', null);
      go(SIGN_IN);
    } catch (error) {
      setProblem(failures[error instanceof Failure ? error.kind : 'unreachable']);
      setWorking(false);
    }
  }
  return (
    <div class="cancel">
      <button type="button" class="button button-quiet" aria-disabled={working} onClick={() => void cancel()}>
        {t.cancel}
      </button>
      <p class="hint">{t.cancelHint}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
