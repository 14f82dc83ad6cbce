import type { Billing } from '../../fi/billing';
import { pluralOf } from '../../plural';

const plural = pluralOf('en');

export const next: Billing['next'] = {
  title: 'Estimate of the next invoice',
  lead: 'The estimate gets closer every day as new metering data comes.',
  allPlaces: (count) => plural(count, { one: 'Show # metering point', other: 'Show all # metering points' }),
  estimate: (period) => `Estimate, ${period}`,
  about: (money) => `about ${money}`,
  range: (low, high) => `Probably ${low}–\u2060${high}. Four invoices out of five fall within such a range.`,
  withVat: 'including VAT',
  sum: (places, money) => `${places} metering points in total about ${money}`,
  soFar: 'So far',
  toCome: 'Forecast for the rest',
  fees: 'Basic fees',
  total: 'Estimate in total',
  vatNote: 'All amounts include value added tax. The estimate is of the electricity alone, without its distribution.',
  picture: (soFar, total) => `So far ${soFar} of an estimated ${total}.`,
  metered: (date) => `Metered to the end of ${date}.`,
  pricesKnown: (date) => `Spot prices are known to the end of ${date}.`,
  restsOn: 'What the estimate rests on',
  basis: {
    METERED: 'Your metered consumption so far.',
    LAST_YEAR: 'The same weekdays a year ago, in proportion to your consumption of the last weeks.',
    RECENT_WEEKS: 'The same weekdays of the last four weeks.',
    DAY_AHEAD: 'Spot prices that are already known.',
    AVERAGE_PRICES: 'After that the mean spot price of each quarter-hour over the last four weeks.',
  },
  NO_HISTORY: 'No estimate can be made yet.',
  noHistoryWhy: 'There is too little metering data to foresee the consumption.',
  NO_PRICES: 'No estimate can be made now.',
  noPricesWhy: 'A price that is needed is missing.',
  noContract: 'The metering point has no contract in force.',
  none: 'You have no metering points yet.',
  noneWhy: 'The estimate appears here when your electricity contract has been confirmed.',
};
