import { effect, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Viewer } from '../api/session';
import { messages } from '../i18n';
import { place } from './router';
import { session } from './session';

/** The name of a customer that one has just ceased to act for, until it has been said. */
const lost = signal<string | null>(null);

let before: Viewer | null = null;
effect(() => {
  const state = session.value;
  const now = state.status === 'in' ? state.viewer : null;
  const gone =
    before?.account.id === now?.account.id && before?.customers.find(({ id }) => !now?.customers.some((one) => one.id === id));
  if (gone) lost.value = gone.name;
  before = now;
});

/** Says over the page that one no longer acts for a customer, until one goes on. */
export function Lost(): JSX.Element {
  const { path } = place.value;
  // Before the next answer can come: what it tells must not be cleared with the page that was left.
  useLayoutEffect(
    () => () => {
      lost.value = null;
    },
    [path],
  );
  // The region is there before its words, so that they are read out.
  return <div role="status">{lost.value !== null && <p class="notice">{messages('shell').lost(lost.value)}</p>}</div>;
}
