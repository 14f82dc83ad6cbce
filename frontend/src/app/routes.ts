import type { ComponentType } from 'preact';
import type { CatalogueName } from '../i18n';
import { match } from './router';

export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  readonly pattern: string;
  readonly load: () => Promise<{ Page: ComponentType<PageProps> }>;
  readonly messages: readonly CatalogueName[];
  /** Shown to those who are not signed in. */
  readonly open: boolean;
  /** Nothing for those who are signed in: they are led on. */
  readonly guestsOnly?: true;
}

export const SIGN_IN = '/kirjaudu';
export const REGISTRATION = '/rekisteroidy';
export const FORGOTTEN_PASSWORD = '/unohtunut-salasana';
export const NEW_PASSWORD = '/uusi-salasana';
export const FORGOTTEN_USER_NAME = '/unohtunut-tunnus';
export const INVITATION = '/kutsu';
export const CONSUMPTION = '/kulutus';
export const INVOICES = '/laskut';
export const NEXT_INVOICE = '/seuraava-lasku';
export const CONTRACTS = '/sopimukset';
export const NEW_CONTRACTS = '/uudet-sopimukset';
const COMPARISON = '/vertailu';
const ANNUAL_REPORT = '/vuosiraportti';
export const DETAILS = '/omat-tiedot';
export const SECURITY = `${DETAILS}/turvallisuus`;
export const OWN_DATA = `${DETAILS}/tietoni`;
export const CLOSED = '/tili-suljettu';
const VERIFY = `${INVOICES}/:invoiceId/tarkistus`;
const USERS = '/yritys/:customerId/kayttajat';

const OPEN = { open: true } as const;
const GUESTS_ONLY = { open: true, guestsOnly: true } as const;

/** For those who are signed in, unless `who` says otherwise. */
function route(pattern: string, load: Route['load'], messages: Route['messages'], who: Pick<Route, 'open' | 'guestsOnly'> = { open: false }): Route {
  return { pattern, load, messages, ...who };
}

/** Addresses are Finnish and stay the same in every language, so that a link can be sent to anyone. */
const routes: readonly Route[] = [
  route('/', () => import('../pages/home/page'), ['home']),
  route(SIGN_IN, () => import('../pages/signin/page'), ['form', 'signin'], GUESTS_ONLY),
  route(REGISTRATION, () => import('../pages/registration/page'), ['form', 'credentials', 'registration'], GUESTS_ONLY),
  route(FORGOTTEN_PASSWORD, () => import('../pages/recovery/page'), ['form', 'credentials', 'recovery'], OPEN),
  route(NEW_PASSWORD, () => import('../pages/newpassword/page'), ['form', 'credentials', 'recovery'], OPEN),
  route(FORGOTTEN_USER_NAME, () => import('../pages/username/page'), ['form', 'credentials', 'recovery'], OPEN),
  route('/tunnistus-epaonnistui', () => import('../pages/identification/page'), ['form', 'identification'], OPEN),
  route(INVITATION, () => import('../pages/invitation/page'), ['form', 'invitation'], OPEN),
  route(`${CONSUMPTION}/:meteringPointId?`, () => import('../pages/consumption/page'), ['consumption']),
  route(INVOICES, () => import('../pages/invoices/page'), ['billing']),
  route(`${INVOICES}/:invoiceId`, () => import('../pages/invoice/page'), ['billing']),
  route(VERIFY, () => import('../pages/verify/page'), ['billing', 'consumption']),
  route(`${NEXT_INVOICE}/:meteringPointId?`, () => import('../pages/nextinvoice/page'), ['billing']),
  route(CONTRACTS, () => import('../pages/contracts/page'), ['contracts']),
  route(NEW_CONTRACTS, () => import('../pages/products/page'), ['contracts'], OPEN),
  route(`${COMPARISON}/:meteringPointId`, () => import('../pages/comparison/page'), ['comparison']),
  route(`${ANNUAL_REPORT}/:meteringPointId/:year`, () => import('../pages/annualreport/page'), ['comparison']),
  route(DETAILS, () => import('../pages/details/page'), ['form', 'credentials', 'account']),
  route(SECURITY, () => import('../pages/security/page'), ['form', 'credentials', 'account']),
  route(OWN_DATA, () => import('../pages/owndata/page'), ['form', 'account']),
  route(USERS, () => import('../pages/users/page'), ['form', 'account']),
  route(CLOSED, () => import('../pages/closed/page'), ['account'], OPEN),
];

const notFound = route('', () => import('../pages/notfound/page'), [], OPEN);

export function findRoute(path: string): { route: Route; params: Record<string, string> } {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params) return { route, params };
  }
  return { route: notFound, params: {} };
}

/** What a link in the menu leads on to, by the first part of its address. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  [CONSUMPTION]: [CONSUMPTION, COMPARISON, ANNUAL_REPORT],
  [INVOICES]: [INVOICES, NEXT_INVOICE],
  [CONTRACTS]: [CONTRACTS, NEW_CONTRACTS],
  [DETAILS]: [DETAILS],
};

/** What `aria-current` says of a link to a section: the page itself, a page within it, or nothing of another. */
export function currentIn(section: string, path: string): 'page' | 'true' | undefined {
  if (path === section) return 'page';
  return SECTIONS[section]?.includes(`/${path.split('/')[1]}`) ? 'true' : undefined;
}

export function consumptionPath(meteringPointId: string): string {
  return `${CONSUMPTION}/${encodeURIComponent(meteringPointId)}`;
}

export function invoicePath(invoiceId: string): string {
  return `${INVOICES}/${encodeURIComponent(invoiceId)}`;
}

/** An invoice beside what it would come to by the metering data. */
export function verifyPath(invoiceId: string): string {
  return VERIFY.replace(':invoiceId', encodeURIComponent(invoiceId));
}

/** What a metering point's next invoice will come to. */
export function nextInvoicePath(meteringPointId: string): string {
  return `${NEXT_INVOICE}/${encodeURIComponent(meteringPointId)}`;
}

export function comparisonPath(meteringPointId: string): string {
  return `${COMPARISON}/${encodeURIComponent(meteringPointId)}`;
}

export function annualReportPath(meteringPointId: string, year: number): string {
  return `${ANNUAL_REPORT}/${encodeURIComponent(meteringPointId)}/${year}`;
}

/** A company's users. */
export function usersPath(customerId: string): string {
  return USERS.replace(':customerId', encodeURIComponent(customerId));
}

/** The sign-in page that leads back to `href`. */
export function signInPath(href: string): string {
  return href === '/' || href.startsWith(SIGN_IN) ? SIGN_IN : `${SIGN_IN}?paluu=${encodeURIComponent(href)}`;
}

/** Where sign-in leads: only ever to this app. */
export function returnPath(query: URLSearchParams): string {
  const wanted = query.get('paluu');
  if (!wanted) return '/';
  try {
    const url = new URL(wanted, location.origin);
    return url.origin === location.origin && !url.pathname.startsWith(SIGN_IN) ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}
