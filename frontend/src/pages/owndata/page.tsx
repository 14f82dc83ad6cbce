import type { JSX } from 'preact';
import { OwnDataQuery, type ManagedCustomer, type OwnData } from '../../api/own-data';
import { useQuery } from '../../api/query';
import { sessionEnded } from '../../app/session';
import { DetailsLayout } from '../../components/details/layout';
import { useEditing, type Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { Closing } from './closing';
import { Export } from './export';
import { Tokens } from './tokens';

/** My details: what is kept of one, who else may read it, and the way out. */
export function Page(): JSX.Element {
  const query = useQuery(OwnDataQuery, {});
  const editing = useEditing(query.reload);
  const viewer = query.data?.viewer;
  if (query.data && !viewer) queueMicrotask(sessionEnded);
  return (
    <DetailsLayout title={messages('account').details.pages.data} query={query}>
      {viewer && <Sections account={viewer.account} customers={viewer.customers} editing={editing} />}
    </DetailsLayout>
  );
}

function Sections(props: { account: OwnData; customers: readonly ManagedCustomer[]; editing: Editing }): JSX.Element {
  const { account, customers, editing } = props;
  return (
    <>
      <Export dataExport={account.dataExport} editing={editing} />
      <Tokens tokens={account.accessTokens} editing={editing} />
      <Closing customers={customers} editing={editing} />
    </>
  );
}
