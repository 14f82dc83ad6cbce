import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messages } from '../../i18n';
import { described, Field, type Labelled } from './field';

/**
 * A password, with a button that shows it. Hidden again when the form is sent, so that a browser keeps it as a password
 * and no one reads it over a shoulder.
 */
export function PasswordField(
  props: Labelled & {
    readonly autocomplete: 'current-password' | 'new-password';
    readonly onInput?: (text: string) => void;
    /** Below the input. */
    readonly children?: ComponentChildren;
  },
): JSX.Element {
  const t = messages('form');
  const [shown, setShown] = useState(false);
  const [toggled, setToggled] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <Field {...props}>
      <div class="password">
        <input
          {...described(props)}
          ref={input}
          class="control"
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          required
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button button-quiet"
          aria-controls={props.id}
          aria-label={shown ? t.hidePassword : t.showPassword}
          onClick={() => {
            setShown(!shown);
            setToggled(true);
          }}
        >
          {shown ? t.hide : t.show}
        </button>
        <span class="hidden" role="status">
          {toggled ? (shown ? t.shown : t.hidden) : ''}
        </span>
      </div>
      {props.children}
    </Field>
  );
}
