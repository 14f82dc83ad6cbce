import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Log in',
  identifier: 'User name or e-mail address',
  password: 'Password',
  submit: 'Log in',
  submitting: 'Logging in…',
  problem: 'Logging in did not succeed',
  or: 'or',
  passkey: 'Log in with a passkey',
  passkeyCancelled: 'No passkey was used. Try again, or log in another way.',
  forgottenPassword: 'Forgotten your password?',
  forgottenUserName: 'Forgotten your user name?',
  noAccount: 'No account yet?',
  register: 'Register',
  products: 'See our contracts and prices',
  identifierMissing: 'Enter your user name or e‑mail address',
  passwordMissing: 'Enter your password',
};
