import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useQuery } from '../../api/query';
import { UsersQuery, type Company } from '../../api/users';
import { chooseCustomer, customers } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { reloadCustomers } from '../../app/refresh';
import type { PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { Answer } from '../../components/details/layout';
import { useEditing, type Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { Invitations } from './invitations';
import { Mandates } from './mandates';
import { Requests } from './requests';

/** Who may act for a company, and in which role. */
export function Page({ params }: PageProps): JSX.Element {
  const t = messages('account').users;
  const id = params['customerId'] ?? '';
  const query = useQuery(UsersQuery, useMemo(() => ({ id }), [id]));
  const editing = useEditing(query.reload);
  const heading = useHeadingFocus();
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const company = node && 'mandates' in node && node.kind === 'COMPANY' ? node : null;
  const missing = query.data?.viewer && !company;
  useEffect(() => {
    if (company) chooseCustomer(company.id);
    else if (missing && customers.peek().some((one) => one.id === id)) void reloadCustomers();
  }, [company?.id, missing]);
  useTitle(...(company ? [company.name] : []), missing ? t.missing.title : t.title);
  return (
    <div class="details-body">
      <h1 ref={heading} tabIndex={-1}>
        {missing ? t.missing.title : t.title}
        {company && <span class="h1-of">{company.name}</span>}
      </h1>
      <Answer query={query}>
        {company ? (
          <Sections company={company} editing={editing} />
        ) : (
          <section class="card prose">
            <p>{t.missing.text}</p>
            <a class="button" href="/">
              {t.missing.home}
            </a>
          </section>
        )}
      </Answer>
    </div>
  );
}

function Sections(props: { company: Company; editing: Editing }): JSX.Element {
  if (props.company.role === 'READER') return <Mandates {...props} />;
  return (
    <>
      <Requests {...props} />
      <Mandates {...props} />
      <Invitations {...props} />
    </>
  );
}
