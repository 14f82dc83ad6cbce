import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Log in',
  identifier: 'User name or e-mail address',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  shown: 'The password is visible',
  hidden: 'The password is hidden',
  submit: 'Log in',
  submitting: 'Logging in…',
  problem: 'Logging in did not succeed',
  errorPrefix: 'Error: ',
  identifierMissing: 'Enter your user name or e-mail address',
  passwordMissing: 'Enter your password',
  failures: {
    offline: 'There is no network connection. Check the connection and try again.',
    unreachable: 'The service could not be reached. Try again in a moment.',
    limited: 'Too many attempts. Wait a moment and try again.',
    refused: 'The service could not handle the log-in. Try again in a moment.',
  },
};
