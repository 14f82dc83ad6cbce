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
export const DETAILS = '/omat-tiedot';
export const SECURITY = `${DETAILS}/turvallisuus`;
export const OWN_DATA = `${DETAILS}/tietoni`;
export const CLOSED = '/tili-suljettu';
const VERIFY = `${INVOICES}/:invoiceId/tarkistus`;
const USERS = '/yritys/:customerId/kayttajat';

/** Addresses are Finnish and stay the same in every language, so that a link can be sent to anyone. */
const routes: readonly Route[] = [
  { pattern: '/', load: () => import('../pages/home/page'), messages: ['home'], open: false },
  { pattern: SIGN_IN, load: () => import('../pages/signin/page'), messages: ['form', 'signin'], open: true, guestsOnly: true },
  {
    pattern: REGISTRATION,
    load: () => import('../pages/registration/page'),
    messages: ['form', 'credentials', 'registration'],
    open: true,
    guestsOnly: true,
  },
  {
    pattern: FORGOTTEN_PASSWORD,
    load: () => import('../pages/recovery/page'),
    messages: ['form', 'credentials', 'recovery'],
    open: true,
  },
  {
    pattern: NEW_PASSWORD,
    load: () => import('../pages/newpassword/page'),
    messages: ['form', 'credentials', 'recovery'],
    open: true,
  },
  {
    pattern: FORGOTTEN_USER_NAME,
    load: () => import('../pages/username/page'),
    messages: ['form', 'credentials', 'recovery'],
    open: true,
  },
  { pattern: '/tunnistus-epaonnistui', load: () => import('../pages/identification/page'), messages: ['form', 'identification'], open: true },
  { pattern: INVITATION, load: () => import('../pages/invitation/page'), messages: ['form', 'invitation'], open: true },
  { pattern: CONSUMPTION, load: () => import('../pages/consumption/page'), messages: ['consumption'], open: false },
  { pattern: `${CONSUMPTION}/:meteringPointId`, load: () => import('../pages/consumption/page'), messages: ['consumption'], open: false },
  { pattern: INVOICES, load: () => import('../pages/invoices/page'), messages: ['billing'], open: false },
  { pattern: `${INVOICES}/:invoiceId`, load: () => import('../pages/invoice/page'), messages: ['billing'], open: false },
  { pattern: VERIFY, load: () => import('../pages/verify/page'), messages: ['billing', 'consumption'], open: false },
  { pattern: NEXT_INVOICE, load: () => import('../pages/nextinvoice/page'), messages: ['billing'], open: false },
  { pattern: `${NEXT_INVOICE}/:meteringPointId`, load: () => import('../pages/nextinvoice/page'), messages: ['billing'], open: false },
  { pattern: CONTRACTS, load: () => import('../pages/contracts/page'), messages: ['contracts'], open: false },
  { pattern: NEW_CONTRACTS, load: () => import('../pages/products/page'), messages: ['contracts'], open: true },
  { pattern: DETAILS, load: () => import('../pages/details/page'), messages: ['form', 'credentials', 'account'], open: false },
  { pattern: SECURITY, load: () => import('../pages/security/page'), messages: ['form', 'credentials', 'account'], open: false },
  { pattern: OWN_DATA, load: () => import('../pages/owndata/page'), messages: ['form', 'account'], open: false },
  { pattern: USERS, load: () => import('../pages/users/page'), messages: ['form', 'account'], open: false },
  { pattern: CLOSED, load: () => import('../pages/closed/page'), messages: ['account'], open: true },
];

const notFound: Route = { pattern: '', load: () => import('../pages/notfound/page'), messages: [], open: true };

export function findRoute(path: string): { route: Route; params: Record<string, string> } {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params) return { route, params };
  }
  return { route: notFound, params: {} };
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
