import type { Billing } from '../../fi/billing';
import { pluralOf } from '../../plural';

const plural = pluralOf('sv');

export const list: Billing['list'] = {
  title: 'Fakturor',
  filter: 'Vilka fakturor som visas',
  all: 'Alla',
  open: 'Obetalda',
  invoice: 'Faktura',
  creditNote: 'Kreditfaktura',
  of: (period) => `Kreditfaktura, ${period}`,
  number: (number) => `Nr ${number}`,
  due: 'Förfallodag',
  statusTitle: 'Status',
  place: 'Driftställe',
  severalPlaces: 'Flera driftställen',
  amount: 'Belopp, inkl.\u00a0moms',
  amountLabel: 'Belopp',
  status: { OPEN: 'Obetald', DUE: 'Förfaller snart', OVERDUE: 'Förfallen', PAID: 'Betald', CREDITED: 'Krediterad', CREDIT: 'Kreditering' },
  left: (money) => `Obetalt ${money}`,
  more: 'Visa fler',
  shown: (count) => plural(count, { one: '# faktura visas.', other: '# fakturor visas.' }),
  none: 'Du har inga fakturor ännu.',
  noneWhy: 'Den första fakturan visas här när den är gjord. Vanligen kommer den efter avtalets första månad.',
  noneOpen: 'Alla fakturor är betalda.',
  noneOpenWhy: 'En ny faktura visas här genast när den är gjord.',
  showAll: 'Visa alla fakturor',
};
