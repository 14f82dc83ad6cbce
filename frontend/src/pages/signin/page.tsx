import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure } from '../../api/client';
import { useHeadingFocus, useTitle } from '../../app/page';
import { signIn, type SignInProblem } from '../../app/session';
import { messages } from '../../i18n';

export function Page(): JSX.Element {
  const t = messages('signin');
  const [problems, setProblems] = useState<SignInProblem[]>([]);
  const [sending, setSending] = useState(false);
  const [shown, setShown] = useState(false);
  const [toggled, setToggled] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const heading = useHeadingFocus();
  useTitle(problems.length ? t.errorPrefix + t.title : t.title);
  useEffect(() => {
    if (problems.length) summary.current?.focus();
  }, [problems]);

  async function submit(form: HTMLFormElement): Promise<void> {
    if (sending) return;
    // Hidden again before it is sent, so that a browser keeps it as a password and no one reads it over a shoulder.
    setShown(false);
    const fields = new FormData(form);
    const identifier = String(fields.get('username'));
    const password = String(fields.get('password'));
    const missing: SignInProblem[] = [];
    if (!identifier.trim()) missing.push({ field: 'identifier', message: t.identifierMissing });
    if (!password) missing.push({ field: 'password', message: t.passwordMissing });
    if (missing.length) {
      setProblems(missing);
      return;
    }
    setSending(true);
    try {
      setProblems(await signIn(identifier, password));
    } catch (error) {
      setProblems([{ field: null, message: t.failures[error instanceof Failure ? error.kind : 'unreachable'] }]);
    }
    setSending(false);
  }

  const problemOf = (field: SignInProblem['field']) => problems.find((problem) => problem.field === field)?.message;
  const identifierProblem = problemOf('identifier');
  const passwordProblem = problemOf('password');
  return (
    <section class="form-page">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      {problems.length > 0 && (
        <div class="summary" ref={summary} tabIndex={-1} role="alert" aria-labelledby="summary-title">
          <h2 id="summary-title">{t.problem}</h2>
          <ul role="list">
            {problems.map((problem) => (
              <li key={problem.field}>
                <a
                  href={`#${problem.field ?? 'identifier'}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(problem.field ?? 'identifier')?.focus();
                  }}
                >
                  {problem.message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form
        class="card form"
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <div class={identifierProblem ? 'field field-wrong' : 'field'}>
          <label for="identifier">{t.identifier}</label>
          <FieldProblem id="identifier-problem" prefix={t.errorPrefix} text={identifierProblem} />
          <input
            id="identifier"
            class="control"
            name="username"
            type="text"
            autocomplete="username"
            autocapitalize="none"
            autocorrect="off"
            spellcheck={false}
            required
            aria-invalid={identifierProblem ? true : undefined}
            aria-describedby={identifierProblem && 'identifier-problem'}
          />
        </div>
        <div class={passwordProblem ? 'field field-wrong' : 'field'}>
          <label for="password">{t.password}</label>
          <FieldProblem id="password-problem" prefix={t.errorPrefix} text={passwordProblem} />
          <div class="password">
            <input
              id="password"
              class="control"
              name="password"
              {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
              autocomplete="current-password"
              autocapitalize="none"
              spellcheck={false}
              required
              aria-invalid={passwordProblem ? true : undefined}
              aria-describedby={passwordProblem && 'password-problem'}
            />
            <button
              type="button"
              class="button button-quiet"
              aria-controls="password"
              aria-label={shown ? t.hidePassword : t.showPassword}
              onClick={() => {
                setShown(!shown);
                setToggled(true);
              }}
            >
              {shown ? t.hide : t.show}
            </button>
            <span class="hidden" role="status">
              {toggled ? (shown ? t.shown : t.hidden) : ''}
            </span>
          </div>
        </div>
        <button type="submit" class="button button-wide" aria-disabled={sending}>
          {sending ? t.submitting : t.submit}
        </button>
      </form>
    </section>
  );
}

function FieldProblem({ id, prefix, text }: { id: string; prefix: string; text: string | undefined }): JSX.Element | null {
  if (!text) return null;
  return (
    <p id={id} class="problem">
      <span class="hidden">{prefix}</span>
      {text}
    </p>
  );
}
