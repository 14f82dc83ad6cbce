import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from '../../api/client';
import type { UserError } from '../../api/session';
import { messages } from '../../i18n';

/** Where no code has come: what to look at, and another one. */
export function Resend({ send }: { send: () => Promise<readonly Pick<UserError, 'message'>[]> }): JSX.Element {
  const t = messages('credentials');
  const { failures } = messages('form');
  const [working, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly problem: string | null } | null>(null);
  async function again(): Promise<void> {
    if (working) return;
    setWorking(true);
    setOutcome(null);
    try {
      const [refusal] = await send();
      setOutcome({ problem: refusal?.message ?? null });
    } catch (error) {
      setOutcome({ problem: failures[error instanceof Failure ? error.kind : 'unreachable'] });
    }
    setWorking(false);
  }
  return (
    <div class="resend">
      <p class="hint">{t.notThere}</p>
      <button type="button" class="button button-quiet" aria-disabled={working} onClick={() => void again()}>
        {t.sendAgain}
      </button>
      <p class={outcome?.problem ? 'problem' : 'hint'} role="status">
        {outcome && (outcome.problem ?? t.sentAgain)}
      </p>
    </div>
  );
}
