/**
 * What was being typed when the page was left to prove who one is, for this tab alone and for once. Nothing that is secret:
 * passwords and codes are typed again.
 */
import { carried, carry } from './visit';

export interface Draft {
  /** The form's name: `data-draft` of its element. */
  readonly form: string;
  /** Whether anything was typed, and not only chosen. */
  readonly typed: boolean;
  readonly text: (field: string) => string | undefined;
  /** The values that were ticked, of a field with several. */
  readonly ticked: (field: string) => readonly string[];
}

interface Stored {
  path: string;
  form: string;
  typed: boolean;
  fields: [string, string][];
}

/** Keeps the form that is open on the page; nothing where none is. */
export function keepDraft(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  if (!form) return;
  const fields: [string, string][] = [];
  let typed = false;
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]')) {
    const secret = input.type === 'password' || /password|one-time-code/.test(input.autocomplete);
    const chosen = input instanceof HTMLSelectElement || /^(checkbox|radio)$/.test(input.type);
    if (secret || (chosen && 'checked' in input && !input.checked)) continue;
    fields.push([input.name, input.value]);
    typed ||= !chosen && !input.readOnly && input.value !== '';
  }
  const draft: Stored = { path: location.pathname, form: form.dataset['draft'] ?? '', typed, fields };
  carry('omavirta.draft', JSON.stringify(draft));
}

/** Gives what was kept for this page, and forgets it. */
export function takeDraft(): Draft | null {
  const stored = JSON.parse(carried('omavirta.draft') ?? 'null') as Stored | null;
  if (!stored || stored.path !== location.pathname) return null;
  carry('omavirta.draft', null);
  const { form, typed, fields } = stored;
  const values = (field: string) => fields.filter(([name]) => name === field).map(([, value]) => value);
  return { form, typed, text: (field) => values(field)[0], ticked: values };
}
