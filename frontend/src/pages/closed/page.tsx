import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useHeadingFocus, useTitle } from '../../app/page';
import { go, place } from '../../app/router';
import { SIGN_IN } from '../../app/routes';
import { PageSkeleton } from '../../components/skeleton';
import { messages } from '../../i18n';

/** What is said to one whose account was closed just now. Who opens the address otherwise is led to sign-in. */
export function Page(): JSX.Element {
  const [closed] = useState(() => place.peek().by !== 'load');
  useLayoutEffect(() => {
    if (!closed) go(SIGN_IN, { replace: true });
  }, [closed]);
  return closed ? <Closed /> : <PageSkeleton />;
}

function Closed(): JSX.Element {
  const t = messages('account').owndata.closed;
  useTitle(t.title);
  const heading = useHeadingFocus();
  return (
    <section class="prose">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text}</p>
      <p>{t.again}</p>
      <p>
        <a class="button" href={SIGN_IN}>
          {t.onwards}
        </a>
      </p>
    </section>
  );
}
