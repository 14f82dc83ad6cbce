import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { go, place } from '../../app/router';
import { messages } from '../../i18n';
import type { Home } from '../../i18n/fi/home';

/** The words of the address (`/?ilmoitus=…`), the first as the server writes it. */
const ARRIVALS: Readonly<Record<string, keyof Home['arrivals']>> = {
  'on-jo-tili': 'hadAccount',
  tervetuloa: 'registered',
  salasana: 'newPassword',
};

/** What has just happened to the one who arrives here. Said once: the address forgets it at once. */
export function Arrival(): JSX.Element | null {
  const [arrival, setArrival] = useState<keyof Home['arrivals'] | null>(null);
  const word = place.value.query.get('ilmoitus');
  useEffect(() => {
    if (word === null) return;
    setArrival(ARRIVALS[word] ?? null);
    go('/', { replace: true });
  }, [word]);
  // The region is there before its words, so that they are read out.
  return <div role="status">{arrival && <p class="notice notice-good">{messages('home').arrivals[arrival]}</p>}</div>;
}
