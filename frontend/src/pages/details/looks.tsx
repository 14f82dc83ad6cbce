import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AccountUpdateMutation, type Details } from '../../api/details';
import { chooseLanguage } from '../../app/session';
import { chooseTheme, theme, THEMES } from '../../app/theme';
import { Choice } from '../../components/choice';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { LANGUAGES, messages, type Language } from '../../i18n';

const NAME = 'looks';

/** The account's language, which is also the app's, and this device's theme. */
export function Looks({ account, editing }: { account: Details['account']; editing: Editing }): JSX.Element {
  const t = messages('account').details;
  const { languages } = messages('shell');
  const name = `${NAME}:language`;
  const present = account.language.toLowerCase() as Language;
  return (
    <Section name={NAME} title={t.looks.title} editing={editing}>
      <Row
        title={t.looks.language}
        value={<span lang={present}>{languages[present]}</span>}
        actions={
          <OpenButton name={name} editing={editing} label={t.looks.changeLanguage}>
            {t.change}
          </OpenButton>
        }
        form={editing.open === name && <LanguageForm name={name} present={present} editing={editing} />}
      />
      <div class="row">
        <div class="row-text">
          <Choice
            name="theme"
            label={t.looks.theme}
            value={theme.value}
            options={THEMES.map((value) => ({ value, text: t.looks.themes[value] }))}
            onChoose={chooseTheme}
          />
          <p class="row-notes">{t.looks.themeHint}</p>
        </div>
      </div>
    </Section>
  );
}

function LanguageForm(props: { name: string; present: Language; editing: Editing }): JSX.Element {
  const t = messages('account').details;
  const { languages } = messages('shell');
  const { editing } = props;
  const [chosen, setChosen] = useState(props.present);
  return (
    <EditForm
      name={props.name}
      editing={editing}
      title={t.looks.changeLanguage}
      submit={t.save}
      onSubmit={async () => {
        const problems = await editing.save(AccountUpdateMutation, { language: UPPER[chosen] }, '');
        if (problems.length) return problems;
        await chooseLanguage(chosen);
        // Said in the language that was chosen.
        editing.finish(messages('account').details.looks.languageSaved, NAME);
        return [];
      }}
    >
      {() => (
        <Choice
          name="account-language"
          label={t.looks.language}
          value={chosen}
          options={LANGUAGES.map((code) => ({ value: code, text: languages[code], lang: code }))}
          onChoose={setChosen}
        />
      )}
    </EditForm>
  );
}

const UPPER = { fi: 'FI', sv: 'SV', en: 'EN' } as const;
