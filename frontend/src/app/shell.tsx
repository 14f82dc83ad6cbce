import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../components/icon';
import { LANGUAGES, language, messages, type Language } from '../i18n';
import { Menu } from './menu';
import { place } from './router';
import { CONSUMPTION } from './routes';
import { chooseLanguage, session } from './session';

/** What is around every page: the way past it, the name, the main links, the person's own choices. */
export function Shell({ children }: { children: ComponentChildren }): JSX.Element {
  const t = messages('shell');
  const state = session.value;
  const inside = state.status === 'in' || state.status === 'unknown';
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          <Icon name="brand" />
          {t.product}
        </a>
        {inside && <Links class="links links-top" />}
        {state.status === 'in' && <Menu name={state.viewer.account.name} />}
        {!inside && <LanguageSelect />}
      </header>
      <main id="content" class="page" tabIndex={-1}>
        {children}
      </main>
      {inside && <Links class="links links-bottom" />}
    </>
  );
}

function Links({ class: className }: { class: string }): JSX.Element {
  const t = messages('shell');
  const { path } = place.value;
  const links = [
    { href: '/', text: t.home, icon: 'home' as const, current: path === '/' },
    { href: CONSUMPTION, text: t.consumption, icon: 'bars' as const, current: path.startsWith(CONSUMPTION) },
  ];
  return (
    <nav class={className} aria-label={t.mainNavigation}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
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
