import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n';
import { place } from './router';

/** Names the document: `maaliskuu 2025 – Kulutus – Omavirta`. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, messages('shell').product].join(' – ');
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}

/** A reference for the page's h1, which takes the focus when a link led here, or to another `part` of the page. */
export function useHeadingFocus(part = ''): { current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = place.value.path;
  useEffect(() => {
    const { by } = place.peek();
    if (by === 'load') return;
    if (part && by !== 'history') scrollTo(0, 0);
    heading.current?.focus({ preventScroll: by === 'history' });
  }, [path, part]);
  return heading;
}
