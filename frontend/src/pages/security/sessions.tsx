import type { JSX } from 'preact';
import { OtherSessionsDeleteMutation, SessionDeleteMutation, type DeviceSession, type SecurityAccount } from '../../api/security';
import { EditForm } from '../../components/details/edit-form';
import { OpenButton, Row, Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { messages } from '../../i18n';
import { momentText } from '../../i18n/moments';

const NAME = 'sessions';

/** Where one is signed in: this browser first, then the ones seen last. */
export function Sessions({ account, editing }: { account: SecurityAccount; editing: Editing }): JSX.Element {
  const t = messages('account').security.sessions;
  const name = `${NAME}:others`;
  const sessions = [...account.sessions].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} editing={editing} />
      ))}
      {sessions.length > 2 &&
        (editing.open === name ? (
          <EditForm
            name={name}
            editing={editing}
            title={t.endOthers}
            submit={t.endOthers}
            danger
            onSubmit={() => editing.save(OtherSessionsDeleteMutation, {}, t.othersEnded)}
          >
            {() => <p>{t.endOthersNote}</p>}
          </EditForm>
        ) : (
          <div class="section-more">
            <OpenButton name={name} editing={editing}>
              {t.endOthers}
            </OpenButton>
          </div>
        ))}
    </Section>
  );
}

function SessionRow({ session, editing }: { session: DeviceSession; editing: Editing }): JSX.Element {
  const t = messages('account').security.sessions;
  const name = `${NAME}:end-${session.id}`;
  const device = session.device ?? t.unknown;
  const since = momentText(session.createdAt);
  return (
    <Row
      title={
        <>
          {device} {session.current && <span class="badge">{t.current}</span>}
        </>
      }
      notes={session.current ? t.since(since) : `${t.seen(momentText(session.lastSeenAt))} · ${t.since(since)}`}
      actions={
        !session.current && (
          <OpenButton name={name} editing={editing} label={t.endOf(device)}>
            {t.end}
          </OpenButton>
        )
      }
      form={
        editing.open === name && (
          <EditForm
            name={name}
            editing={editing}
            title={t.endOf(device)}
            submit={t.end}
            danger
            onSubmit={() => editing.save(SessionDeleteMutation, { id: session.id }, t.ended)}
          >
            {() => <p>{t.endNote}</p>}
          </EditForm>
        )
      }
    />
  );
}
