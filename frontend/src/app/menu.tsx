import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice } from '../components/choice';
import { Icon } from '../components/icon';
import { LANGUAGES, language, messages } from '../i18n';
import { place } from './router';
import { chooseLanguage, signOut } from './session';
import { chooseTheme, theme, THEMES } from './theme';

/** Behind the person's name: language, looks, and the way out. */
export function Menu({ name }: { name: string }): JSX.Element {
  const t = messages('shell');
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { href } = place.value;
  useEffect(() => setOpen(false), [href]);
  useEffect(() => {
    if (!open) return;
    setFailed(false);
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  return (
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          setOpen(false);
          button.current?.focus();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        class="control menu-button"
        aria-expanded={open}
        aria-controls="menu-panel"
        aria-label={t.menu(name)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" />
        <span class="menu-name">{name}</span>
        <Icon name="down" />
      </button>
      {open && (
        <div id="menu-panel" class="menu-panel card">
          <Choice
            name="language"
            label={t.language}
            value={language.value}
            options={LANGUAGES.map((code) => ({ value: code, text: t.languages[code], lang: code }))}
            onChoose={(code) => void chooseLanguage(code).catch(() => {})}
          />
          <Choice
            name="theme"
            label={t.theme}
            value={theme.value}
            options={THEMES.map((value) => ({ value, text: t.themes[value] }))}
            onChoose={chooseTheme}
          />
          <button type="button" class="button button-quiet" onClick={() => void signOut().catch(() => setFailed(true))}>
            {t.signOut}
          </button>
          {failed && (
            <p class="problem" role="alert">
              {t.signOutFailed}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
