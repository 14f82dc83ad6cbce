import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../../i18n';
import { ErrorSummary } from './error-summary';
import type { FormState, Problem } from './use-form';

/** The title of a page with a form, which says when there is something to mend. */
export function formTitle(form: FormState, title: string): string {
  return form.problems.length ? messages('form').errorPrefix + title : title;
}

/**
 * A card with fields and one button, and over it what there is to mend. Fields keep their own text (they are not controlled),
 * so nothing typed is lost to a redraw; `onSubmit` reads them.
 */
export function Form(props: {
  readonly form: FormState;
  readonly submit: string;
  /** The button while it works. */
  readonly submitting: string;
  /** Over the problems; without it that some fields need mending. */
  readonly problemTitle?: string;
  readonly onSubmit: (fields: FormData) => Promise<readonly Problem[]>;
  readonly children?: ComponentChildren;
  /** Below the button: other ways. */
  readonly footer?: ComponentChildren;
}): JSX.Element {
  const { form } = props;
  return (
    <>
      <ErrorSummary form={form} title={props.problemTitle} />
      <form
        class="card form"
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          form.send(() => props.onSubmit(fields));
        }}
      >
        {props.children}
        <button type="submit" class="button button-wide" aria-disabled={form.sending}>
          {form.sending ? props.submitting : props.submit}
        </button>
        {props.footer}
      </form>
    </>
  );
}
