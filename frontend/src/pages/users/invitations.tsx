import type { JSX } from 'preact';
import { MandateInvitationCreateMutation, MandateInvitationDeleteMutation, type Company } from '../../api/users';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { TextField } from '../../components/form/text-field';
import { missing, textOf } from '../../components/form/use-form';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';
import { RoleField, roleOf } from './role';

const NAME = 'invitations';

/** Who has been sent a link, and sending one. */
export function Invitations({ company, editing }: { company: Company; editing: Editing }): JSX.Element {
  const t = messages('account').users.invitations;
  const name = `${NAME}:add`;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {company.mandateInvitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} editing={editing} />
      ))}
      {editing.open === name ? (
        <InviteForm name={name} company={company} editing={editing} />
      ) : (
        <div class="section-more">
          <OpenButton name={name} editing={editing} class="button">
            {t.invite}
          </OpenButton>
        </div>
      )}
    </Section>
  );
}

function InvitationRow({ invitation, editing }: { invitation: Company['mandateInvitations'][number]; editing: Editing }): JSX.Element {
  const t = messages('account').users.invitations;
  const { roles } = messages('account').users;
  const name = `${NAME}:withdraw-${invitation.id}`;
  return (
    <Row
      title={invitation.email}
      notes={
        <span class="row-line">
          {roles[invitation.role].text} · {t.sent(dateText(invitation.createdAt))} · {t.until(dateText(invitation.expiresAt))}
        </span>
      }
      actions={
        <OpenButton name={name} editing={editing} label={t.withdrawOf(invitation.email)}>
          {t.withdraw}
        </OpenButton>
      }
      form={
        editing.open === name && (
          <EditForm
            name={name}
            editing={editing}
            title={t.withdrawOf(invitation.email)}
            submit={t.withdraw}
            danger
            onSubmit={() => editing.save(MandateInvitationDeleteMutation, { id: invitation.id }, t.withdrawn)}
          >
            {() => <p>{t.withdrawNote}</p>}
          </EditForm>
        )
      }
    />
  );
}

function InviteForm({ name, company, editing }: { name: string; company: Company; editing: Editing }): JSX.Element {
  const t = messages('account').users.invitations;
  return (
    <EditForm
      name={name}
      editing={editing}
      title={t.invite}
      submit={t.send}
      onSubmit={async (fields) => {
        const empty = missing(fields, { email: t.emailMissing });
        if (empty.length) return empty;
        const email = textOf(fields, 'email').trim();
        return editing.save(MandateInvitationCreateMutation, { customer: company.id, email, role: roleOf(fields) }, t.wasSent(email));
      }}
    >
      {(form) => (
        <>
          <TextField
            {...form.field('email')}
            label={t.email}
            hint={t.emailHint}
            autocomplete="off"
            inputmode="email"
            initial={editing.draft?.text('email')}
          />
          <RoleField form={form} editing={editing} initial="READER" />
        </>
      )}
    </EditForm>
  );
}
