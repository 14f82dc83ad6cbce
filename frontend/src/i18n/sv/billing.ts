import type { Billing } from '../fi/billing';
import { invoice } from './billing/invoice';
import { list } from './billing/list';
import { next } from './billing/next';
import { verify } from './billing/verify';

export const messages: Billing = { list, invoice, verify, next };
