/** Lets the app itself open without a connection: see sw.ts, which never keeps anything personal. */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // Under trusted types a worker's address must be vouched for; a browser without them takes the text.
    const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
    try {
      const policy = types?.createPolicy('omavirta', { createScriptURL: (url) => url });
      const url = policy ? policy.createScriptURL('/sw.js') : '/sw.js';
      navigator.serviceWorker.register(url as string).catch(() => {});
    } catch {
      // A stricter policy than ours, or no storage: the app then needs a connection to open.
    }
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): unknown };
}
