/** Who is signed in. The cookie is the server's; here is only what the server says of its holder. */
import { batch, signal } from '@preact/signals';
import { Failure, send } from '../api/client';
import { SessionQuery, SignInMutation, SignOutMutation, type UserError, type Viewer } from '../api/session';
import { changeLanguage, language, languageWasChosen } from '../i18n';
import { recall, remember } from './preferences';
import { go } from './router';
import { CLOSED, SIGN_IN } from './routes';
import { theme } from './theme';
import { carry } from './visit';

export type Session =
  | { readonly status: 'unknown' }
  | { readonly status: 'out' }
  | { readonly status: 'in'; readonly viewer: Viewer }
  | { readonly status: 'failed'; readonly failure: Failure };

export const session = signal<Session>({ status: 'unknown' });

/** Whether someone was signed in here last: only a guess, so that sign-in need not wait for the server. */
export function probablySignedIn(): boolean {
  return recall('omavirta.signed-in') !== null;
}

/** Asks the server who this is. */
export async function openSession(): Promise<void> {
  try {
    const { viewer } = await send(SessionQuery, {});
    await settle(viewer);
  } catch (error) {
    session.value = { status: 'failed', failure: error instanceof Failure ? error : new Failure('unreachable') };
    addEventListener('online', () => void openSession(), { once: true });
  }
}

/** Signs in, or tells what to mend. Throws Failure when the server gave no answer. */
export async function signIn(identifier: string, password: string): Promise<readonly UserError[]> {
  const { sessionCreate } = await send(SignInMutation, { input: { identifier, password } });
  if (!sessionCreate.userErrors.length) await settle(sessionCreate.viewer);
  return sessionCreate.userErrors;
}

/** Signs out and forgets what this page knew. Throws Failure when the server could not be told. */
export async function signOut(): Promise<void> {
  await send(SignOutMutation, {});
  leave(SIGN_IN);
}

/** The account is no more, and so is the session. */
export function accountClosed(): void {
  leave(CLOSED);
}

function leave(landing: string): void {
  // The next one to sign in here may be someone else: the address of this page is not theirs.
  go(landing, { replace: true });
  sessionEnded();
  // The server may have cleared this site's storage; the choices made on this device are not the account's.
  if (languageChoice) remember('omavirta.language', language.value);
  if (theme.value !== 'system') remember('omavirta.theme', theme.value);
}

/** The server no longer knows the session: signed out elsewhere, or too long idle. */
export function sessionEnded(): void {
  carry('omavirta.draft', null);
  remember('omavirta.signed-in', null);
  remember('omavirta.home', null);
  session.value = { status: 'out' };
}

let languageChoice = languageWasChosen();

/** Sets a language that the person chose. */
export async function chooseLanguage(next: (typeof language)['value']): Promise<void> {
  languageChoice = true;
  await changeLanguage(next, { chosen: true });
}

/** The server has said who this is. `landing`: where they go on, in the same moment. */
export async function settle(viewer: Viewer | null, landing?: string): Promise<void> {
  if (!viewer) {
    sessionEnded();
    return;
  }
  remember('omavirta.signed-in', 'yes');
  void import('./offline').then(
    ({ keepForOffline }) => keepForOffline(),
    () => {},
  );
  if (!languageChoice) {
    // A language that cannot be fetched just now is no reason to stay outside.
    await changeLanguage(viewer.account.language.toLowerCase() as 'fi' | 'sv' | 'en', { chosen: false }).catch(() => {});
  }
  batch(() => {
    session.value = { status: 'in', viewer };
    if (landing) go(landing, { replace: true });
  });
}
