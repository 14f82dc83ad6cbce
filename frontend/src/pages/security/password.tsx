import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PasswordUpdateMutation, type SecurityAccount } from '../../api/security';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { NewPassword, newPasswordProblems } from '../../components/form/new-password';
import { PasswordField } from '../../components/form/password-field';
import { missing, textOf, type FormState } from '../../components/form/use-form';
import { messages } from '../../i18n';

const NAME = 'password';

interface Props {
  readonly account: SecurityAccount;
  readonly editing: Editing;
}

export function Password({ account, editing }: Props): JSX.Element {
  const t = messages('account').security.password;
  const name = `${NAME}:change`;
  return (
    <Section name={NAME} title={t.title} editing={editing}>
      <Row
        title={account.hasPassword ? t.there : t.none}
        notes={account.hasPassword ? t.note : t.noneNote}
        actions={
          <OpenButton name={name} editing={editing} label={account.hasPassword ? t.change : t.make}>
            {account.hasPassword ? messages('account').details.change : t.make}
          </OpenButton>
        }
        form={editing.open === name && <PasswordForm name={name} account={account} editing={editing} />}
      />
    </Section>
  );
}

function PasswordForm({ name, account, editing }: Props & { name: string }): JSX.Element {
  const t = messages('account').security.password;
  // One who has just come back from the bank needs no old password, unless that took too long.
  const [asksOld, setAsksOld] = useState(account.hasPassword && !editing.draft);
  return (
    <EditForm
      name={name}
      editing={editing}
      title={account.hasPassword ? t.change : t.make}
      submit={messages('account').details.save}
      onSubmit={async (fields) => {
        const problems = [...(asksOld ? missing(fields, { oldPassword: t.oldMissing }) : []), ...newPasswordProblems(fields)];
        if (problems.length) return problems;
        const found = await editing.save(
          PasswordUpdateMutation,
          { oldPassword: asksOld ? textOf(fields, 'oldPassword') : null, newPassword: textOf(fields, 'password') },
          t.saved,
        );
        if (!asksOld && found.some(({ field }) => field === 'oldPassword')) {
          setAsksOld(true);
          return [{ field: null, message: t.oldNeeded }];
        }
        return found.map((problem) => (problem.field === 'newPassword' ? { ...problem, field: 'password' } : problem));
      }}
    >
      {(form) => (
        <>
          <input
            class="hidden"
            type="text"
            autocomplete="username"
            value={account.userName ?? account.email}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          {asksOld && <PasswordField {...form.field('oldPassword')} label={t.old} autocomplete="current-password" />}
          {asksOld && account.identified && <Forgotten form={form} />}
          <NewPassword form={form} />
          <p class="hint">{t.endsOthers}</p>
        </>
      )}
    </EditForm>
  );
}

/** The old password is not needed by one who is strongly identified just now. */
function Forgotten({ form }: { form: FormState }): JSX.Element {
  return (
    <p class="hint">
      <button
        type="button"
        class="link"
        onClick={() =>
          form.send(async () => {
            const { proveIdentity } = await import('../../app/step-up');
            await proveIdentity('bank');
            return [];
          })
        }
      >
        {messages('account').security.password.forgotten}
      </button>
    </p>
  );
}
