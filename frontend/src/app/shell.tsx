import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../components/icon';
import { LANGUAGES, language, messages, type Language } from '../i18n';
import { place } from './router';
import { CONSUMPTION, CONTRACTS, currentIn, INVOICES } from './routes';
import { chooseLanguage, session } from './session';

/**
 * What is around every page: the way past it, the name, the main links, the person's own choices. `open`: the page is for those
 * who are not signed in too, and whoever is not known yet is taken for one of them.
 */
export function Shell({ open, children }: { open: boolean; children: ComponentChildren }): JSX.Element {
  const t = messages('shell');
  const state = session.value;
  const inside = state.status === 'in' || (state.status === 'unknown' && !open);
  const own = useOwnParts(inside);
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class={state.status === 'in' && state.viewer.customers.length > 1 ? 'top top-several' : 'top'}>
        <a class="brand" href="/">
          <Icon name="brand" />
          <span class="brand-name">{t.product}</span>
        </a>
        {own && state.status === 'in' && <own.CustomerSwitch />}
        {inside && <Links class="links links-top" />}
        {own && state.status === 'in' && <own.Menu name={state.viewer.account.name} />}
        {!inside && <LanguageSelect />}
      </header>
      <main id="content" class="page" tabIndex={-1}>
        {own && <own.Lost />}
        {children}
      </main>
      {inside && <Links class="links links-bottom" />}
    </>
  );
}

type OwnParts = typeof import('./own');
let parts: OwnParts | null = null;

/** The parts for those who are signed in, once they are here. */
function useOwnParts(inside: boolean): OwnParts | null {
  const [, arrived] = useState(parts);
  useEffect(() => {
    if (!inside || parts) return;
    // Without them there is no menu; the page's own chunk then fails likewise, and says so.
    import('./own').then(
      (module) => arrived((parts = module)),
      () => {},
    );
  }, [inside]);
  return parts;
}

function Links({ class: className }: { class: string }): JSX.Element {
  const t = messages('shell');
  const { path } = place.value;
  const links = [
    { href: '/', text: t.home, icon: 'home' as const },
    { href: CONSUMPTION, text: t.consumption, icon: 'bars' as const },
    { href: INVOICES, text: t.invoices, icon: 'invoice' as const },
    { href: CONTRACTS, text: t.contracts, icon: 'contract' as const },
  ];
  return (
    <nav class={className} aria-label={t.mainNavigation}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={currentIn(link.href, path)}>
          <Icon name={link.icon} />
          {link.text}
        </a>
      ))}
    </nav>
  );
}

function LanguageSelect(): JSX.Element {
  const t = messages('shell');
  return (
    <select
      class="control top-language"
      aria-label={t.language}
      value={language.value}
      onChange={(event) => void chooseLanguage(event.currentTarget.value as Language).catch(() => {})}
    >
      {LANGUAGES.map((code) => (
        <option key={code} value={code} lang={code}>
          {t.languages[code]}
        </option>
      ))}
    </select>
  );
}
