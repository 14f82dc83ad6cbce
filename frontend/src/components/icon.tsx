import type { JSX } from 'preact';

const paths = {
  home: 'M4 11.5 12 4l8 7.5M6.5 9.7V20h11V9.7',
  bars: 'M5 20v-7M12 20V4M19 20v-11',
  invoice: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.500 8h5M9.500 12h5',
  contract: 'M6 3h9l4 4v14H6zM9.500 12h6M9.500 16h6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.800-6 7.500-6s6.700 2 7.500 6',
  company: 'M5 20.500V4.500h9v16M14 9.500h5v11M3 20.500h18M8 8.500h3M8 12.500h3M8 16.500h3',
  done: 'm5 12.500 5 5 9.500-11',
  down: 'm6 9.500 6 6 6-6',
  left: 'm14.500 5-7 7 7 7',
  right: 'm9.500 5 7 7-7 7',
  warning: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.2',
} as const;

/** Decoration only: whatever it stands beside is said in words. */
export function Icon({ name }: { name: keyof typeof paths | 'brand' }): JSX.Element {
  if (name === 'brand') {
    return (
      <svg class="brand-icon" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M18.4 5 8.6 18.2h6.1L13.2 27l10.2-13.6h-6.2z" />
      </svg>
    );
  }
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
