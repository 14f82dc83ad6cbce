/** For whom one acts can change under one's hands: asks for it anew. */
import { Failure, send } from '../api/client';
import { SessionQuery } from '../api/session';
import { customers } from './customer';
import { session, settle } from './session';

/** Where nobody answers, what is shown stays: the next answer may tell. */
export async function reloadCustomers(): Promise<void> {
  try {
    await settle((await send(SessionQuery, {})).viewer);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** Asks where an answer names others than the header does. */
export function compareCustomers(answered: readonly { readonly id: string }[]): void {
  if (session.peek().status !== 'in') return;
  const known = customers.peek();
  if (answered.length !== known.length || answered.some(({ id }) => !known.some((one) => one.id === id))) void reloadCustomers();
}
