/**
 * The language in use and its messages. Finnish is the model: its types are what Swedish and English must fill.
 * Catalogues are chunks of their own, one for the shell, forms and sign-in, one a page, loaded beside the page's code.
 */
import { batch, signal } from '@preact/signals';
import { recall, remember } from '../app/preferences';
import { LANGUAGES, type Language } from './languages';
import type { Shell } from './fi/shell';
import type { Form } from './fi/form';
import type { SignIn } from './fi/signin';
import type { Credentials } from './fi/credentials';
import type { Registration } from './fi/registration';
import type { Recovery } from './fi/recovery';
import type { Identification } from './fi/identification';
import type { Invitation } from './fi/invitation';
import type { Home } from './fi/home';
import type { Consumption } from './fi/consumption';
import type { Account } from './fi/account';

export { LANGUAGES, type Language } from './languages';

export interface Catalogues {
  shell: Shell;
  form: Form;
  signin: SignIn;
  credentials: Credentials;
  registration: Registration;
  recovery: Recovery;
  identification: Identification;
  invitation: Invitation;
  home: Home;
  consumption: Consumption;
  account: Account;
}
export type CatalogueName = keyof Catalogues;

const loaders: { [L in Language]: { [N in CatalogueName]: () => Promise<{ messages: Catalogues[N] }> } } = {
  fi: {
    shell: () => import('./fi/shell'),
    form: () => import('./fi/form'),
    signin: () => import('./fi/signin'),
    credentials: () => import('./fi/credentials'),
    registration: () => import('./fi/registration'),
    recovery: () => import('./fi/recovery'),
    identification: () => import('./fi/identification'),
    invitation: () => import('./fi/invitation'),
    home: () => import('./fi/home'),
    consumption: () => import('./fi/consumption'),
    account: () => import('./fi/account'),
  },
  sv: {
    shell: () => import('./sv/shell'),
    form: () => import('./sv/form'),
    signin: () => import('./sv/signin'),
    credentials: () => import('./sv/credentials'),
    registration: () => import('./sv/registration'),
    recovery: () => import('./sv/recovery'),
    identification: () => import('./sv/identification'),
    invitation: () => import('./sv/invitation'),
    home: () => import('./sv/home'),
    consumption: () => import('./sv/consumption'),
    account: () => import('./sv/account'),
  },
  en: {
    shell: () => import('./en/shell'),
    form: () => import('./en/form'),
    signin: () => import('./en/signin'),
    credentials: () => import('./en/credentials'),
    registration: () => import('./en/registration'),
    recovery: () => import('./en/recovery'),
    identification: () => import('./en/identification'),
    invitation: () => import('./en/invitation'),
    home: () => import('./en/home'),
    consumption: () => import('./en/consumption'),
    account: () => import('./en/account'),
  },
};

const loaded = signal<Partial<Catalogues>>({});
const needed = new Set<CatalogueName>();

export const language = signal<Language>(startLanguage());

/** Loads catalogues of the language in use. A page's must be there before the page is drawn. */
export async function loadMessages(...names: CatalogueName[]): Promise<void> {
  for (const name of names) needed.add(name);
  const wanted = language.value;
  const found = await fetchCatalogues(wanted, names.filter((name) => !loaded.value[name]));
  if (language.value === wanted) loaded.value = { ...loaded.value, ...found };
  else await loadMessages(...names);
}

/** Changes the language when its messages are here, all at once. `chosen`: by the person, so it is remembered. */
export async function changeLanguage(next: Language, { chosen }: { chosen: boolean }): Promise<void> {
  if (chosen) remember('omavirta.language', next);
  if (next === language.value) return;
  const found = await fetchCatalogues(next, [...needed]);
  batch(() => {
    loaded.value = found;
    language.value = next;
  });
  document.documentElement.lang = next;
}

/** Whether a person has chosen a language on this device. */
export function languageWasChosen(): boolean {
  return isLanguage(recall('omavirta.language'));
}

/** The messages of a loaded catalogue. Read inside a component, so that it follows the language. */
export function messages<N extends CatalogueName>(name: N): Catalogues[N] {
  const catalogue = loaded.value[name];
  if (!catalogue) throw new Error(`The messages "${name}" are not loaded.`);
  return catalogue;
}

async function fetchCatalogues(of: Language, names: readonly CatalogueName[]): Promise<Partial<Catalogues>> {
  const found = await Promise.all(names.map(async (name) => [name, (await loaders[of][name]()).messages] as const));
  return Object.fromEntries(found) as Partial<Catalogues>;
}

function startLanguage(): Language {
  const remembered = recall('omavirta.language');
  if (isLanguage(remembered)) return remembered;
  for (const tag of navigator.languages) {
    const start = tag.slice(0, 2);
    if (isLanguage(start)) return start;
  }
  return 'fi';
}

function isLanguage(value: string | null): value is Language {
  return (LANGUAGES as readonly (string | null)[]).includes(value);
}
