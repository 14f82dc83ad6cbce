/** Signing in with a passkey. Loaded when it is wanted. */
import { send } from '../../api/client';
import { PasskeySessionMutation, PasskeySessionRequestMutation } from '../../api/passkey-session';
import type { UserError } from '../../api/session';
import { settle } from '../../app/session';
import { PasskeyFailure, signWithPasskey } from '../../app/webauthn';

/** What to mend; none where it worked, and `cancelled` where the person or the device gave no answer. Throws Failure. */
export async function signInWithPasskey(): Promise<readonly UserError[] | 'cancelled'> {
  const { passkeySessionRequest } = await send(PasskeySessionRequestMutation, {});
  if (!passkeySessionRequest.optionsJson) return passkeySessionRequest.userErrors;
  let responseJson: string;
  try {
    responseJson = await signWithPasskey(passkeySessionRequest.optionsJson);
  } catch (error) {
    if (error instanceof PasskeyFailure) return 'cancelled';
    throw error;
  }
  const { passkeySessionCreate } = await send(PasskeySessionMutation, { input: { responseJson } });
  if (!passkeySessionCreate.userErrors.length) await settle(passkeySessionCreate.viewer);
  return passkeySessionCreate.userErrors;
}
