import type { ComponentChildren, JSX } from 'preact';
import type { Query } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { DETAILS, OWN_DATA, SECURITY } from '../../app/routes';
import { messages } from '../../i18n';
import { FailureNotice } from '../notice';
import { Skeleton } from '../skeleton';

/** A page of My details: the heading, the way to the others, and its sections once the server has answered. */
export function DetailsLayout<Result>(props: {
  readonly title: string;
  readonly query: Query<Result>;
  readonly children: ComponentChildren;
}): JSX.Element {
  const t = messages('account').details;
  const heading = useHeadingFocus();
  const { path } = place.value;
  useTitle(props.title, ...(props.title === t.title ? [] : [t.title]));
  const pages = [
    { href: DETAILS, text: t.pages.details },
    { href: SECURITY, text: t.pages.security },
    { href: OWN_DATA, text: t.pages.data },
  ];
  return (
    <div class="details">
      <nav class="details-pages" aria-label={t.pagesLabel}>
        {pages.map(({ href, text }) => (
          <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
      <div class="details-body">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        <Answer query={props.query}>{props.children}</Answer>
      </div>
    </div>
  );
}

/** What the server said, and in words that it did not. */
export function Answer<Result>({ query, children }: { query: Query<Result>; children: ComponentChildren }): JSX.Element {
  return (
    <>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {query.data
        ? children
        : query.loading && (
            <Skeleton>
              <div class="card bone-section" />
              <div class="card bone-section" />
            </Skeleton>
          )}
    </>
  );
}
