/** Invoices, what is paid and how: one catalogue in parts, since small texts compress better together. */
import { invoice } from './billing/invoice';
import { list } from './billing/list';

export const messages = { list, invoice };
export type Billing = typeof messages;
