import type { ComponentChildren, JSX } from 'preact';
import type { Failure } from '../api/client';
import { language, messages } from '../i18n';
import { clockTime } from '../i18n/languages';
import { Icon } from './icon';

interface Props {
  readonly failure: Failure;
  readonly retry: () => void;
  /** When the data still shown came; without it there is nothing to show. */
  readonly at?: Date | null;
}

/** What could not be fetched, how old what is shown is, and one way to try again. Offline is no fault: no red. */
export function FailureNotice({ failure, retry, at = null }: Props): JSX.Element {
  const t = messages('shell');
  const offline = failure.kind === 'offline';
  return (
    <div class={offline ? 'notice' : 'notice notice-warning'} role="status">
      {!offline && <Icon name="warning" />}
      <p>
        {t.failures[failure.kind]}
        {at && ` ${t.lastKnown} ${t.updated(clockTime(language.value, at))}.`}
      </p>
      <button type="button" class="button button-quiet" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}

/** One line what, one line why, one action. */
export function Empty(props: { what: string; why?: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-what">{props.what}</p>
      {props.why && <p class="muted">{props.why}</p>}
      {props.children}
    </div>
  );
}
