/**
 * Where the app is, as one signal, and links that work without a page load.
 *
 * An ordinary `<a href>` to this origin is followed here. Two attributes change how:
 * `data-replace` takes the present page's place in the history (the same level, another period), and `data-up`
 * goes back when the page one came from is the link's target, so that going up never makes the history longer.
 */
import { signal } from '@preact/signals';

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly href: string;
  /** How one got here: only `push` moves the scroll position and the focus. */
  readonly by: 'load' | 'push' | 'replace' | 'history';
}

interface HistoryState {
  from?: string;
}

export const place = signal<Place>(read('load'));

export function go(href: string, { replace = false }: { replace?: boolean } = {}): void {
  const here = place.value.href;
  if (href === here) return;
  if (replace) history.replaceState(history.state, '', href);
  else history.pushState({ from: here } satisfies HistoryState, '', href);
  const before = place.value.path;
  place.value = read(replace ? 'replace' : 'push');
  if (!replace && place.value.path !== before) scrollTo(0, 0);
}

/** Goes up to `href`: back when one came from there, otherwise in the present page's place. */
export function goUp(href: string): void {
  if ((history.state as HistoryState | null)?.from === href) history.back();
  else go(href, { replace: true });
}

/** Starts following links. Called once, by main.tsx. */
export function listen(): void {
  addEventListener('popstate', () => {
    place.value = read('history');
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    const href = link.pathname + link.search;
    if (link.dataset['up'] !== undefined) goUp(href);
    else go(href, { replace: link.dataset['replace'] !== undefined });
  });
}

/** The parts of a path that match a pattern like `/laskut/:invoiceId`, or null. A last part with `?` may be missing. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.at(-1)?.endsWith('?') && given.length < wanted.length) wanted.pop();
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const value = given[index] ?? '';
    if (name.startsWith(':')) {
      try {
        parts[name.replace(/[:?]/g, '')] = decodeURIComponent(value);
      } catch {
        return null;
      }
    } else if (name !== value) return null;
  }
  return parts;
}

function read(by: Place['by']): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search), href: location.pathname + location.search, by };
}
