import type { JSX } from 'preact';
import { AccountDeleteMutation, TermsQuery, type ManagedCustomer } from '../../api/own-data';
import { useQuery } from '../../api/query';
import { change } from '../../app/change';
import { usersPath } from '../../app/routes';
import { accountClosed } from '../../app/session';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { CheckboxField } from '../../components/form/checkbox-field';
import { problemsOf } from '../../components/form/use-form';
import { Icon } from '../../components/icon';
import { messages } from '../../i18n';

const NAME = 'closing';

/** Closing the account: what goes, what stays and why, and one thing to agree to. */
export function Closing({ customers, editing }: { customers: readonly ManagedCustomer[]; editing: Editing }): JSX.Element {
  const t = messages('account').owndata.closing;
  const name = `${NAME}:close`;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {editing.open === name ? (
        <EditForm
          name={name}
          editing={editing}
          title={t.really}
          submit={t.close}
          danger
          onSubmit={async (fields) => {
            if (!fields.has('understood')) return [{ field: 'understood', message: t.understoodMissing }];
            const payload = await change(AccountDeleteMutation, {});
            if (!payload || payload.userErrors.length) return problemsOf(payload?.userErrors ?? []);
            accountClosed();
            return [];
          }}
        >
          {(form) => (
            <>
              {customers.filter(isOnlyAdministrator).map(({ id, name: company }) => (
                <div key={id} class="notice notice-warning">
                  <Icon name="warning" />
                  <p>
                    {t.onlyAdministrator(company)} <a href={usersPath(id)}>{messages('shell').usersOf(company)}</a>
                  </p>
                </div>
              ))}
              <h4>{t.erasedTitle}</h4>
              <ul class="bullets">
                {t.erased.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <h4>{t.keptTitle}</h4>
              <ul class="bullets">
                {t.kept.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <Documents />
              <CheckboxField {...form.field('understood')}>{t.understood}</CheckboxField>
            </>
          )}
        </EditForm>
      ) : (
        <div class="section-more">
          <OpenButton name={name} editing={editing} class="button button-quiet button-risky">
            {t.open}
          </OpenButton>
        </div>
      )}
    </Section>
  );
}

/** The retailer's own words on how long it keeps what. */
function Documents(): JSX.Element | null {
  const t = messages('account').owndata.closing;
  const { data } = useQuery(TermsQuery, {}, { spoken: true });
  if (!data) return null;
  return (
    <div>
      <p>{t.keptMore}</p>
      <ul class="bullets">
        {data.retailer.terms.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
              <span class="hidden"> {t.newTab}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether nobody else would manage the company's users. Readers and people's own customers have no others to see. */
function isOnlyAdministrator({ mandates }: ManagedCustomer): boolean {
  const administrators = mandates.filter(({ role }) => role === 'ADMINISTRATOR');
  return administrators.length === 1 && administrators[0]?.own === true;
}
