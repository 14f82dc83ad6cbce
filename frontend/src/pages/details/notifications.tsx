import type { JSX } from 'preact';
import { AccountUpdateMutation, type Details } from '../../api/details';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { OptionsField } from '../../components/form/options-field';
import { messages } from '../../i18n';

const NAME = 'notifications';
const KINDS = ['INVOICES', 'CONTRACTS', 'CONSUMPTION', 'NEWS'] as const;

/** Which messages are wanted by mail. Those about the account's safety are always sent. */
export function Notifications({ account, editing }: { account: Details['account']; editing: Editing }): JSX.Element {
  const t = messages('account').details.notifications;
  const { save } = messages('account').details;
  const name = `${NAME}:kinds`;
  const wanted = KINDS.filter((kind) => account.notifications.includes(kind));
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      <Row
        title={t.wanted}
        value={wanted.length ? wanted.map((kind) => t.kinds[kind].text).join(', ') : <span class="muted">{t.none}</span>}
        actions={
          <OpenButton name={name} editing={editing} label={t.choose}>
            {t.change}
          </OpenButton>
        }
        form={
          editing.open === name && (
            <EditForm
              name={name}
              editing={editing}
              title={t.choose}
              submit={save}
              onSubmit={(fields) => {
                const chosen = fields.getAll('kinds');
                return editing.save(AccountUpdateMutation, { notifications: KINDS.filter((kind) => chosen.includes(kind)) }, t.saved);
              }}
            >
              {(form) => (
                <OptionsField
                  {...form.field('kinds')}
                  type="checkbox"
                  legend={t.wanted}
                  options={KINDS.map((kind) => ({ value: kind, ...t.kinds[kind] }))}
                  chosen={wanted}
                />
              )}
            </EditForm>
          )
        }
      />
    </Section>
  );
}
