import type { JSX } from 'preact';

const paths = {
  home: 'M4 11.5 12 4l8 7.5M6.5 9.7V20h11V9.7',
  bars: 'M5 20v-7M12 20V4M19 20v-11',
  invoice: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.500 8h5M9.500 12h5',
  contract: 'M6 3h9l4 4v14H6zM9.500 12h6M9.500 16h6',
  warning: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.2',
} as const;

/** What every page starts with. Decoration only: whatever it stands beside is said in words. */
export function Icon({ name }: { name: keyof typeof paths | 'brand' }): JSX.Element {
  if (name === 'brand') {
    return (
      <svg class="brand-icon" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M18.4 5 8.6 18.2h6.1L13.2 27l10.2-13.6h-6.2z" />
      </svg>
    );
  }
  return <Drawn path={paths[name]} />;
}

export function Drawn({ path }: { path: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
