import type { JSX } from 'preact';
import { messages } from '../../i18n';
import { described, Field } from './field';
import { missing, textOf, type FormState, type Problem } from './use-form';

/** The six digits that came by mail. Its field is `code`; spaces in it do no harm. */
export function CodeField({ form, hint }: { form: FormState; hint?: string }): JSX.Element {
  const props = { ...form.field('code'), label: messages('credentials').code, hint };
  return (
    <Field {...props}>
      <input {...described(props)} class="control code" type="text" inputMode="numeric" autocomplete="one-time-code" spellcheck={false} required />
    </Field>
  );
}

export function codeProblems(fields: FormData): Problem[] {
  const t = messages('credentials');
  const empty = missing(fields, { code: t.codeMissing });
  if (empty.length) return empty;
  return /^\d{6}$/.test(codeOf(fields)) ? [] : [{ field: 'code', message: t.codeShape }];
}

export function codeOf(fields: FormData): string {
  return textOf(fields, 'code').replace(/\s/g, '');
}
