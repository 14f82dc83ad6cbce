import type { JSX } from 'preact';
import { AccountDeleteMutation } from '../../api/own-data';
import { change } from '../../app/change';
import { accountClosed } from '../../app/session';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { CheckboxField } from '../../components/form/checkbox-field';
import { problemsOf } from '../../components/form/use-form';
import { messages } from '../../i18n';

const NAME = 'closing';

/** Closing the account: what goes, what stays and why, and one thing to agree to. */
export function Closing({ editing }: { editing: Editing }): JSX.Element {
  const t = messages('account').owndata.closing;
  const name = `${NAME}:close`;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {editing.open === name ? (
        <EditForm
          name={name}
          editing={editing}
          title={t.really}
          submit={t.close}
          danger
          onSubmit={async (fields) => {
            if (!fields.has('understood')) return [{ field: 'understood', message: t.understoodMissing }];
            const payload = await change(AccountDeleteMutation, {});
            if (!payload || payload.userErrors.length) return problemsOf(payload?.userErrors ?? []);
            accountClosed();
            return [];
          }}
        >
          {(form) => (
            <>
              <h4>{t.erasedTitle}</h4>
              <ul class="bullets">
                {t.erased.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <h4>{t.keptTitle}</h4>
              <ul class="bullets">
                {t.kept.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <CheckboxField {...form.field('understood')}>{t.understood}</CheckboxField>
            </>
          )}
        </EditForm>
      ) : (
        <div class="section-more">
          <OpenButton name={name} editing={editing} class="button button-quiet button-risky">
            {t.open}
          </OpenButton>
        </div>
      )}
    </Section>
  );
}
