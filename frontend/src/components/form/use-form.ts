import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure } from '../../api/client';
import type { UserError } from '../../api/session';
import { language, messages } from '../../i18n';

/** Something to mend, in a field or (null) in the whole. The message is in the language in use. */
export interface Problem {
  readonly field: string | null;
  readonly message: string;
}

/** What every field is given: `{...form.field('email')}`. */
export interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly problem: string | undefined;
}

export interface FormState {
  readonly problems: readonly Problem[];
  /** True while what was sent is unanswered. */
  readonly sending: boolean;
  /** Makes a field known by its name, so that problems find it. */
  readonly field: (name: string) => FieldProps;
  /**
   * Runs an action unless one is still running, and shows the problems that it gives; none where it worked.
   * A Failure is shown as a problem of the whole.
   */
  readonly send: (action: () => Promise<readonly Problem[]>) => void;
}

/** The state of one form. `prefix` keeps the ids apart where a page has several. */
export function useForm(prefix = ''): FormState {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [sending, setSending] = useState(false);
  const running = useRef(false);
  const names = useRef(new Set<string>());
  const spoken = language.value;
  // Problems were said in the language before; what was typed stays.
  useEffect(() => setProblems((before) => (before.length ? [] : before)), [spoken]);

  async function run(action: () => Promise<readonly Problem[]>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setSending(true);
    let found: readonly Problem[];
    try {
      found = await action();
    } catch (error) {
      if (!(error instanceof Failure)) console.error(error);
      found = [{ field: null, message: messages('form').failures[error instanceof Failure ? error.kind : 'unreachable'] }];
    }
    running.current = false;
    setSending(false);
    setProblems(found.map((problem) => ({ ...problem, field: names.current.has(problem.field ?? '') ? problem.field : null })));
  }

  return {
    problems,
    sending,
    field: (name) => {
      names.current.add(name);
      return { id: prefix + name, name, problem: problems.find((problem) => problem.field === name)?.message };
    },
    send: (action) => void run(action),
  };
}

/** The server's `userErrors` as problems of the fields that they name. */
export function problemsOf(userErrors: readonly Pick<UserError, 'field' | 'message'>[]): Problem[] {
  return userErrors.map(({ field, message }) => ({ field: field?.split('.').at(-1) ?? null, message }));
}

/** A problem for every field that is empty: `missing(fields, { email: t.emailMissing })`. */
export function missing(fields: FormData, wanted: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(wanted).flatMap(([field, message]) => (textOf(fields, field).trim() ? [] : [{ field, message }]));
}

export function textOf(fields: FormData, name: string): string {
  return String(fields.get(name) ?? '');
}
