import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { InvoicesQuery, type InvoiceStatus } from '../../api/invoices';
import { useQuery } from '../../api/query';
import { INVOICES, NEXT_INVOICE } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { Empty, FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { InvoiceRow } from './row';

const PAGE_SIZE = 12;
const UNPAID: InvoiceStatus[] = ['OPEN', 'DUE', 'OVERDUE'];

/** How far each list was opened, so that one comes back from an invoice to where one was. In memory only. */
const opened = new Map<string, readonly (string | null)[]>();

/** A table with a body for each page that was asked for. */
export function InvoiceList({ customerId, onlyOpen }: { customerId: string; onlyOpen: boolean }): JSX.Element {
  const t = messages('billing').list;
  const key = `${customerId} ${onlyOpen}`;
  const [cursors, setCursors] = useState(opened.get(key) ?? [null]);
  const [counts, setCounts] = useState<readonly number[]>([]);
  const table = useRef<HTMLTableElement>(null);
  const focusOn = useRef<number | null>(null);
  const more = (cursor: string) => {
    const next = [...cursors, cursor];
    opened.set(key, next);
    focusOn.current = next.length - 1;
    setCursors(next);
  };
  const arrived = (page: number, count: number) => {
    setCounts((before) => Object.assign([...before], { [page]: count }));
    if (focusOn.current !== page) return;
    focusOn.current = null;
    // The button is gone: what it brought takes the focus.
    requestAnimationFrame(() => table.current?.tBodies[page]?.querySelector<HTMLElement>('a')?.focus());
  };
  const shown = counts.reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      <div class="card points invoices">
        <table ref={table}>
          <caption class="hidden">{onlyOpen ? t.open : t.title}</caption>
          {shown > 0 && (
            <thead>
              <tr>
                <th scope="col">{t.invoice}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.statusTitle}</th>
                <th scope="col" class="number">
                  {t.amount}
                </th>
              </tr>
            </thead>
          )}
          {cursors.map((after, page) => (
            <InvoicePage
              key={after}
              variables={{ id: customerId, status: onlyOpen ? UNPAID : null, first: PAGE_SIZE, after }}
              last={page === cursors.length - 1}
              onMore={more}
              onArrived={(count) => arrived(page, count)}
            />
          ))}
        </table>
      </div>
      {!onlyOpen && shown > 0 && (
        <p class="after-list">
          <a href={NEXT_INVOICE}>{messages('billing').next.title}</a>
        </p>
      )}
      <p class="hidden" role="status">
        {shown > 0 ? t.shown(shown) : ''}
      </p>
    </>
  );
}

interface PageProps {
  readonly variables: { id: string; status: InvoiceStatus[] | null; first: number; after: string | null };
  readonly last: boolean;
  readonly onMore: (cursor: string) => void;
  readonly onArrived: (count: number) => void;
}

function InvoicePage({ variables, last, onMore, onArrived }: PageProps): JSX.Element {
  const query = useQuery(InvoicesQuery, variables);
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const list = node && 'invoices' in node ? node.invoices : null;
  const count = list?.nodes.length;
  useEffect(() => {
    if (count !== undefined) onArrived(count);
  }, [count]);
  const cursor = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  return (
    <tbody>
      {list?.nodes.map((invoice) => <InvoiceRow key={invoice.id} invoice={invoice} />)}
      {list?.nodes.length === 0 && !variables.after && <Wide><Nothing onlyOpen={variables.status !== null} /></Wide>}
      {!list && query.loading && <Wide><Skeleton><RowBones /></Skeleton></Wide>}
      {query.failure && <Wide><FailureNotice failure={query.failure} retry={query.retry} at={query.at} /></Wide>}
      {last && cursor && (
        <Wide>
          <button type="button" class="button button-quiet" onClick={() => onMore(cursor)}>
            {messages('billing').list.more}
          </button>
        </Wide>
      )}
    </tbody>
  );
}

/** A row for something else than an invoice. */
function Wide({ children }: { children: JSX.Element }): JSX.Element {
  return (
    <tr class="invoices-wide">
      <td colSpan={5}>{children}</td>
    </tr>
  );
}

function Nothing({ onlyOpen }: { onlyOpen: boolean }): JSX.Element {
  const t = messages('billing').list;
  if (!onlyOpen) return <Empty what={t.none} why={t.noneWhy} />;
  return (
    <Empty what={t.noneOpen} why={t.noneOpenWhy}>
      <a class="button button-quiet" data-replace href={INVOICES}>
        {t.showAll}
      </a>
    </Empty>
  );
}

function RowBones(): JSX.Element {
  return (
    <>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} class="bone-row">
          <div class="bone bone-line" />
        </div>
      ))}
    </>
  );
}

/** While it is not known yet whose invoices are shown. */
export function ListSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="card points">
        <RowBones />
      </div>
    </Skeleton>
  );
}
