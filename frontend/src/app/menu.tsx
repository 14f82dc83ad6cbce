import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice';
import { PageIcon } from '../components/page-icon';
import { LANGUAGES, language, messages } from '../i18n';
import { customers } from './customer';
import { Disclosure } from './disclosure';
import { place } from './router';
import { currentIn, DETAILS, usersPath } from './routes';
import { chooseLanguage, signOut } from './session';

/** Behind the person's name: one's own details, the users of the companies that one manages, the language, and the way out. */
export function Menu({ name: own }: { name: string }): JSX.Element {
  const t = messages('shell');
  const { path } = place.value;
  return (
    <Disclosure
      id="menu-panel"
      class="menu-person"
      label={t.menu(own)}
      face={
        <>
          <PageIcon name="person" />
          <span class="menu-name">{own}</span>
          <PageIcon name="down" />
        </>
      }
    >
      {() => (
        <>
          <a class="menu-link" href={DETAILS} aria-current={currentIn(DETAILS, path)}>
            {t.details}
          </a>
          {customers.value
            .filter(({ kind, role }) => kind === 'COMPANY' && role === 'ADMINISTRATOR')
            .map(({ id, name }) => (
              <a key={id} class="menu-link" href={usersPath(id)} aria-current={path === usersPath(id) ? 'page' : undefined}>
                {t.usersOf(name)}
              </a>
            ))}
          <Choice
            name="language"
            label={t.language}
            value={language.value}
            options={LANGUAGES.map((code) => ({ value: code, text: t.languages[code], lang: code }))}
            onChoose={(code) => void chooseLanguage(code).catch(() => {})}
          />
          <SignOut />
        </>
      )}
    </Disclosure>
  );
}

function SignOut(): JSX.Element {
  const t = messages('shell');
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          setFailed(false);
          void signOut().catch(() => setFailed(true));
        }}
      >
        {t.signOut}
      </button>
      {failed && (
        <p class="problem" role="alert">
          {t.signOutFailed}
        </p>
      )}
    </>
  );
}
