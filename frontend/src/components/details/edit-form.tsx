import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../../i18n';
import { ErrorSummary } from '../form/error-summary';
import { useForm, type FormState, type Problem } from '../form/use-form';
import type { Editing } from './use-editing';

/**
 * A form in the place of what it changes. It takes the focus when it opens, and Escape closes it. Its name is also that of the
 * draft that is kept while one proves who one is.
 */
export function EditForm(props: {
  readonly name: string;
  readonly editing: Editing;
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly onSubmit: (fields: FormData) => Promise<readonly Problem[]>;
  readonly children?: (form: FormState) => ComponentChildren;
}): JSX.Element {
  const t = messages('account').details;
  const { name, editing } = props;
  const form = useForm(`${name.replaceAll(/\W/g, '-')}-`);
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const first = element.current?.querySelector<HTMLElement>('input:not(.hidden), select');
    (first ?? element.current?.querySelector('h3'))?.focus();
  }, []);
  return (
    <form
      ref={element}
      class="form edit"
      method="post"
      noValidate
      data-draft={name}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !form.sending) editing.cancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        form.send(() => props.onSubmit(fields));
      }}
    >
      <h3 tabIndex={-1}>{props.title}</h3>
      {editing.draft?.typed && <p class="hint">{t.kept}</p>}
      <ErrorSummary form={form} />
      {props.children?.(form)}
      <div class="edit-buttons">
        <button type="submit" class={props.danger ? 'button button-danger' : 'button'} aria-disabled={form.sending}>
          {form.sending ? t.working : props.submit}
        </button>
        <button type="button" class="button button-quiet" onClick={editing.cancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
