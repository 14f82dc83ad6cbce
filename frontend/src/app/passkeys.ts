/** Whether this browser knows passkeys at all. Apart from webauthn.ts, which is loaded when one is used. */
export function passkeysWork(): boolean {
  return 'PublicKeyCredential' in window;
}
