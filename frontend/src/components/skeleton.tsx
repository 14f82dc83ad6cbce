import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { messages } from '../i18n';

/** True once it has taken long enough to be worth showing: 150 ms. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && slow;
}

/** Holds the place of what is coming, with its geometry; grey shapes appear after 150 ms. */
export function Skeleton({ children }: { children: ComponentChildren }): JSX.Element {
  const slow = useSlow(true);
  return (
    <div class={slow ? 'skeleton skeleton-slow' : 'skeleton'} aria-busy="true">
      <p class="hidden" role="status">
        {slow ? messages('shell').loading : ''}
      </p>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

export function PageSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="bone bone-h1" />
      <div class="card bone-card" />
    </Skeleton>
  );
}
