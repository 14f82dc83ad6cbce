import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Log in',
  identifier: 'User name or e-mail address',
  password: 'Password',
  submit: 'Log in',
  submitting: 'Logging in…',
  problem: 'Logging in did not succeed',
  identifierMissing: 'Enter your user name or e-mail address',
  passwordMissing: 'Enter your password',
};
