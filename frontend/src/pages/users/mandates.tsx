import type { JSX } from 'preact';
import { MandateDeleteMutation, MandateUpdateMutation, type Company } from '../../api/users';
import { change } from '../../app/change';
import { reloadCustomers } from '../../app/refresh';
import { go } from '../../app/router';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { problemsOf } from '../../components/form/use-form';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';
import { RoleField, roleOf } from './role';

const NAME = 'mandates';

/** Who acts for the company; a reader is shown themselves alone, and the way out. */
export function Mandates({ company, editing }: { company: Company; editing: Editing }): JSX.Element {
  const t = messages('account').users;
  const reader = company.role === 'READER';
  return (
    <Section name={NAME} title={t.mandates.title} lead={reader ? t.readerWhy : undefined} editing={editing}>
      {company.mandates.map((mandate) => (
        <MandateRow key={mandate.id} mandate={mandate} company={company} editing={editing} />
      ))}
    </Section>
  );
}

function MandateRow(props: { mandate: Company['mandates'][number]; company: Company; editing: Editing }): JSX.Element {
  const t = messages('account').users.mandates;
  const { roles } = messages('account').users;
  const details = messages('account').details;
  const { mandate, company, editing } = props;
  const update = `${NAME}:role-${mandate.id}`;
  const remove = `${NAME}:remove-${mandate.id}`;

  async function removeMandate() {
    if (!mandate.own) return editing.save(MandateDeleteMutation, { id: mandate.id }, t.removed(mandate.name));
    const payload = await change(MandateDeleteMutation, { id: mandate.id });
    if (!payload || payload.userErrors.length) return problemsOf(payload?.userErrors ?? []);
    // This company is no longer theirs to see, which the header says.
    go('/', { replace: true });
    await reloadCustomers();
    return [];
  }

  return (
    <Row
      title={
        <>
          {mandate.name} {mandate.own && <span class="badge">{t.own}</span>}
        </>
      }
      notes={
        <>
          <span class="row-line">{mandate.email}</span>
          <span class="row-line">
            {roles[mandate.role].text} · {t.since(dateText(mandate.createdAt))}
          </span>
        </>
      }
      actions={
        <>
          {company.role === 'ADMINISTRATOR' && (
            <OpenButton name={update} editing={editing} label={t.changeOf(mandate.name)}>
              {t.change}
            </OpenButton>
          )}
          <OpenButton name={remove} editing={editing} label={mandate.own ? t.leave : t.removeOf(mandate.name)}>
            {details.remove}
          </OpenButton>
        </>
      }
      form={
        editing.open === update ? (
          <EditForm
            name={update}
            editing={editing}
            title={t.changeOf(mandate.name)}
            submit={details.save}
            onSubmit={(fields) =>
              editing.save(MandateUpdateMutation, { id: mandate.id, role: roleOf(fields) }, t.changed(mandate.name))
            }
          >
            {(form) => (
              <>
                {mandate.own && <p>{t.ownNote}</p>}
                <RoleField form={form} editing={editing} initial={mandate.role} />
              </>
            )}
          </EditForm>
        ) : (
          editing.open === remove && (
            <EditForm
              name={remove}
              editing={editing}
              title={mandate.own ? t.leave : t.removeOf(mandate.name)}
              submit={mandate.own ? t.leave : t.remove}
              danger
              onSubmit={removeMandate}
            >
              {() => <p>{mandate.own ? t.leaveNote(company.name) : t.removeNote}</p>}
            </EditForm>
          )
        )
      }
    />
  );
}
