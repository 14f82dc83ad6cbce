import type { JSX } from 'preact';
import { Drawn } from './icon';

const paths = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.800-6 7.500-6s6.700 2 7.500 6',
  company: 'M5 20.500V4.500h9v16M14 9.500h5v11M3 20.500h18M8 8.500h3M8 12.500h3M8 16.500h3',
  done: 'm5 12.500 5 5 9.500-11',
  down: 'm6 9.500 6 6 6-6',
  left: 'm14.500 5-7 7 7 7',
  right: 'm9.500 5 7 7-7 7',
} as const;

/** Icons that only some pages need, so that sign-in does not carry them. Decoration only. */
export function PageIcon({ name }: { name: keyof typeof paths }): JSX.Element {
  return <Drawn path={paths[name]} />;
}
