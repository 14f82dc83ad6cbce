import { send } from '../api/client';
import type { Document } from '../api/graphql';
import { sessionEnded } from './session';

/** What every mutation's payload has. */
export interface Payload {
  readonly userErrors: readonly { readonly field: string | null; readonly code: string; readonly message: string }[];
}

/**
 * Sends a mutation of one field and gives its payload. Where the server wants to know again who one is, the person is asked and
 * the mutation repeated. Null where the person would not say, or is not signed in any more. Throws Failure.
 */
export async function change<Result extends Readonly<Record<string, Payload>>, Input>(
  document: Document<Result, { input: Input }>,
  input: Input,
): Promise<Result[keyof Result] | null> {
  for (;;) {
    const result = await send(document, { input });
    const payload = Object.values(result)[0] as Result[keyof Result];
    const codes = payload.userErrors.map(({ code }) => code);
    if (codes.includes('SIGN_IN_REQUIRED')) {
      sessionEnded();
      return null;
    }
    if (!codes.includes('STEP_UP_REQUIRED')) return payload;
    const { proveIdentity } = await import('./step-up');
    if (!(await proveIdentity())) return null;
  }
}
