/**
 * The language in use and its messages. Finnish is the model: its types are what Swedish and English must fill.
 * A language's first chunk has the words of the shell, of forms and of sign-in, and knows where its others are: one a subject,
 * loaded beside the page's code.
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
import type { Comparison } from './fi/comparison';
import type { Consumption } from './fi/consumption';
import type { Contracts } from './fi/contracts';
import type { Account } from './fi/account';
import type { Billing } from './fi/billing';

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
  comparison: Comparison;
  consumption: Consumption;
  contracts: Contracts;
  account: Account;
  billing: Billing;
}
export type CatalogueName = keyof Catalogues;

/** Where a catalogue is: here already, or in a chunk of its own. */
export type Sources = { [N in CatalogueName]: Catalogues[N] | (() => Promise<{ messages: Catalogues[N] }>) };

const sources: { [L in Language]: () => Promise<{ catalogues: Sources }> } = {
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
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
  const { catalogues } = await sources[of]();
  const found = await Promise.all(
    names.map(async (name) => {
      const source = catalogues[name];
      return [name, typeof source === 'function' ? (await source()).messages : source] as const;
    }),
  );
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
