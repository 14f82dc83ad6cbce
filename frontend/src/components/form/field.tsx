import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../../i18n';
import type { FieldProps } from './use-form';

export interface Labelled extends FieldProps {
  readonly label: string;
  /** One line of help under the label. */
  readonly hint?: string | undefined;
}

/** Label, hint and problem around an input, which takes `described(field)` to be told with them. */
export function Field({ id, label, hint, problem, children }: Labelled & { children: ComponentChildren }): JSX.Element {
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <FieldProblem id={id} problem={problem} />
      {children}
    </div>
  );
}

export function FieldProblem({ id, problem }: { id: string; problem: string | undefined }): JSX.Element | null {
  if (!problem) return null;
  return (
    <p id={`${id}-problem`} class="problem">
      <span class="hidden">{messages('form').errorPrefix}</span>
      {problem}
    </p>
  );
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** The attributes that tie an input to its label, hint and problem. */
export function described({ id, name, hint, problem }: Omit<Labelled, 'label'>): Described {
  const by = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return { id, name, 'aria-invalid': problem ? true : undefined, 'aria-describedby': by || undefined };
}
