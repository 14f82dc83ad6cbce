/**
 * Passkeys (WebAuthn level 3, 5.1): the server's options and our answers travel as JSON, with bytes in base64url.
 * The server asks for no extension whose values are bytes. Import it lazily: only a page that is about to use a passkey needs it.
 */

/** Why there is no answer: `cancelled` by the person, by time or by the device; `known` where this device has a passkey already. */
export class PasskeyFailure extends Error {
  constructor(readonly kind: 'cancelled' | 'known') {
    super(kind);
  }
}

/** Makes a passkey on this device. Gives what `passkeyCreate` takes. Throws PasskeyFailure. */
export async function createPasskey(optionsJson: string): Promise<string> {
  const options = JSON.parse(optionsJson) as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: options.excludeCredentials?.map(descriptor),
  } as unknown as PublicKeyCredentialCreationOptions;
  const credential = await ask(() => navigator.credentials.create({ publicKey }));
  const response = credential.response as AuthenticatorAttestationResponse;
  return answer(credential, {
    attestationObject: text(response.attestationObject),
    transports: response.getTransports(),
  });
}

/** Lets the person choose a passkey and prove to be present. Gives what `passkeySessionCreate` takes. Throws PasskeyFailure. */
export async function signWithPasskey(optionsJson: string): Promise<string> {
  const options = JSON.parse(optionsJson) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: options.allowCredentials?.map(descriptor),
  } as unknown as PublicKeyCredentialRequestOptions;
  const credential = await ask(() => navigator.credentials.get({ publicKey }));
  const response = credential.response as AuthenticatorAssertionResponse;
  return answer(credential, {
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  });
}

async function ask(run: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await run();
    if (credential) return credential as PublicKeyCredential;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') throw new PasskeyFailure('known');
    // Browsers tell little of the rest on purpose: a refusal, a lapse of time and a missing device look alike.
  }
  throw new PasskeyFailure('cancelled');
}

function answer(credential: PublicKeyCredential, response: Record<string, unknown>): string {
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  });
}

function descriptor({ id, ...rest }: PublicKeyCredentialDescriptorJSON): object {
  return { ...rest, id: bytes(id) };
}

function bytes(base64url: string): Uint8Array {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
