import type { JSX } from 'preact';
import { useQuery } from '../../api/query';
import { SecurityQuery, type SecurityAccount } from '../../api/security';
import { sessionEnded } from '../../app/session';
import { DetailsLayout } from '../../components/details/layout';
import { useEditing, type Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { Passkeys } from './passkeys';
import { Password } from './password';
import { Sessions } from './sessions';

/** My details: what opens the account, and where it is open. */
export function Page(): JSX.Element {
  const query = useQuery(SecurityQuery, {});
  const editing = useEditing(query.reload);
  const viewer = query.data?.viewer;
  if (query.data && !viewer) queueMicrotask(sessionEnded);
  return (
    <DetailsLayout title={messages('account').details.pages.security} query={query}>
      {viewer && <Sections account={viewer.account} editing={editing} />}
    </DetailsLayout>
  );
}

function Sections(props: { account: SecurityAccount; editing: Editing }): JSX.Element {
  return (
    <>
      <Password {...props} />
      <Passkeys {...props} />
      <Sessions {...props} />
    </>
  );
}
