import type { ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { PageSkeleton } from '../components/skeleton';
import { FailureNotice } from '../components/notice';
import { loadMessages } from '../i18n';
import { Boundary, Broken } from './boundary';
import { go, place } from './router';
import { findRoute, returnPath, signInPath, type PageProps, type Route } from './routes';
import { openSession, session } from './session';
import { Shell } from './shell';

/**
 * The page of the present address, once its code and its messages are here, side by side. While the server has not said yet who
 * this is, a page already asks for its own data: an answer without a viewer ends the session.
 */
export function App(): JSX.Element {
  const { path, href, query } = place.value;
  const { status } = session.value;
  const { route, params } = findRoute(path);
  const mustSignIn = status === 'out' && !route.open;
  const isInside = status === 'in' && route.guestsOnly === true;
  useLayoutEffect(() => {
    if (mustSignIn) go(signInPath(href), { replace: true });
    else if (isInside) go(returnPath(query), { replace: true });
  }, [mustSignIn, isInside, href]);

  const page = usePage(route);
  return (
    <Shell open={route.open}>
      <Boundary key={path}>
        {page.failed ? (
          <Broken />
        ) : session.value.status === 'failed' && !route.open ? (
          <FailureNotice failure={session.value.failure} retry={() => void openSession()} />
        ) : !page.Page || mustSignIn || isInside ? (
          <PageSkeleton />
        ) : (
          <page.Page params={params} />
        )}
      </Boundary>
    </Shell>
  );
}

interface LoadedPage {
  readonly Page: ComponentType<PageProps> | null;
  readonly failed: boolean;
}

const pages = new Map<Route['load'], ComponentType<PageProps>>();

function usePage(route: Route): LoadedPage {
  const [failed, setFailed] = useState<Route | null>(null);
  const [, arrived] = useState(0);
  const Page = pages.get(route.load) ?? null;
  useEffect(() => {
    if (Page) return;
    let current = true;
    Promise.all([route.load(), loadMessages(...route.messages)]).then(
      ([module]) => {
        pages.set(route.load, module.Page);
        if (current) arrived((count) => count + 1);
      },
      () => {
        if (current) setFailed(route);
      },
    );
    return () => {
      current = false;
    };
  }, [route]);
  return { Page, failed: !Page && failed === route };
}
