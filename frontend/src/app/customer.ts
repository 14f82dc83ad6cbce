/** Whose data is shown: one of the customers that the account acts for, as chosen on this device; at first the first of them. */
import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Customer } from '../api/session';
import { recall, remember } from './preferences';
import { session } from './session';

const chosen = signal(recall('omavirta.customer'));

export const customers = computed<readonly Customer[]>(() => {
  const state = session.value;
  return state.status === 'in' ? state.viewer.customers : [];
});

/** Null while the server has not said who this is, and for an account that acts for nobody. */
export const customer = computed<Customer | null>(
  () => customers.value.find(({ id }) => id === chosen.value) ?? customers.value[0] ?? null,
);

export function chooseCustomer(id: string): void {
  chosen.value = id;
  remember('omavirta.customer', id);
}

/** The customer that the metering points of an address are of. An address wins over the choice: then this one is shown. */
export function useOwner(pointIds: readonly (string | undefined)[]): Customer | undefined {
  const owner = customers.value.find(({ meteringPoints }) => meteringPoints.nodes.some(({ id }) => pointIds.includes(id)));
  useLayoutEffect(() => {
    if (owner && owner !== customer.peek()) chooseCustomer(owner.id);
  }, [owner]);
  return owner;
}
