import type { JSX } from 'preact';
import type { Phone } from '../api/retailer';

/** Customer service by telephone: what for, the number, when it answers. */
export function Phones({ phones }: { phones: readonly Phone[] }): JSX.Element {
  return (
    <ul class="phones" role="list">
      {phones.map(({ name, number, openingHours }) => (
        <li key={number}>
          <span class="phones-name">{name}</span>
          <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a>
          <span class="hint">{openingHours}</span>
        </li>
      ))}
    </ul>
  );
}
