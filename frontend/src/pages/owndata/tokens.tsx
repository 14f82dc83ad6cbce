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
import { Choice } from '../../components/choice';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { described, Field, FieldProblem } from '../../components/form/field';
import { TextField } from '../../components/form/text-field';
import { missing, problemsOf, textOf, type FormState, type Problem } from '../../components/form/use-form';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

const NAME = 'tokens';
const SCOPES: readonly AccessScope[] = ['CONSUMPTION_READ', 'CUSTOMER_READ', 'CONTRACTS_READ', 'INVOICES_READ'];
const LONGEST_DAYS = 365;

/** Keys for the person's own programs. */
export function Tokens({ tokens, editing }: { tokens: readonly AccessToken[]; editing: Editing }): JSX.Element {
  const t = messages('owndata').tokens;
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
  const t = messages('owndata').tokens;
  const name = `${NAME}:remove-${token.id}`;
  const date = (at: string) => format.value.date(marketToday(new Date(at)));
  // The instant of its end is the midnight after its last day.
  const lastDay = token.expiresAt && format.value.date(marketToday(new Date(Date.parse(token.expiresAt) - 1)));
  const reach = token.meteringPoints ? token.meteringPoints.map(pointName).join(', ') : t.allPoints;
  return (
    <Row
      title={token.name}
      notes={
        <>
          <span class="row-line">{token.scopes.map((scope) => t.scopes[scope].name).join(', ')}</span>
          <span class="row-line">{reach}</span>
          <span class="row-line">
            {lastDay ? t.until(lastDay) : t.endless} · {token.lastUsedAt ? t.used(date(token.lastUsedAt)) : t.neverUsed}
          </span>
        </>
      }
      actions={
        <OpenButton name={name} editing={editing} label={t.removeOf(token.name)}>
          {messages('details').remove}
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
  const t = messages('owndata').tokens;
  const { editing } = props;
  const { draft } = editing;
  const points = customers.value.flatMap((customer) => customer.meteringPoints.nodes);
  const [reach, setReach] = useState<'all' | 'some'>(draft?.text('reach') === 'some' ? 'some' : 'all');
  const today = marketToday(new Date());

  async function make(fields: FormData): Promise<Problem[]> {
    const problems = missing(fields, { name: t.nameMissing, expiresOn: t.endMissing });
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
          <Ticks
            form={form}
            name="scopes"
            label={t.whatItReads}
            options={SCOPES.map((scope) => ({ value: scope, text: t.scopes[scope].name, note: t.scopes[scope].note }))}
            ticked={draft?.ticked('scopes') ?? ['CONSUMPTION_READ']}
          />
          {points.length > 1 && (
            <Choice
              name="reach"
              label={t.whichPoints}
              value={reach}
              options={[
                { value: 'all', text: t.allPoints },
                { value: 'some', text: t.somePoints },
              ]}
              onChoose={setReach}
            />
          )}
          {reach === 'some' && (
            <Ticks
              form={form}
              name="meteringPoints"
              label={t.points}
              options={points.map((point) => ({ value: point.id, text: pointName(point), note: pointAddress(point) }))}
              ticked={draft?.ticked('meteringPoints') ?? []}
            />
          )}
          <DateField
            form={form}
            label={t.end}
            hint={t.endHint}
            initial={draft?.text('expiresOn') ?? isoDay(addDays(today, 90))}
            least={isoDay(today)}
            most={isoDay(addDays(today, LONGEST_DAYS))}
          />
        </>
      )}
    </EditForm>
  );
}

function Ticks(props: {
  form: FormState;
  name: string;
  label: string;
  options: readonly { value: string; text: string; note: string }[];
  ticked: readonly string[];
}): JSX.Element {
  const field = props.form.field(props.name);
  return (
    <fieldset class={field.problem ? 'choice field-wrong' : 'choice'} aria-describedby={field.problem && `${field.id}-problem`}>
      <legend>{props.label}</legend>
      <FieldProblem {...field} />
      {props.options.map(({ value, text, note }, index) => (
        <label key={value} class="choice-option">
          <input
            id={index === 0 ? field.id : undefined}
            type="checkbox"
            name={props.name}
            value={value}
            defaultChecked={props.ticked.includes(value)}
          />
          <span>
            {text}
            <span class="choice-note">{note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function DateField(props: { form: FormState; label: string; hint: string; initial: string; least: string; most: string }): JSX.Element {
  const field = { ...props.form.field('expiresOn'), label: props.label, hint: props.hint };
  return (
    <Field {...field}>
      <input {...described(field)} class="control" type="date" min={props.least} max={props.most} defaultValue={props.initial} required />
    </Field>
  );
}

/** The new token: shown this once. */
function Secret({ secret, onDone }: { secret: string; onDone: () => void }): JSX.Element {
  const t = messages('owndata').tokens;
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
