import type { JSX } from 'preact';
import type { Role } from '../../api/users';
import type { Editing } from '../../components/details/use-editing';
import { OptionsField } from '../../components/form/options-field';
import type { FormState } from '../../components/form/use-form';
import { messages } from '../../i18n';

const ROLES: readonly Role[] = ['ADMINISTRATOR', 'READER'];

/** Which role one has: as it was chosen before the page was left to prove who one is, else `initial`. Its field is `role`. */
export function RoleField({ form, editing, initial }: { form: FormState; editing: Editing; initial: Role }): JSX.Element {
  const t = messages('account').users.roles;
  return (
    <OptionsField
      {...form.field('role')}
      type="radio"
      legend={t.label}
      options={ROLES.map((role) => ({ value: role, ...t[role] }))}
      chosen={[editing.draft?.text('role') ?? initial]}
    />
  );
}

export function roleOf(fields: FormData): Role {
  return fields.get('role') === 'ADMINISTRATOR' ? 'ADMINISTRATOR' : 'READER';
}
