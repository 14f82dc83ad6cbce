import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { messages } from '../../i18n';
import type { FormState } from './use-form';

/** What there is to mend, each with a way to its field. Takes the focus whenever something was sent in vain. */
export function ErrorSummary({ form, title }: { form: FormState; title?: string | undefined }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const { problems } = form;
  useEffect(() => {
    if (problems.length) box.current?.focus();
  }, [problems]);
  if (!problems.length) return null;
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>{title ?? messages('form').problem}</h2>
      <ul role="list">
        {problems.map(({ field, message }) => (
          <li key={field}>{field ? <FieldLink id={form.field(field).id} text={message} /> : message}</li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ id, text }: { id: string; text: string }): JSX.Element {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {text}
    </a>
  );
}
