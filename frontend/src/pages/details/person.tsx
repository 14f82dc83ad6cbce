import type { JSX } from 'preact';
import {
  AccountUpdateMutation,
  EmailChangeCompleteMutation,
  EmailChangeRequestMutation,
  UserNameUpdateMutation,
  type Details,
} from '../../api/details';
import { useState } from 'preact/hooks';
import { change } from '../../app/change';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { CodeField, codeOf, codeProblems } from '../../components/form/code-field';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf } from '../../components/form/use-form';
import { PageIcon } from '../../components/page-icon';
import { messages } from '../../i18n';
import { phoneText } from '../../i18n/phone';

type Account = Details['account'];
interface Props {
  readonly account: Account;
  readonly editing: Editing;
}

const NAME = 'person';

export function Person({ account, editing }: Props): JSX.Element {
  const t = messages('account').details;
  return (
    <Section name={NAME} title={t.person.title} editing={editing}>
      <Row
        title={t.person.name}
        value={account.name}
        notes={
          account.identified ? (
            <span class="fact">
              <PageIcon name="done" />
              {t.person.identified}
            </span>
          ) : (
            t.person.notIdentified
          )
        }
      />
      <Email account={account} editing={editing} />
      <UserName account={account} editing={editing} />
      <Phone account={account} editing={editing} />
    </Section>
  );
}

function Email({ account, editing }: Props): JSX.Element {
  const t = messages('account').details;
  const name = `${NAME}:email`;
  return (
    <Row
      title={t.person.email}
      value={account.email}
      actions={
        <OpenButton name={name} editing={editing} label={t.person.changeEmail}>
          {t.change}
        </OpenButton>
      }
      form={editing.open === name && <EmailForm name={name} editing={editing} />}
    />
  );
}

function EmailForm({ name, editing }: { name: string; editing: Editing }): JSX.Element {
  const t = messages('account').details;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const given = editing.draft?.text('email');
  if (sentTo === null) {
    return (
      <EditForm
        key="address"
        name={name}
        editing={editing}
        title={t.person.changeEmail}
        submit={t.person.sendCode}
        onSubmit={async (fields) => {
          const email = textOf(fields, 'email').trim();
          const empty = missing(fields, { email: messages('credentials').emailMissing });
          if (empty.length) return empty;
          const payload = await change(EmailChangeRequestMutation, { email });
          if (payload && !payload.userErrors.length) setSentTo(email);
          return problemsOf(payload?.userErrors ?? []);
        }}
      >
        {(form) => (
          <TextField
            {...form.field('email')}
            label={t.person.newEmail}
            hint={t.person.newEmailHint}
            autocomplete="email"
            inputmode="email"
            initial={given}
          />
        )}
      </EditForm>
    );
  }
  return (
    <EditForm
      key="code"
      name={name}
      editing={editing}
      title={t.person.confirmEmail}
      submit={messages('credentials').verifyCode}
      onSubmit={async (fields) => {
        const problems = codeProblems(fields);
        if (problems.length) return problems;
        return editing.save(EmailChangeCompleteMutation, { code: codeOf(fields) }, t.person.emailSaved);
      }}
    >
      {(form) => (
        <>
          <p>{t.person.codeSent(sentTo)}</p>
          <CodeField form={form} hint={messages('credentials').codeHint} />
          <p class="hint">
            {t.person.noCode}{' '}
            <button type="button" class="link" onClick={() => setSentTo(null)}>
              {t.person.otherAddress}
            </button>
          </p>
        </>
      )}
    </EditForm>
  );
}

function UserName({ account, editing }: Props): JSX.Element {
  const t = messages('account').details;
  const name = `${NAME}:username`;
  return (
    <Row
      title={t.person.userName}
      value={account.userName ?? <span class="muted">{t.person.noUserName}</span>}
      actions={
        <OpenButton name={name} editing={editing} label={account.userName ? t.person.changeUserName : t.person.addUserName}>
          {account.userName ? t.change : t.add}
        </OpenButton>
      }
      form={
        editing.open === name && (
          <EditForm
            name={name}
            editing={editing}
            title={account.userName ? t.person.changeUserName : t.person.addUserName}
            submit={t.save}
            onSubmit={(fields) =>
              editing.save(UserNameUpdateMutation, { userName: textOf(fields, 'userName').trim() || null }, t.person.userNameSaved)
            }
          >
            {(form) => (
              <TextField
                {...form.field('userName')}
                label={t.person.newUserName}
                hint={t.person.userNameHint}
                autocomplete="username"
                initial={editing.draft?.text('userName') ?? account.userName ?? undefined}
                optional
              />
            )}
          </EditForm>
        )
      }
    />
  );
}

function Phone({ account, editing }: Props): JSX.Element {
  const t = messages('account').details;
  const name = `${NAME}:phone`;
  return (
    <Row
      title={t.person.phone}
      value={account.phone !== null ? phoneText(account.phone) : <span class="muted">{t.person.noPhone}</span>}
      actions={
        <OpenButton name={name} editing={editing} label={account.phone ? t.person.changePhone : t.person.addPhone}>
          {account.phone ? t.change : t.add}
        </OpenButton>
      }
      form={
        editing.open === name && (
          <EditForm
            name={name}
            editing={editing}
            title={account.phone ? t.person.changePhone : t.person.addPhone}
            submit={t.save}
            onSubmit={(fields) =>
              editing.save(AccountUpdateMutation, { phone: textOf(fields, 'phone').trim() }, t.person.phoneSaved)
            }
          >
            {(form) => (
              <TextField
                {...form.field('phone')}
                label={t.person.newPhone}
                hint={t.person.phoneHint}
                autocomplete="tel"
                inputmode="tel"
                initial={editing.draft?.text('phone') ?? account.phone ?? undefined}
                optional
              />
            )}
          </EditForm>
        )
      }
    />
  );
}
