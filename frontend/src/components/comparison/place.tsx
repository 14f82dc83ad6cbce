import type { JSX } from 'preact';
import { useOwner } from '../../app/customer';
import { useHeadingFocus, useTitle } from '../../app/page';
import { messages } from '../../i18n';
import { pointAddress, pointName } from '../place-name';

/** Under a heading, which metering point it is about. An address wins over the choice of customer. */
export function PlaceName({ id }: { id: string }): JSX.Element | null {
  const point = useOwner([id])?.meteringPoints.nodes.find((one) => one.id === id);
  return <span class="h1-of">{point ? `${pointName(point)}, ${pointAddress(point)}` : '\u00a0'}</span>;
}

export function MissingPlace(): JSX.Element {
  const { missingPoint } = messages('comparison');
  useTitle(missingPoint.title);
  const heading = useHeadingFocus();
  return (
    <section class="prose">
      <h1 ref={heading} tabIndex={-1}>
        {missingPoint.title}
      </h1>
      <p>{missingPoint.text}</p>
      <p>
        <a class="button" href="/">
          {missingPoint.home}
        </a>
      </p>
    </section>
  );
}
