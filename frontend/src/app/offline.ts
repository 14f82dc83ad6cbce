/**
 * Lets the app itself open without a connection: see sw.ts, which never keeps anything personal. Called when someone is signed
 * in, and done when the page has come to rest, so that it costs a first visit nothing.
 */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  setTimeout(register, 3000);
}

let policy: { createScriptURL(url: string): unknown } | undefined;

function register(): void {
  // Under trusted types a worker's address must be vouched for; a browser without them takes the text.
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  try {
    policy ??= types?.createPolicy('omavirta', { createScriptURL: (url) => url });
    navigator.serviceWorker.register((policy ? policy.createScriptURL('/sw.js') : '/sw.js') as string).catch(() => {});
  } catch {
    // A stricter policy than ours, or no storage: the app then needs a connection to open.
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): unknown };
}
