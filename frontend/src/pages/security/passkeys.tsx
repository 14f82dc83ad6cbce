import type { JSX } from 'preact';
import {
  PasskeyCreateMutation,
  PasskeyDeleteMutation,
  PasskeyRequestMutation,
  PasskeyUpdateMutation,
  type Passkey,
  type SecurityAccount,
} from '../../api/security';
import { change } from '../../app/change';
import { passkeysWork } from '../../app/passkeys';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { ErrorSummary } from '../../components/form/error-summary';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, useForm, type Problem } from '../../components/form/use-form';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';

const NAME = 'passkeys';

interface Props {
  readonly account: SecurityAccount;
  readonly editing: Editing;
}

export function Passkeys({ account, editing }: Props): JSX.Element {
  const t = messages('account').security.passkeys;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {account.passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} editing={editing} />
      ))}
      {passkeysWork() ? <AddPasskey editing={editing} /> : <p class="muted">{t.notHere}</p>}
    </Section>
  );
}

function AddPasskey({ editing }: { editing: Editing }): JSX.Element {
  const t = messages('account').security.passkeys;
  const form = useForm('passkey-add-');
  return (
    <div class="section-more">
      <ErrorSummary form={form} title={t.notAdded} />
      <button
        id="edit-passkeys:add"
        type="button"
        class="button"
        aria-disabled={form.sending}
        onClick={() => form.send(() => addPasskey(editing, t.added))}
      >
        {form.sending ? t.adding : t.add}
      </button>
    </div>
  );
}

/** Makes a passkey on this device. Gives what went wrong in words. */
export async function addPasskey(editing: Pick<Editing, 'reload' | 'finish'>, said: string): Promise<Problem[]> {
  const t = messages('account').security.passkeys;
  const [{ createPasskey, PasskeyFailure }, asked] = await Promise.all([import('../../app/webauthn'), change(PasskeyRequestMutation, {})]);
  if (!asked?.optionsJson) return problemsOf(asked?.userErrors ?? []);
  let responseJson: string;
  try {
    responseJson = await createPasskey(asked.optionsJson);
  } catch (error) {
    if (error instanceof PasskeyFailure) return [{ field: null, message: t.failures[error.kind] }];
    throw error;
  }
  const made = await change(PasskeyCreateMutation, { responseJson });
  if (!made || made.userErrors.length) return problemsOf(made?.userErrors ?? []);
  await editing.reload();
  editing.finish(said, NAME);
  return [];
}

function PasskeyRow({ passkey, editing }: { passkey: Passkey; editing: Editing }): JSX.Element {
  const t = messages('account').security.passkeys;
  const details = messages('account').details;
  const rename = `${NAME}:rename-${passkey.id}`;
  const remove = `${NAME}:remove-${passkey.id}`;
  return (
    <Row
      title={passkey.name}
      notes={`${t.made(dateText(passkey.createdAt))} · ${passkey.lastUsedAt ? t.used(dateText(passkey.lastUsedAt)) : t.neverUsed}`}
      actions={
        <>
          <OpenButton name={rename} editing={editing} label={t.renameOf(passkey.name)}>
            {t.rename}
          </OpenButton>
          <OpenButton name={remove} editing={editing} label={t.removeOf(passkey.name)}>
            {details.remove}
          </OpenButton>
        </>
      }
      form={
        editing.open === rename ? (
          <EditForm
            name={rename}
            editing={editing}
            title={t.renameOf(passkey.name)}
            submit={details.save}
            onSubmit={async (fields) => {
              const empty = missing(fields, { name: t.nameMissing });
              if (empty.length) return empty;
              return editing.save(PasskeyUpdateMutation, { id: passkey.id, name: textOf(fields, 'name').trim() }, t.renamed);
            }}
          >
            {(form) => (
              <TextField
                {...form.field('name')}
                label={t.name}
                hint={t.nameHint}
                autocomplete="off"
                initial={editing.draft?.text('name') ?? passkey.name}
              />
            )}
          </EditForm>
        ) : (
          editing.open === remove && (
            <EditForm
              name={remove}
              editing={editing}
              title={t.removeOf(passkey.name)}
              submit={t.remove}
              danger
              onSubmit={() => editing.save(PasskeyDeleteMutation, { id: passkey.id }, t.removed)}
            >
              {() => <p>{t.removeNote}</p>}
            </EditForm>
          )
        )
      }
    />
  );
}
