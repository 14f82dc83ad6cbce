import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Logga in',
  identifier: 'Användarnamn eller e-postadress',
  password: 'Lösenord',
  submit: 'Logga in',
  submitting: 'Loggar in…',
  problem: 'Inloggningen lyckades inte',
  identifierMissing: 'Skriv användarnamnet eller e-postadressen',
  passwordMissing: 'Skriv lösenordet',
};
