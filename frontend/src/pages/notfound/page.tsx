import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { messages } from '../../i18n';

export function Page(): JSX.Element {
  const { notFound } = messages('shell');
  useTitle(notFound.title);
  const heading = useHeadingFocus();
  return (
    <section class="prose">
      <h1 ref={heading} tabIndex={-1}>
        {notFound.title}
      </h1>
      <p>{notFound.text}</p>
      <p>
        <a class="button" href="/">
          {notFound.home}
        </a>
      </p>
    </section>
  );
}
