/** Invoices, what is paid and how: one catalogue in parts, since small texts compress better together. */
import { invoice } from './billing/invoice';
import { list } from './billing/list';
import { next } from './billing/next';
import { verify } from './billing/verify';

export const messages = { list, invoice, verify, next };
export type Billing = typeof messages;
