import type { Billing } from '../fi/billing';
import { invoice } from './billing/invoice';
import { list } from './billing/list';

export const messages: Billing = { list, invoice };
