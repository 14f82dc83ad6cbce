import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { messages } from '../../i18n';

/** After the account was closed. */
export function Page(): JSX.Element {
  const { closed } = messages('account').owndata;
  useTitle(closed.title);
  const heading = useHeadingFocus();
  return (
    <section class="card prose">
      <h1 ref={heading} tabIndex={-1}>
        {closed.title}
      </h1>
      <p>{closed.text}</p>
      <p>{closed.again}</p>
    </section>
  );
}
