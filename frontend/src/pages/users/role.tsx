import type { JSX } from 'preact';
import type { Role } from '../../api/users';
import { messages } from '../../i18n';

const ROLES: readonly Role[] = ['ADMINISTRATOR', 'READER'];

/** Which role, as radio buttons of a form: the field is `role`. */
export function RoleField({ initial }: { initial: Role }): JSX.Element {
  const t = messages('users').roles;
  return (
    <fieldset class="choice">
      <legend>{t.label}</legend>
      {ROLES.map((role) => (
        <label key={role} class="choice-option">
          <input type="radio" name="role" value={role} defaultChecked={role === initial} />
          <span>
            {t[role].name}
            <span class="choice-note">{t[role].note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function roleOf(fields: FormData): Role {
  return fields.get('role') === 'ADMINISTRATOR' ? 'ADMINISTRATOR' : 'READER';
}
