/** The only way to the server: POST /graphql. */
import { language } from '../i18n';
import type { Document } from './graphql';

/** `offline`: no connection. `unreachable`: no usable answer. `limited`: wait. `refused`: the server said no, with a code. */
export type FailureKind = 'offline' | 'unreachable' | 'limited' | 'refused';

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** `extensions.code` of the first error, where there is one. */
    readonly code: string | null = null,
  ) {
    super(code ?? kind);
  }
}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Sends one document. Throws Failure when there is no whole answer: an answer with `errors` is never shown in part. */
export async function send<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  let response: Response;
  let answer: Answer;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        'Accept-Language': language.value,
      },
      body: JSON.stringify({ query: document as unknown as string, variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(navigator.onLine ? 'unreachable' : 'offline');
  }
  if (response.status === 429) throw new Failure('limited');
  try {
    answer = (await response.json()) as Answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure('unreachable');
  }
  if (answer.errors?.length) {
    const code = answer.errors[0]?.extensions?.code ?? null;
    // Very many are signing in just now: the same works in a few seconds.
    throw new Failure(code === 'BUSY' ? 'limited' : 'refused', code);
  }
  if (!response.ok || !answer.data) throw new Failure('unreachable');
  return answer.data as Result;
}
