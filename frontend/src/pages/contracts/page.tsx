import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ContractsQuery, type Contract } from '../../api/contracts';
import { useQuery } from '../../api/query';
import { customer } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { isoDay, marketToday } from '../../app/period';
import { compareCustomers } from '../../app/refresh';
import { NEW_CONTRACTS } from '../../app/routes';
import { session, sessionEnded } from '../../app/session';
import { Empty, FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { ContractCard, EndedContract } from './card';
import { byStart, followerOf } from './terms';

/** What one has agreed on: in force, coming, and folded what has ended. */
export function Page(): JSX.Element {
  const t = messages('contracts');
  useTitle(t.title);
  const heading = useHeadingFocus();
  const query = useQuery(ContractsQuery, {}, { spoken: true });
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const answer = query.data?.viewer;
  useEffect(() => {
    if (answer) compareCustomers(answer.customers);
  }, [answer]);
  const shown = customer.value;
  const page = answer?.customers.find(({ id }) => id === shown?.id)?.contracts;
  const known = session.value.status === 'in';
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
          {shown?.kind === 'COMPANY' && <span class="h1-of">{shown.name}</span>}
        </h1>
        <a class="button button-quiet" href={NEW_CONTRACTS}>
          {t.newContracts}
        </a>
      </div>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {page ? (
        <Contracts contracts={page.nodes} more={page.pageInfo.hasNextPage} />
      ) : answer && known ? (
        <Contracts contracts={[]} more={false} />
      ) : (
        query.loading && <ContractsSkeleton />
      )}
    </>
  );
}

function Contracts({ contracts, more }: { contracts: readonly Contract[]; more: boolean }): JSX.Element {
  const t = messages('contracts');
  const today = isoDay(marketToday(new Date()));
  const of = (status: Contract['status']) => contracts.filter((contract) => contract.status === status);
  const ended = of('ENDED');
  if (contracts.length === 0) {
    return (
      <div class="card">
        <Empty what={t.none} why={t.noneWhy} />
      </div>
    );
  }
  return (
    <>
      {(['ACTIVE', 'COMING'] as const).map((status) => {
        const group = byStart(of(status));
        return (
          group.length > 0 && (
            <section key={status} class="customer" aria-labelledby={`contracts-${status}`}>
              <h2 id={`contracts-${status}`} class="customer-name">
                {t.groups[status]}
                {group.length > 1 && <span class="customer-count">{t.count(group.length)}</span>}
              </h2>
              <div class="cards">
                {group.map((contract) => (
                  <ContractCard key={contract.id} contract={contract} follower={followerOf(contract, contracts)} today={today} />
                ))}
              </div>
            </section>
          )
        );
      })}
      {ended.length > 0 && (
        <details class="customer">
          <summary>{t.ended(ended.length)}</summary>
          <ul class="card ended" role="list">
            {ended.map((contract) => (
              <EndedContract key={contract.id} contract={contract} />
            ))}
          </ul>
        </details>
      )}
      <p class="hint foot">{t.prices.noNetwork}</p>
      {more && <p class="hint">{t.onlyFirst(contracts.length)}</p>}
    </>
  );
}

function ContractsSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="customer">
        <div class="bone bone-line" />
        <div class="cards">
          <div class="card bone-contract" />
          <div class="card bone-contract" />
        </div>
      </div>
    </Skeleton>
  );
}
