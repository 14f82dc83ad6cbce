import type { JSX } from 'preact';
import type { Role } from '../../api/users';
import { OptionsField } from '../../components/form/options-field';
import type { FormState } from '../../components/form/use-form';
import { messages } from '../../i18n';

const ROLES: readonly Role[] = ['ADMINISTRATOR', 'READER'];

/** Which role one has. Its field is `role`. */
export function RoleField({ form, initial }: { form: FormState; initial: Role }): JSX.Element {
  const t = messages('account').users.roles;
  return (
    <OptionsField
      {...form.field('role')}
      type="radio"
      legend={t.label}
      options={ROLES.map((role) => ({ value: role, ...t[role] }))}
      chosen={[initial]}
    />
  );
}

export function roleOf(fields: FormData): Role {
  return fields.get('role') === 'ADMINISTRATOR' ? 'ADMINISTRATOR' : 'READER';
}
