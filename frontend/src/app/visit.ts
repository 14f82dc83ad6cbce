/** What a visit must not lose on its way through the bank or sign-in: kept in sessionStorage, or in memory where that is forbidden. */
export type Passing = 'omavirta.invitation' | 'omavirta.registers-for' | 'omavirta.draft';

const memory = new Map<Passing, string>();

export function carried(name: Passing): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return memory.get(name) ?? null;
  }
}

export function carry(name: Passing, value: string | null): void {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // Forbidden storage: memory holds it, as far as the next page load.
  }
}

/** The secret after `#` of the address, which is taken out of it at once: neither history nor screen shall keep it. */
export function takeFragment(): string | null {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (!secret) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
