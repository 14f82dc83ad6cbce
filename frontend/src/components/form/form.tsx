import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../../i18n';
import { ErrorSummary } from './error-summary';
import type { FormState, Problem } from './use-form';

/** The title of a page with a form, which says when there is something to mend. */
export function formTitle(form: FormState, title: string): string {
  return form.problems.length ? messages('form').errorPrefix + title : title;
}

export interface Kept {
  current: FormData | null;
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
  /** Holds what was typed while another step is shown, in this page's memory only. */
  readonly kept?: Kept;
}): JSX.Element {
  const { form, kept } = props;
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    for (const [name, value] of kept?.current ?? []) {
      const field = element.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = String(value);
    }
  }, []);
  return (
    <>
      <ErrorSummary form={form} title={props.problemTitle} />
      <form
        ref={element}
        class="card form"
        method="post"
        noValidate
        onInput={(event) => {
          if (kept) kept.current = new FormData(event.currentTarget);
        }}
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
