import type { JSX } from 'preact';
import { MandateRequestCreateMutation, MandateRequestWithdrawMutation, type Details } from '../../api/details';
import { change } from '../../app/change';
import { usersPath } from '../../app/routes';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf } from '../../components/form/use-form';
import { PageIcon } from '../../components/page-icon';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';

const NAME = 'customers';

/** For whom one acts, and asking to act for a company. */
export function Customers({ viewer, editing }: { viewer: Details; editing: Editing }): JSX.Element {
  const t = messages('account').details.customers;
  const name = `${NAME}:company`;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {viewer.customers.map((customer) => (
        <Row
          key={customer.id}
          title={
            <span class="fact">
              <PageIcon name={customer.kind === 'COMPANY' ? 'company' : 'person'} />
              {customer.name}
            </span>
          }
          notes={
            <>
              {t.number(customer.number)}
              {customer.kind === 'COMPANY' && ` · ${t.roles[customer.role]}`}
            </>
          }
          actions={
            customer.kind === 'COMPANY' && (
              <a class="button button-quiet" href={usersPath(customer.id)} aria-label={t.usersOf(customer.name)}>
                {t.users}
              </a>
            )
          }
        />
      ))}
      {viewer.mandateRequests.map((request) => (
        <RequestRow key={request.id} request={request} editing={editing} />
      ))}
      {editing.open === name ? (
        <CompanyForm name={name} editing={editing} />
      ) : (
        <p>
          <OpenButton name={name} editing={editing}>
            {t.addCompany}
          </OpenButton>
        </p>
      )}
    </Section>
  );
}

/** One's own request, which may be taken back while nobody has decided. */
function RequestRow({ request, editing }: { request: Details['mandateRequests'][number]; editing: Editing }): JSX.Element {
  const t = messages('account').details.customers;
  const withdraw = `${NAME}:withdraw-${request.id}`;
  return (
    <Row
      title={
        <span class="fact">
          <PageIcon name="company" />
          {request.companyName}
        </span>
      }
      notes={t.asked(dateText(request.createdAt))}
      actions={
        <OpenButton name={withdraw} editing={editing} label={t.withdrawOf(request.companyName)}>
          {t.withdraw}
        </OpenButton>
      }
      form={
        editing.open === withdraw && (
          <EditForm
            name={withdraw}
            editing={editing}
            title={t.withdrawOf(request.companyName)}
            submit={t.withdraw}
            danger
            onSubmit={() => editing.save(MandateRequestWithdrawMutation, { id: request.id }, t.withdrawn(request.companyName))}
          >
            {() => <p>{t.withdrawNote}</p>}
          </EditForm>
        )
      }
    />
  );
}

function CompanyForm({ name, editing }: { name: string; editing: Editing }): JSX.Element {
  const t = messages('account').details.customers;
  return (
    <EditForm
      name={name}
      editing={editing}
      title={t.addCompany}
      submit={t.ask}
      onSubmit={async (fields) => {
        const empty = missing(fields, { businessId: t.businessIdMissing, customerNumber: t.customerNumberMissing });
        if (empty.length) return empty;
        const payload = await change(MandateRequestCreateMutation, {
          businessId: textOf(fields, 'businessId').trim(),
          customerNumber: textOf(fields, 'customerNumber').trim(),
        });
        if (!payload || payload.userErrors.length) return problemsOf(payload?.userErrors ?? []);
        const { customer } = payload;
        await editing.reload();
        editing.finish(customer ? t.added(customer.name) : t.waits, NAME);
        return [];
      }}
    >
      {(form) => (
        <>
          <p>{t.addCompanyLead}</p>
          <TextField
            {...form.field('businessId')}
            label={t.businessId}
            hint={t.businessIdHint}
            autocomplete="off"
            initial={editing.draft?.text('businessId')}
          />
          <TextField
            {...form.field('customerNumber')}
            label={t.customerNumber}
            hint={t.customerNumberHint}
            autocomplete="off"
            inputmode="numeric"
            initial={editing.draft?.text('customerNumber')}
          />
        </>
      )}
    </EditForm>
  );
}
