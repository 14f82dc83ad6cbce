import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { DetailsQuery, type Details } from '../../api/details';
import { useQuery } from '../../api/query';
import { compareCustomers } from '../../app/refresh';
import { sessionEnded } from '../../app/session';
import { DetailsLayout } from '../../components/details/layout';
import { useEditing, type Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { Customers } from './customers';
import { Looks } from './looks';
import { Notifications } from './notifications';
import { Person } from './person';

/** My details: who one is here, how one is reached, and for whom one acts. */
export function Page(): JSX.Element {
  const query = useQuery(DetailsQuery, {});
  const editing = useEditing(query.reload);
  const viewer = query.data?.viewer;
  if (query.data && !viewer) queueMicrotask(sessionEnded);
  useEffect(() => {
    if (viewer) compareCustomers(viewer.customers);
  }, [viewer]);
  return (
    <DetailsLayout title={messages('account').details.title} query={query}>
      {viewer && <Sections viewer={viewer} editing={editing} />}
    </DetailsLayout>
  );
}

function Sections({ viewer, editing }: { viewer: Details; editing: Editing }): JSX.Element {
  return (
    <>
      <Person account={viewer.account} editing={editing} />
      <Looks account={viewer.account} editing={editing} />
      <Notifications account={viewer.account} editing={editing} />
      <Customers viewer={viewer} editing={editing} />
    </>
  );
}
