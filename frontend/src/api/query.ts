import { effect } from '@preact/signals';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { session } from '../app/session';
import { language } from '../i18n';
import { Failure, send } from './client';
import type { Document } from './graphql';

export interface Query<Result> {
  /** The newest answer to these very variables, or null. An answer to other variables is never shown in its place. */
  readonly data: Result | null;
  /** When `data` came. */
  readonly at: Date | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
  /** Asks anew what may have changed. Resolves when the answer is here, or when it is clear that none comes (`failure`). */
  readonly reload: () => Promise<void>;
}

/** Answers of this page's life, so that Back is instant. In memory only: nothing personal goes to the disk. */
const answers = new Map<string, { data: unknown; at: Date }>();
const MOST_ANSWERS = 60;

// Nothing of one person stays for the next.
let owner: string | null = null;
effect(() => {
  const now = session.value;
  const account = now.status === 'in' ? now.viewer.account.id : null;
  if (now.status === 'out' || (owner && account && owner !== account)) answers.clear();
  owner = account ?? owner;
});

interface State {
  key: string;
  loading: boolean;
  failure: Failure | null;
}

/**
 * Asks once per variables, shows what is known meanwhile, and asks again when the connection comes back.
 * `spoken`: the answer has texts in the language in use, so that another language is another question.
 */
export function useQuery<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { spoken = false }: { spoken?: boolean } = {},
): Query<Result> {
  const key = JSON.stringify([document, variables, spoken && language.value]);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ key, loading: true, failure: null });
  const retry = useCallback(() => setAttempt((n) => n + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    setState({ key, loading: true, failure: null });
    send(document, variables, abort.signal).then(
      (data) => {
        keep(key, data);
        if (!abort.signal.aborted) setState({ key, loading: false, failure: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState({ key, loading: false, failure: failureOf(error) });
      },
    );
    return () => abort.abort();
  }, [key, attempt]);

  const reload = useCallback(async () => {
    let failure: Failure | null = null;
    try {
      keep(key, await send(document, variables));
    } catch (error) {
      failure = failureOf(error);
    }
    setState({ key, loading: false, failure });
  }, [key]);

  const failed = state.failure !== null;
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failed]);

  const kept = answers.get(key);
  const current = state.key === key;
  return {
    data: (kept?.data as Result | undefined) ?? null,
    at: kept?.at ?? null,
    loading: !current || state.loading,
    failure: current ? state.failure : null,
    retry,
    reload,
  };
}

function failureOf(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('unreachable');
}

function keep(key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, { data, at: new Date() });
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST_ANSWERS) break;
    answers.delete(oldest);
  }
}
