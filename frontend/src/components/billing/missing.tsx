import type { JSX } from 'preact';
import { useHeadingFocus, useTitle } from '../../app/page';
import { INVOICES } from '../../app/routes';
import { messages } from '../../i18n';
import { PageIcon } from '../page-icon';

export function BackLink({ href, text }: { href: string; text: string }): JSX.Element {
  return (
    <p class="back">
      <a data-up href={href}>
        <PageIcon name="left" />
        {text}
      </a>
    </p>
  );
}

export function MissingInvoice(): JSX.Element {
  const { missing } = messages('billing').invoice;
  useTitle(missing.title);
  const heading = useHeadingFocus();
  return (
    <section class="prose">
      <h1 ref={heading} tabIndex={-1}>
        {missing.title}
      </h1>
      <p>{missing.text}</p>
      <p>
        <a class="button" href={INVOICES}>
          {missing.all}
        </a>
      </p>
    </section>
  );
}
