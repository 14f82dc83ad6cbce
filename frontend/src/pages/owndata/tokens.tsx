import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  AccessTokenCreateMutation,
  AccessTokenDeleteMutation,
  type AccessScope,
  type AccessToken,
} from '../../api/own-data';
import { change } from '../../app/change';
import { customers } from '../../app/customer';
import { addDays, isoDay, marketToday } from '../../app/period';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { described, Field } from '../../components/form/field';
import { OptionsField } from '../../components/form/options-field';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, type FormState, type Problem } from '../../components/form/use-form';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { dateText } from '../../i18n/moments';

const NAME = 'tokens';
const SCOPES: readonly AccessScope[] = ['CONSUMPTION_READ', 'CUSTOMER_READ', 'CONTRACTS_READ', 'INVOICES_READ'];
/** How long a token may be valid, the longest that the server allows included. */
const DAYS = [7, 30, 90, 180, 365] as const;
const USUAL_DAYS = 90;

/** Keys for the person's own programs. */
export function Tokens({ tokens, editing }: { tokens: readonly AccessToken[]; editing: Editing }): JSX.Element {
  const t = messages('account').owndata.tokens;
  const name = `${NAME}:add`;
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      <p>
        <a href="/graphiql" target="_blank" rel="noopener">
          {t.graphiql}
        </a>
      </p>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} editing={editing} />
      ))}
      {secret && <Secret secret={secret} onDone={() => setSecret(null)} />}
      {editing.open === name ? (
        <TokenForm name={name} editing={editing} onMade={setSecret} />
      ) : (
        !secret && (
          <div class="section-more">
            <OpenButton name={name} editing={editing} class={tokens.length ? 'button button-quiet' : 'button'}>
              {t.add}
            </OpenButton>
          </div>
        )
      )}
    </Section>
  );
}

function TokenRow({ token, editing }: { token: AccessToken; editing: Editing }): JSX.Element {
  const t = messages('account').owndata.tokens;
  const name = `${NAME}:remove-${token.id}`;
  // The instant of its end is the midnight after its last day.
  const lastDay = token.expiresAt && dateText(Date.parse(token.expiresAt) - 1);
  const reach = token.meteringPoints ? token.meteringPoints.map(pointName).join(', ') : t.allPoints;
  return (
    <Row
      title={token.name}
      notes={
        <>
          <span class="row-line">{token.scopes.map((scope) => t.scopes[scope].text).join(', ')}</span>
          <span class="row-line">{reach}</span>
          <span class="row-line">
            {lastDay ? t.until(lastDay) : t.endless} · {token.lastUsedAt ? t.used(dateText(token.lastUsedAt)) : t.neverUsed}
          </span>
        </>
      }
      actions={
        <OpenButton name={name} editing={editing} label={t.removeOf(token.name)}>
          {messages('account').details.remove}
        </OpenButton>
      }
      form={
        editing.open === name && (
          <EditForm
            name={name}
            editing={editing}
            title={t.removeOf(token.name)}
            submit={t.remove}
            danger
            onSubmit={() => editing.save(AccessTokenDeleteMutation, { id: token.id }, t.removed)}
          >
            {() => <p>{t.removeNote}</p>}
          </EditForm>
        )
      }
    />
  );
}

function TokenForm(props: { name: string; editing: Editing; onMade: (secret: string) => void }): JSX.Element {
  const t = messages('account').owndata.tokens;
  const { editing } = props;
  const { draft } = editing;
  const points = customers.value.flatMap((customer) => customer.meteringPoints.nodes);
  const [reach, setReach] = useState(draft?.text('reach') ?? 'all');

  async function make(fields: FormData): Promise<Problem[]> {
    const problems = missing(fields, { name: t.nameMissing });
    const scopes = SCOPES.filter((scope) => fields.getAll('scopes').includes(scope));
    const chosen = points.map(({ id }) => id).filter((id) => fields.getAll('meteringPoints').includes(id));
    if (!scopes.length) problems.push({ field: 'scopes', message: t.scopesMissing });
    if (reach === 'some' && !chosen.length) problems.push({ field: 'meteringPoints', message: t.pointsMissing });
    if (problems.length) return problems;
    const payload = await change(AccessTokenCreateMutation, {
      name: textOf(fields, 'name').trim(),
      scopes,
      meteringPoints: reach === 'some' ? chosen : null,
      expiresOn: textOf(fields, 'expiresOn'),
    });
    if (!payload?.secret) return problemsOf(payload?.userErrors ?? []);
    props.onMade(payload.secret);
    await editing.reload();
    editing.finish(t.made, NAME);
    return [];
  }

  return (
    <EditForm name={props.name} editing={editing} title={t.add} submit={t.make} onSubmit={make}>
      {(form) => (
        <>
          <TextField {...form.field('name')} label={t.name} hint={t.nameHint} autocomplete="off" initial={draft?.text('name')} />
          <OptionsField
            {...form.field('scopes')}
            type="checkbox"
            legend={t.whatItReads}
            options={SCOPES.map((scope) => ({ value: scope, ...t.scopes[scope] }))}
            chosen={draft?.ticked('scopes') ?? ['CONSUMPTION_READ']}
          />
          {points.length > 1 && (
            <OptionsField
              {...form.field('reach')}
              type="radio"
              legend={t.whichPoints}
              options={[
                { value: 'all', text: t.allPoints },
                { value: 'some', text: t.somePoints },
              ]}
              chosen={[reach]}
              onChoose={setReach}
            />
          )}
          {reach === 'some' && (
            <OptionsField
              {...form.field('meteringPoints')}
              type="checkbox"
              legend={t.points}
              options={points.map((point) => ({ value: point.id, text: pointName(point), note: pointAddress(point) }))}
              chosen={draft?.ticked('meteringPoints') ?? []}
            />
          )}
          <EndField form={form} initial={draft?.text('expiresOn')} />
        </>
      )}
    </EditForm>
  );
}

/** Some lengths to choose from, each with the day that it comes to. */
function EndField({ form, initial }: { form: FormState; initial: string | undefined }): JSX.Element {
  const t = messages('account').owndata.tokens;
  const field = { ...form.field('expiresOn'), label: t.end };
  const today = marketToday(new Date());
  return (
    <Field {...field}>
      <select {...described(field)} class="control">
        {DAYS.map((days) => {
          const last = isoDay(addDays(today, days));
          return (
            <option key={days} value={last} selected={initial ? initial === last : days === USUAL_DAYS}>
              {t.endOption(dateText(`${last}T12:00Z`), days)}
            </option>
          );
        })}
      </select>
    </Field>
  );
}

/** The new token: shown this once. */
function Secret({ secret, onDone }: { secret: string; onDone: () => void }): JSX.Element {
  const t = messages('account').owndata.tokens;
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Not allowed: it is selected, so that the keyboard can copy it.
      text.current?.select();
      setCopied(false);
    }
  }
  return (
    <div class="secret">
      <h3 ref={title} tabIndex={-1}>
        {t.secretTitle}
      </h3>
      <p id="secret-note">{t.secretNote}</p>
      <div class="secret-line">
        <input
          ref={text}
          class="control"
          type="text"
          value={secret}
          readOnly
          spellcheck={false}
          aria-label={t.secretLabel}
          aria-describedby="secret-note"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {t.copy}
        </button>
      </div>
      <p role="status" class="hint">
        {copied === null ? '' : copied ? t.copied : t.notCopied}
      </p>
      <button type="button" class="button button-quiet" onClick={onDone}>
        {t.secretDone}
      </button>
    </div>
  );
}
