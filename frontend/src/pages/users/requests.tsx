import type { JSX } from 'preact';
import { MandateRequestApproveMutation, MandateRequestDeclineMutation, type Company } from '../../api/users';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';
import { RoleField, roleOf } from './role';

const NAME = 'requests';

/** Who waits to be let in. Not there where nobody does, but to say what was just decided. */
export function Requests({ company, editing }: { company: Company; editing: Editing }): JSX.Element | null {
  const t = messages('account').users.requests;
  if (!company.mandateRequests.length && editing.said?.section !== NAME) return null;
  return (
    <Section name={NAME} title={t.title} lead={company.mandateRequests.length ? t.lead : undefined} editing={editing}>
      {company.mandateRequests.map((request) => (
        <RequestRow key={request.id} request={request} editing={editing} />
      ))}
    </Section>
  );
}

function RequestRow({ request, editing }: { request: Company['mandateRequests'][number]; editing: Editing }): JSX.Element {
  const t = messages('account').users.requests;
  const approve = `${NAME}:approve-${request.id}`;
  const decline = `${NAME}:decline-${request.id}`;
  return (
    <Row
      title={request.name}
      notes={
        <>
          <span class="row-line">{request.email}</span>
          <span class="row-line">{t.asked(dateText(request.createdAt))}</span>
        </>
      }
      actions={
        <>
          <OpenButton name={approve} editing={editing} label={t.approveOf(request.name)} class="button">
            {t.approve}
          </OpenButton>
          <OpenButton name={decline} editing={editing} label={t.declineOf(request.name)}>
            {t.decline}
          </OpenButton>
        </>
      }
      form={
        editing.open === approve ? (
          <EditForm
            name={approve}
            editing={editing}
            title={t.approveOf(request.name)}
            submit={t.approve}
            onSubmit={(fields) =>
              editing.save(MandateRequestApproveMutation, { id: request.id, role: roleOf(fields) }, t.approved(request.name))
            }
          >
            {(form) => <RoleField form={form} editing={editing} initial="READER" />}
          </EditForm>
        ) : (
          editing.open === decline && (
            <EditForm
              name={decline}
              editing={editing}
              title={t.declineOf(request.name)}
              submit={t.decline}
              danger
              onSubmit={() => editing.save(MandateRequestDeclineMutation, { id: request.id }, t.declined(request.name))}
            >
              {() => <p>{t.declineNote}</p>}
            </EditForm>
          )
        )
      }
    />
  );
}
