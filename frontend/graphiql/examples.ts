import account from './examples/account.graphql?raw';
import accountUpdate from './examples/account-update.graphql?raw';
import lastMonthAsColumns from './examples/last-month-columns.graphql?raw';
import lastMonth from './examples/last-month.graphql?raw';
import products from './examples/products.graphql?raw';
import retailer from './examples/retailer.graphql?raw';
import spotPrices from './examples/spot-prices.graphql?raw';
import viewer from './examples/viewer.graphql?raw';

export interface Example {
  query: string;
  variables?: string;
}

/** The tabs of someone's first visit; `today` is a date of the market's calendar, as 2026-11-25. */
export function examples(today: string): Example[] {
  const month = variables(firstOfMonth(today, -1), firstOfMonth(today, 0));
  return [
    { query: viewer },
    { query: lastMonth, variables: month },
    { query: lastMonthAsColumns, variables: month },
    { query: spotPrices, variables: variables(today, addDays(today, 2)) },
    { query: products },
    { query: retailer },
    { query: account },
    { query: accountUpdate, variables: JSON.stringify({ input: { phone: '040 123 4567' } }, null, 2) },
  ];
}

/** Today in Finland, where the days of consumption and prices begin. */
export function todayInFinland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());
}

function variables(from: string, to: string): string {
  return JSON.stringify({ from, to }, null, 2);
}

function firstOfMonth(date: string, months: number): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
