import type { Billing } from '../../fi/billing';
import { pluralOf } from '../../plural';

const plural = pluralOf('en');

export const list: Billing['list'] = {
  title: 'Invoices',
  filter: 'Which invoices are shown',
  all: 'All',
  open: 'Unpaid',
  invoice: 'Invoice',
  creditNote: 'Credit note',
  of: (period) => `Credit note, ${period}`,
  number: (number) => `No. ${number}`,
  due: 'Due date',
  statusTitle: 'Status',
  place: 'Metering point',
  severalPlaces: 'Several metering points',
  amount: 'Amount, incl.\u00a0VAT',
  amountLabel: 'Amount',
  status: { OPEN: 'Open', DUE: 'Due soon', OVERDUE: 'Overdue', PAID: 'Paid', CREDITED: 'Credited', CREDIT: 'Credit' },
  left: (money) => `${money} unpaid`,
  more: 'Show more',
  shown: (count) => plural(count, { one: 'Showing # invoice.', other: 'Showing # invoices.' }),
  none: 'You have no invoices yet.',
  noneWhy: 'The first invoice appears here when it has been made, usually after the first month of the contract.',
  noneOpen: 'All invoices have been paid.',
  noneOpenWhy: 'A new invoice appears here as soon as it has been made.',
  showAll: 'Show all invoices',
};
