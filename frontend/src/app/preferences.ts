/** What a person chose, or saw last, on this device. Kept in localStorage, which may be forbidden: then it lasts until the page is closed. */
export type Preference =
  | 'omavirta.theme'
  | 'omavirta.language'
  | 'omavirta.signed-in'
  | 'omavirta.customer'
  | 'omavirta.home'
  | 'omavirta.passkey-offer';

const memory = new Map<Preference, string>();

export function recall(name: Preference): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return memory.get(name) ?? null;
  }
}

export function remember(name: Preference, value: string | null): void {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Forbidden storage: memory holds it.
  }
}
